import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import storybook from 'eslint-plugin-storybook'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import { encodedPaths } from './scripts/eslint/encodedPaths.js'
import { importDirections } from './scripts/eslint/importDirections.js'
import { noLiteralText } from './scripts/eslint/noLiteralText.js'

const house = {
  rules: {
    'import-directions': importDirections,
    'no-literal-text': noLiteralText,
    'encoded-paths': encodedPaths,
  },
}

/** Syntax that no source of the package uses, each with the reason that a reader of the error needs. */
const forbiddenInSource = [
  { selector: 'ExportDefaultDeclaration', message: 'A file exports by name, the name it bears.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  {
    selector:
      ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind!="const"]',
    message: 'No module-level mutable state: two portals on a page would share it.',
  },
  {
    selector:
      ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Weak)?(Map|Set)$/][arguments.length=0]',
    message: 'No module-level mutable state: two portals on a page would share it.',
  },
]

/** The wire is touched in one place. */
const transport = {
  checkGlobalObject: true,
  globals: ['fetch', 'Request', 'Response', 'Headers', 'XMLHttpRequest'].map((name) => ({
    name,
    message: 'Requests and responses are the business of src/client/request.ts.',
  })),
}

export default defineConfig(
  globalIgnores([
    '**/dist',
    'storybook-static',
    'test-results',
    'playwright-report',
    'test/package/fixtures',
  ]),
  // A rule that is wrong somewhere is discussed here, where all can see it.
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-deprecated': [
        'error',
        // Its successor, SubmitEvent, is not in the types of React 18, which hosts may have.
        { allow: [{ from: 'package', package: '@types/react', name: 'FormEvent' }] },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/only-throw-error': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // One that is there for a host to declare more in it.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends', allowWithName: '^Register$' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    plugins: { house },
    rules: { 'house/import-directions': 'error' },
  },
  {
    files: ['**/*.{tsx,jsx}', 'src/hooks/**', 'src/components/**', 'src/testing/**'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.recommended],
  },
  storybook.configs['flat/recommended'],
  {
    files: ['src/**'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': ['error', ...forbiddenInSource],
    },
  },
  {
    files: ['src/{client,hooks,components}/**'],
    ignores: ['src/client/{request,telemetry}.ts'],
    rules: { 'no-restricted-globals': ['error', transport] },
  },
  // Words may run on.
  { files: ['src/components/i18n/**'], rules: { 'max-lines': 'off' } },
  {
    files: ['src/client/**'],
    rules: { 'house/encoded-paths': 'error', 'no-console': ['error', { allow: ['warn'] }] },
  },
  {
    files: ['src/components/**'],
    ignores: ['src/components/i18n/**'],
    rules: { 'house/no-literal-text': 'error' },
  },
  {
    // What speaks to a terminal.
    files: ['scripts/**', 'bench/**', 'demo/*.ts', 'src/emulator/{cli,node,snapshotCommand}.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
  prettier,
)
