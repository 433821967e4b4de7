import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import tseslint from 'typescript-eslint'

// The project's own configuration, without the rules that need a program: the files below do not exist.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] })

async function findings(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath })
  if (!result) throw new Error(`ESLint ignores ${filePath}.`)
  const fatal = result.messages.find((message) => message.fatal)
  if (fatal) throw new Error(`${filePath}: ${fatal.message}`)
  return result.messages.map((message) => message.ruleId ?? message.message)
}

const directions = 'house/import-directions'
const literal = 'house/no-literal-text'

describe('import directions', () => {
  it.each([
    ['src/client/a.ts', "import { useA } from '../hooks/a.ts'; export const a = useA"],
    ['src/client/a.ts', "import { A } from '../components/a.tsx'; export const a = A"],
    ['src/client/a.ts', "import { useState } from 'react'; export const a = useState"],
    [
      'src/client/a.ts',
      "import type { StoreData } from '../emulator/store.ts'; export type A = StoreData",
    ],
    [
      'src/hooks/a.ts',
      "import { Button } from '../components/ui/Button.tsx'; export const a = Button",
    ],
    [
      'src/hooks/a.ts',
      "import { createEmulator } from '../emulator/index.ts'; export const a = createEmulator",
    ],
    ['src/hooks/a.ts', "import { create } from 'zustand'; export const a = create"],
    [
      'src/hooks/a.ts',
      "import { isApiError } from 'orgportal/client'; export const a = isApiError",
    ],
    [
      'src/components/scim/a.ts',
      "import { createB2BClient } from '../../client/createB2BClient.ts'; export const a = createB2BClient",
    ],
    [
      'src/components/scim/a.ts',
      "import { createEmulator } from '../../emulator/index.ts'; export const a = createEmulator",
    ],
    ['src/components/scim/a.ts', "import { Sso } from '../sso/Sso.tsx'; export const a = Sso"],
    ['src/components/scim/a.ts', "export * from '../sso/Sso.tsx'"],
    ['src/components/scim/a.ts', "export const a = () => import('../../emulator/index.ts')"],
    [
      'src/components/scim/A.tsx',
      "import { Root } from '@radix-ui/react-dialog'; export const A = Root",
    ],
    [
      'src/components/scim/A.tsx',
      "import { useScimConnection } from '../../hooks/scim.ts'; export const A = useScimConnection",
    ],
    [
      'src/components/ui/A.tsx',
      "import { useMember } from '../../hooks/session.ts'; export const A = useMember",
    ],
    [
      'src/components/ui/A.tsx',
      "import type { Member } from '../../client/types.ts'; export type A = Member",
    ],
    [
      'src/components/portal/A.tsx',
      "import { Scim } from '../scim/Scim.tsx'; export const A = Scim",
    ],
    ['src/components/i18n/a.ts', "import { A } from '../ui/A.tsx'; export const a = A"],
    [
      'src/emulator/a.ts',
      "import { isApiError } from '../client/errors.ts'; export const a = isApiError",
    ],
    ['src/emulator/a.ts', "import { useA } from '../hooks/a.ts'; export const a = useA"],
    ['src/emulator/a.ts', "import { useState } from 'react'; export const a = useState"],
    [
      'stories/scim/a.stories.tsx',
      "import { A } from '../../src/components/scim/A.tsx'; export const a = A",
    ],
    ['demo/a.tsx', "import { A } from '../src/components/index.ts'; export const a = A"],
    ['bench/a.ts', "import { A } from '../src/components/index.ts'; export const a = A"],
    [
      'test/client/a.test.ts',
      "import { request } from '../../src/client/request.ts'; export const a = request",
    ],
    [
      'test/components/a.test.tsx',
      "import { Scim } from '../../src/components/scim/Scim.tsx'; export const a = Scim",
    ],
    [
      'test/e2e/a.spec.ts',
      "import { store } from '../../src/emulator/store.ts'; export const a = store",
    ],
  ])('are broken by %s: %s', async (file, code) => {
    expect(await findings(file, code)).toContain(directions)
  })

  it.each([
    [
      'src/client/a.ts',
      "import { createStore } from 'zustand/vanilla'; export const a = createStore",
    ],
    ['src/hooks/a.ts', "import type { Member } from '../client/types.ts'; export type A = Member"],
    [
      'src/components/scim/useA.ts',
      "import { useScimConnection } from '../../hooks/scim.ts'; export const useA = useScimConnection",
    ],
    [
      'src/components/scim/useA.ts',
      "import { isApiError } from '../../client/errors.ts'; export const a = isApiError",
    ],
    [
      'src/components/scim/A.tsx',
      "import { usePermission } from '../../hooks/usePermission.ts'; export const a = usePermission",
    ],
    [
      'src/components/scim/A.tsx',
      "import type { ScimConnection } from '../../client/scim.ts'; export type A = ScimConnection",
    ],
    [
      'src/components/scim/A.tsx',
      "import { Button } from '../ui/Button.tsx'; export const A = Button",
    ],
    [
      'src/components/ui/A.tsx',
      "import { Root } from '@radix-ui/react-dialog'; export const A = Root",
    ],
    [
      'src/emulator/a.ts',
      "import type { Member } from '../client/types.ts'; export type A = Member",
    ],
    [
      'src/testing/a.ts',
      "import { createEmulator } from '../emulator/createEmulator.ts'; export const a = createEmulator",
    ],
    [
      'test/components/a.test.ts',
      "import { tokenExpiry } from '../../src/components/scim/tokenExpiry.ts'; export const a = tokenExpiry",
    ],
    [
      'test/client/a.test.ts',
      "import { createB2BClient } from 'orgportal/client'; export const a = createB2BClient",
    ],
  ])('allow %s: %s', async (file, code) => {
    expect(await findings(file, code)).not.toContain(directions)
  })
})

