import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import * as hooks from 'orgportal/hooks'

/**
 * `npm run staleness:docs`: the table in docs/staleness.md of what each write does to what is cached, from the
 * `effects` of its options. Checked by the tests.
 */

const PAGE = 'docs/staleness.md'
const BLOCK = /(<!-- table: npm run staleness:docs -->\n)[\s\S]*?(<!-- end of table -->)/

interface Row {
  write: string
  written: string
  invalidated: string
  optimistic: string
}

/** The page with its table as it has to be. */
export function renderStaleness(): string {
  const page = readFileSync(PAGE, 'utf8')
  if (!BLOCK.test(page)) throw new Error(`${PAGE} has no place for the table.`)
  return page.replace(BLOCK, (_all, begin: string, end: string) => `${begin}\n${table()}\n\n${end}`)
}

function table(): string {
  const client = createB2BClient('public-token-test-docs', { storage: createMemoryStorage() })
  client.dispose()
  const rows = Object.entries(hooks)
    .filter(([namespace]) => namespace.endsWith('Mutations'))
    .flatMap(([, factories]) => Object.values(fieldsOf(factories)))
    .filter((factory) => typeof factory === 'function')
    .flatMap((factory) => rowOf(Reflect.apply(factory, undefined, [client])))
    // Bundlers put exports in an order of their own.
    .sort((one, other) => (one.write < other.write ? -1 : 1))

  // Writes that do the same share a row.
  const writesByEffect = new Map<string, string[]>()
  for (const { write, written, invalidated, optimistic } of rows) {
    const effect = `${written} | ${invalidated} | ${optimistic}`
    writesByEffect.set(effect, [...(writesByEffect.get(effect) ?? []), code(write)])
  }
  const lines = [...writesByEffect].map(
    ([effect, writes]) => `| ${writes.join('<br>')} | ${effect} |`,
  )
  return [
    '| write | its answer becomes | is read again | is shown before the answer |',
    '| --- | --- | --- | --- |',
    ...lines,
  ].join('\n')
}

function rowOf(options: unknown): Row[] {
  const { mutationKey, effects } = fieldsOf(options)
  if (!Array.isArray(mutationKey)) return []
  const { writes, records, invalidates, optimistic } = fieldsOf(effects)
  const own = Object.keys(fieldsOf(records)).map((record) =>
    record === 'organization' ? 'organization.get' : 'self.get',
  )
  return [
    {
      write: mutationKey.slice(4, 6).join('.'),
      written: list([...new Set([...Object.keys(fieldsOf(writes)), ...own])]),
      invalidated: list(Object.keys(fieldsOf(invalidates)), (name) => when(invalidates, name)),
      optimistic: list(Object.keys(fieldsOf(optimistic))),
    },
  ]
}

/** Under which condition a read is stale. */
function when(invalidates: unknown, name: string): string {
  const stale = fieldsOf(invalidates)[name]
  if (Array.isArray(stale)) return ` with ${stale.map((field) => code(String(field))).join(', ')}`
  return typeof stale === 'function' ? ' where it can differ' : ''
}

/** What comes in pages has the fate of the same read without. */
function list(names: string[], more: (name: string) => string = () => ''): string {
  return names
    .filter((name) => !name.endsWith('Infinite'))
    .map((name) => `${code(name)}${more(name)}`)
    .join('<br>')
}

const code = (text: string) => `\`${text}\``

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(PAGE, renderStaleness())
}
