import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import type { B2BClient } from 'orgportal/client'
import { createEmulator, EMULATOR_PUBLIC_TOKEN } from 'orgportal/emulator'
import type { Emulator } from 'orgportal/emulator'
import * as hooks from 'orgportal/hooks'
import { cases } from '../test/contract/calls/all.ts'
import { namesOf } from '../test/hooks/methodNames.ts'

/**
 * `npm run coverage:docs`: writes docs/coverage.md, the table of what exists for each method of the API. Nothing in it is
 * claimed: the client and the emulator are asked, hooks and screens are looked up, and test/tooling compares.
 */

/** One method of the API, as `test/contract/methods.json` records it. */
interface Method {
  id: string
  docTitle: string | null
  /** Absent for what the client answers by itself. */
  method: string | null
  path: string | null
}

/** What exists for a method: a name or a place; false where it is missing; null where there is nothing to have. */
type Cell = string | false | null

interface Row extends Method {
  client: Cell
  hook: Cell
  ui: Cell
  emulator: Cell
  test: Cell
}

interface Exception {
  /** Another hook than the name's. Without one, there is none, on purpose. */
  hook?: string
  reason: string
}

/** The hooks for what the client knows, which do not follow from a method's name, and the methods that have none on purpose. */
const hookExceptions: Record<string, Exception> = {
  ...forEach(['organization.getSync', 'organization.getInfo', 'organization.onChange'], {
    hook: 'useOrganization',
    reason: 'reads what the client knows, and follows it',
  }),
  ...forEach(['self.getSync', 'self.getInfo', 'self.onChange'], {
    hook: 'useMember',
    reason: 'reads what the client knows, and follows it',
  }),
  ...forEach(['session.getSync', 'session.getInfo', 'session.onChange'], {
    hook: 'useMemberSession',
    reason: 'reads what the client knows, and follows it',
  }),
  ...forEach(['rbac.isAuthorized', 'rbac.isAuthorizedSync'], {
    hook: 'usePermission',
    reason: 'answers at once and follows the session',
  }),
  'rbac.allPermissions': { hook: 'usePermissions', reason: 'asks only for what a screen needs' },
  onStateChange: { hook: 'useSessionStatus', reason: 'follows the session' },
  'session.getTokens': { reason: 'a secret does not belong in a render' },
  'session.updateSession': { reason: 'hands tokens over before anything is rendered' },
  parseAuthenticateUrl: { reason: 'a plain function of an address' },
  ...forEach(
    [
      'member.get',
      'member.getSync',
      'member.onChange',
      'member.update',
      'member.deleteMFAPhoneNumber',
    ],
    {
      reason: 'the deprecated name of `self`',
    },
  ),
  ...forEach(['_internal.bootstrap', '_internal.events'], {
    reason: 'the client sends it by itself',
  }),
}

/** The methods of ours for what the list calls internal. The rest of that the client sends by itself, or not at all. */
const internalMethods: Record<string, string> = {
  '_internal.adminPortalConfig': 'adminPortal.getConfig',
  '_internal.searchMember': 'organization.searchMember',
  '_internal.oneTapStart': 'oauth.googleOneTap.getClientId',
}

/** The table as it has to be. */
export async function renderCoverage(): Promise<string> {
  const emulator = createEmulator()
  const client = createB2BClient(EMULATOR_PUBLIC_TOKEN, {
    baseUrl: emulator.baseUrl,
    fetch: emulator.fetch,
    storage: createMemoryStorage(),
  })
  const clientSources = sourcesUnder('src/client')
  const screens = sourcesUnder('src/components')
  const tests = sourcesUnder('test')
  const rows: Row[] = []
  for (const method of readMethods()) {
    const inClient = clientCell(client, clientSources, method)
    const inEmulator = await emulatorCell(emulator, method)
    rows.push({
      ...method,
      client: inClient,
      hook: code(hookCell(method.id)),
      ui: uiCell(method.id, screens),
      emulator: inEmulator,
      // What is not there is named in tests too, as missing.
      test: inClient || inEmulator ? testCell(method, tests) : false,
    })
  }
  client.dispose()
  return render(rows)
}

function clientCell(client: B2BClient, sources: Map<string, string>, method: Method): Cell {
  const { id, path } = method
  const name = clientPath(id)
  if (typeof valueAt(client, name) === 'function') return code(name)
  if (!id.startsWith('_internal.') || !path) return false
  const start = path.split('{')[0] ?? path
  return [...sources.values()].some((text) => text.includes(start)) ? 'by itself' : false
}

function hookCell(id: string): Cell {
  const exception = hookExceptions[id]
  if (exception && !exception.hook) return null
  const name = exception?.hook ?? namesOf(clientPath(id)).hook
  return name in hooks ? name : false
}

function uiCell(id: string, screens: Map<string, string>): Cell {
  const names = [hookCell(id), ...otherNames(id)].filter((name) => typeof name === 'string')
  if (names.length === 0) return hookCell(id) === null ? null : false
  const uses = new RegExp(`\\b(${names.map((name) => name.replace('.', '\\.')).join('|')})\\b`)
  const folders = [...screens]
    .filter(([, text]) => uses.test(text))
    .map(([file]) => file.split('/')[2] ?? '')
  return [...new Set(folders)].sort().join(', ') || false
}

/** By what else a screen may use a method. */
function otherNames(id: string): string[] {
  const { namespace, factory, hook } = namesOf(clientPath(id))
  const options = `${namespace}.${factory}`
  return [options, `${options}Infinite`, `${hook}Infinite`]
}

