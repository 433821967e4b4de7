import { readdirSync } from 'node:fs'
import { defineConfig } from 'vite'

const entry = (path: string) => [path, `src/${path}.ts`] as const

/** The languages, each an entry of its own (`orgportal/locales/en`); what else lies in `i18n/` serves them. */
const locales = readdirSync(new URL('./src/components/i18n', import.meta.url))
  .filter((file) => /^[a-z]{2,3}(-[A-Za-z]+)?\.ts$/.test(file))
  .map((file) => entry(`components/i18n/${file.slice(0, -'.ts'.length)}`))

/**
 * The library build. Modules are preserved: that is what keeps `'use client'` in each file that bears it and lets a
 * host's bundler shake the tree. Declarations and the style sheet are made by the other steps of `npm run build`.
 */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: Object.fromEntries([
        entry('client/index'),
        entry('hooks/index'),
        entry('components/index'),
        entry('components/ui/index'),
        entry('emulator/index'),
        entry('emulator/node'),
        entry('emulator/cli'),
        entry('testing/index'),
        entry('testing/playwright'),
        entry('testing/msw'),
        entry('devtools/index'),
        ...locales,
      ]),
      formats: ['es'],
    },
    rolldownOptions: {
      external: /^(?![./]|\0|[A-Za-z]:[\\/])/,
      // It warns that 'use client' may be lost; with preserved modules it is not, and test/package looks.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
      },
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
})
