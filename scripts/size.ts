import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Metafile, type OutputFile } from 'esbuild'
import { freshBuild } from './freshBuild.ts'

/**
 * `npm run size`: what the package costs a user, measured as a user gets it: through the package's own exports, bundled,
 * minified, gzip. Fails when a budget is exceeded or when something comes along that should not.
 */

interface Budget {
  name: string
  /** The user's module. */
  code: string
  /** The most that may be loaded at first, in kB of gzip. */
  limit: number
  /** The most with all that is loaded on demand. */
  limitInAll?: number
  /** Packages that the host has anyway. */
  external: string[]
  /** What must not be in it. */
  without?: RegExp
}

interface Size {
  name: string
  kilobytes: number
  limit: number
  /** The largest inputs, for whoever has to find the reason. */
  largest: string[]
  unwanted: string[]
}

const react = ['react', 'react-dom', 'react/*', 'react-dom/*']
const query = '@tanstack/react-query'

const clientCode = `export { createB2BClient } from 'orgportal/client'\n`

const budgets: Budget[] = [
  {
    name: 'client',
    code: clientCode,
    limit: 10.7,
    external: [],
    without: /react|tanstack|emulator/,
  },
  {
    name: 'client, provider and one hook (beyond TanStack Query)',
    code: `${clientCode}export { OrgportalProvider, useScimConnection } from 'orgportal/hooks'\n`,
    limit: 12.2,
    external: [...react, query],
    without: /radix|emulator|components/,
  },
  {
    name: 'AdminPortalSCIM with all it needs, at first',
    code: `${clientCode}export { OrgportalProvider } from 'orgportal/hooks'
export { AdminPortalSCIM } from 'orgportal/components'
export { QueryClient, QueryClientProvider } from '${query}'\n`,
    limit: 60,
    limitInAll: 110,
    external: react,
    without: /emulator|hono|jose/,
  },
]

freshBuild()
const sizes = [...(await Promise.all(budgets.map(measure))).flat(), styleSheet()]
for (const size of sizes) print(size)
if (sizes.some(isExceeded)) process.exitCode = 1

async function measure(budget: Budget): Promise<Size[]> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: budget.code, resolveDir: process.cwd(), loader: 'js' },
    external: budget.external,
    // The repository's own tsconfig would lead past the package's exports to the sources.
    tsconfigRaw: {},
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: 'out',
    metafile: true,
    write: false,
  })
  const first = loadedAtFirst(metafile)
  const all = Object.keys(metafile.outputs)
  const size = (name: string, outputs: string[], limit: number): Size => ({
    name,
    limit,
    kilobytes: gzipKilobytes(outputFiles, outputs),
    largest: largestInputs(metafile, outputs),
    unwanted: inputsOf(metafile, outputs).filter((input) => budget.without?.test(input)),
  })
  const sizes = [size(budget.name, first, budget.limit)]
  if (budget.limitInAll) {
    sizes.push(size(`${budget.name.replace(', at first', '')}, in all`, all, budget.limitInAll))
  }
  return sizes
}

/** The entry and the chunks that it imports statically: what the browser fetches before anything is shown. */
function loadedAtFirst({ outputs }: Metafile): string[] {
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === '<stdin>')
  const reached = new Set<string>()
  const visit = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    for (const { kind, path: next, external } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && !external) visit(next)
    }
  }
  if (!entry) throw new Error('esbuild names no entry among its outputs.')
  visit(entry)
  return [...reached]
}

function gzipKilobytes(files: OutputFile[], outputs: string[]): number {
  const wanted = new Set(outputs.map((path) => resolve(path)))
  const bytes = files
    .filter(({ path }) => wanted.has(path))
    .reduce((sum, { contents }) => sum + gzipSync(contents).length, 0)
  return bytes / 1000
}

function inputsOf({ outputs }: Metafile, paths: string[]): string[] {
  return paths.flatMap((path) =>
    Object.entries(outputs[path]?.inputs ?? {})
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([input]) => input),
  )
}

function largestInputs({ outputs }: Metafile, paths: string[]): string[] {
  const bytes = new Map<string, number>()
  for (const path of paths) {
    for (const [input, { bytesInOutput }] of Object.entries(outputs[path]?.inputs ?? {})) {
      const name = input.replace(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)\/.*$/, '$1')
      bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput)
    }
  }
  return [...bytes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 25)
    .map(([name, size]) => `${(size / 1000).toFixed(1).padStart(7)} kB minified  ${name}`)
}

function styleSheet(): Size {
  const kilobytes = gzipSync(readFileSync('dist/styles.css')).length / 1000
  return { name: 'styles.css', kilobytes, limit: 10, largest: [], unwanted: [] }
}

function isExceeded({ kilobytes, limit, unwanted }: Size): boolean {
  return kilobytes > limit || unwanted.length > 0
}

function print(size: Size): void {
  const { name, kilobytes, limit, largest, unwanted } = size
  const verdict = isExceeded(size) ? 'FAILED' : 'ok'
  console.log(
    `${verdict.padEnd(7)}${kilobytes.toFixed(2).padStart(6)} kB of ${String(limit).padStart(3)}  ${name}`,
  )
  if (kilobytes > limit) for (const line of largest) console.log(`         ${line}`)
  for (const input of unwanted) console.log(`         should not be in it: ${input}`)
}