/** What the emulator does not have answers 501, or that there is no such route; any other answer comes from one. */
async function emulatorCell(emulator: Emulator, { method, path }: Method): Promise<Cell> {
  if (!method || !path) return null
  const address = path.replace('{public_token}', EMULATOR_PUBLIC_TOKEN).replace(/\{\w+\}/g, 'probe')
  const response = await emulator.fetch(`${emulator.baseUrl}${baseOf(path)}${address}`, {
    method,
    redirect: 'manual',
  })
  const isMissing = response.status === 501 || (await response.text()).includes('route_not_found')
  return isMissing ? false : 'yes'
}

/** What the browser is sent to has paths of its own; the official client lacks a slash in one of the others. */
function baseOf(path: string): string {
  if (path.startsWith('/oauth/')) return '/v1/b2b/public'
  if (path.startsWith('/sso/')) return '/v1/public'
  return path.startsWith('/') ? '/sdk/v1' : '/sdk/v1/'
}

/** The rooms whose tests call the method or its hook; what the client sends by itself is looked for by its path. */
function testCell({ id, path }: Method, tests: Map<string, string>): Cell {
  const name = clientPath(id).replaceAll('.', String.raw`\.`)
  const calls = [
    String.raw`(?<![\w'])(?:\w+\.)*${name}\??\.?\(`,
    String.raw`\b(?:call|attempt|destination|follow)\(\s*'${name}'`,
    String.raw`^\s*'${id.replaceAll('.', String.raw`\.`)}': `,
  ]
  const hook = hookCell(id)
  if (hook) calls.push(String.raw`\b${hook}\(`)
  if (id.startsWith('_internal.') && path) calls.push(path.split('{')[0] ?? path)
  const isCall = new RegExp(calls.join('|'), 'm')
  // There, the names of methods stand in lists of calls to make.
  const isListed = new RegExp(String.raw`^\s*\[?'${name}'(?:,|\])`, 'm')
  const rooms = [...tests]
    .filter(
      ([file, text]) =>
        isCall.test(text) || (file.startsWith('test/interop/') && isListed.test(text)),
    )
    .map(([file]) => file.split('/')[1] ?? '')
    .filter((room) => room !== 'tooling')
  if (id in cases && !id.startsWith('_internal.')) rooms.push('interop')
  return [...new Set(rooms)].sort().join(', ') || false
}

function render(rows: Row[]): string {
  const columns = ['client', 'hook', 'ui', 'emulator', 'test'] as const
  const totals = columns.map((column) => {
    const applicable = rows.filter((row) => row[column] !== null)
    return `${applicable.filter((row) => row[column]).length} of ${applicable.length}`
  })
  const heads = ['client', 'hook', 'UI', 'emulator', 'test']
  return [
    '# Coverage of the API',
    '',
    'Generated by `npm run coverage:docs`, checked by the tests. A row for each method of the public API and, at the end,',
    'the calls that its SDK makes by itself. An empty cell is what does not exist yet, a dash what there is no use for.',
    '',
    `| | ${heads.join(' | ')} |`,
    `| --- |${' --- |'.repeat(heads.length)}`,
    `| **Of ${rows.length} methods** | ${totals.join(' | ')} |`,
    '',
    `| method | documented as | request | ${heads.join(' | ')} |`,
    `| --- | --- | --- |${' --- |'.repeat(heads.length)}`,
    ...rows.map((row) => {
      const request = row.method && row.path ? `\`${row.method} ${row.path}\`` : '–'
      const cells = columns.map((column) => renderCell(row[column]))
      return `| \`${row.id}\` | ${row.docTitle ?? '–'} | ${request} | ${cells.join(' | ')} |`
    }),
    '',
    '## Hooks that do not follow from the name',
    '',
    '`client.scim.rotateStart` is `useScimRotateStart`; reads drop "get". Except:',
    '',
    '| method | hook | because |',
    '| --- | --- | --- |',
    ...Object.entries(hookExceptions).map(
      ([id, { hook, reason }]) => `| \`${id}\` | ${renderCell(code(hook ?? null))} | ${reason} |`,
    ),
    '',
  ].join('\n')
}

function renderCell(cell: Cell): string {
  if (cell === null) return '–'
  if (cell === false) return ''
  return cell
}

function code(cell: Cell): Cell {
  return cell ? `\`${cell}\`` : cell
}

function readMethods(): Method[] {
  const file = 'test/contract/methods.json'
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(read)) throw new Error(`${file} is not a list.`)
  return read.map((entry: unknown) => {
    const id = valueAt(entry, 'id')
    if (typeof id !== 'string') throw new Error(`${file} has a method without an id.`)
    return {
      id,
      docTitle: stringAt(entry, 'docTitle'),
      method: stringAt(entry, 'method'),
      path: stringAt(entry, 'path'),
    }
  })
}

function stringAt(value: unknown, path: string): string | null {
  const found = valueAt(value, path)
  return typeof found === 'string' ? found : null
}

function valueAt(value: unknown, path: string): unknown {
  let found = value
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined
    found = Reflect.get(found, key)
  }
  return found
}

function clientPath(id: string): string {
  return internalMethods[id] ?? id
}

function sourcesUnder(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return new Map(
    files
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => [`${folder}/${file}`, readFileSync(`${folder}/${file}`, 'utf8')]),
  )
}

function forEach(ids: string[], exception: Exception): Record<string, Exception> {
  return Object.fromEntries(ids.map((id) => [id, exception]))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync('docs/coverage.md', await renderCoverage())
}