describe('text for people', () => {
  it.each([
    '<p>Delete connection</p>',
    "<p>{'Delete connection'}</p>",
    '<p>{`Deleted ${n} users`}</p>',
    "<p>{n > 1 ? 'Users' : 'User'}</p>",
    '<button aria-label="Close" />',
    "<button aria-label={n ? 'Close' : undefined} />",
    '<input placeholder="Okta" />',
    '<Field hint="At most 128 characters" />',
    '<Dialog confirmLabel="Delete" />',
    "<Tabs tabs={[{ label: 'Users' }]} />",
  ])('is refused in a component: %s', async (markup) => {
    const code = `export const View = (n: number) => ${markup}`
    expect(await findings('src/components/scim/View.tsx', code)).toContain(literal)
  })

  it.each([
    '<p>{messages.title}</p>',
    '<p className="note" data-part="note">·</p>',
    '<button type="button" aria-label={messages.close}>×</button>',
    '<a href="#top" title={messages.top} />',
  ])('is not seen in: %s', async (markup) => {
    const code = `export const View = (messages: Record<string, string>) => ${markup}`
    expect(await findings('src/components/scim/View.tsx', code)).not.toContain(literal)
  })

  it('is at home in i18n', async () => {
    const code = "export const en = { title: 'Delete connection' }"
    expect(await findings('src/components/i18n/en/scim.ts', code)).not.toContain(literal)
  })
})

describe('the client', () => {
  it.each([
    'export const get = (id: string) => ({ method: "GET", path: `/b2b/scim/${id}` })',
    "export const get = (id: string) => ({ method: 'GET', path: '/b2b/scim/' + id })",
  ])('does not put an unencoded value into a path: %s', async (code) => {
    expect(await findings('src/client/scim.ts', code)).toContain('house/encoded-paths')
  })

  it('takes tagged and plain paths', async () => {
    const code =
      "export const paths = (path: typeof String.raw, id: string) => [{ path: path`/b2b/${id}` }, { path: '/b2b' }]"
    expect(await findings('src/client/scim.ts', code)).not.toContain('house/encoded-paths')
  })

  it.each([
    "export const load = () => fetch('/b2b/scim')",
    "export const load = () => globalThis.fetch('/b2b/scim')",
    'export const answer = () => new Response()',
  ])('touches the wire only in request.ts: %s', async (code) => {
    expect(await findings('src/client/scim.ts', code)).toContain('no-restricted-globals')
    expect(await findings('src/client/request.ts', code)).not.toContain('no-restricted-globals')
    expect(await findings('src/hooks/scim.ts', code)).toContain('no-restricted-globals')
  })

  it('may name the type of fetch anywhere', async () => {
    const code = 'export interface Options { fetch?: typeof fetch }'
    expect(await findings('src/client/scim.ts', code)).toEqual([])
  })
})

describe('sources', () => {
  it.each([
    'export default 1',
    'export enum Status { Active }',
    'let count = 0; export const next = () => (count += 1)',
    'export let count = 0',
    'export const cache = new Map<string, string>()',
  ])('do without: %s', async (code) => {
    expect(await findings('src/hooks/a.ts', code)).toContain('no-restricted-syntax')
  })

  it('stay below 400 lines', async () => {
    const code = `export const a = [\n${'  1,\n'.repeat(400)}]`
    expect(await findings('src/hooks/a.ts', code)).toContain('max-lines')
  })

  it('cannot switch a rule off for themselves', async () => {
    const code = '/* eslint-disable no-restricted-syntax */\nexport default 1'
    expect(await findings('src/hooks/a.ts', code)).toContain('no-restricted-syntax')
  })

  it('are held to rules that know types, hooks and accessibility', async () => {
    const project = new ESLint()
    expect(await rulesOf(project, 'src/components/scim/A.tsx')).toMatchObject({
      '@typescript-eslint/no-explicit-any': [2],
      '@typescript-eslint/no-floating-promises': [2],
      '@typescript-eslint/no-misused-promises': [2],
      '@typescript-eslint/no-unsafe-assignment': [2],
      '@typescript-eslint/switch-exhaustiveness-check': [2, {}],
      'jsx-a11y/alt-text': [2],
      'react-hooks/exhaustive-deps': [1],
      'react-hooks/rules-of-hooks': [2],
    })
  })
})

async function rulesOf(project: ESLint, filePath: string): Promise<unknown> {
  const config: unknown = await project.calculateConfigForFile(filePath)
  if (typeof config !== 'object' || config === null || !('rules' in config)) {
    throw new Error(`No configuration for ${filePath}.`)
  }
  return config.rules
}
