import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import {
  bundleModule,
  bundlePage,
  gzipKilobytes,
  inputsOf,
  largestInputs,
  type Bundle,
  type Chunk,
} from './bundle.ts'
import { freshBuild } from './freshBuild.ts'
import { hookSizes, type HookSize } from './hookSizes.ts'

/**
 * `npm run size`: what the package costs a user, measured as a user gets it: through the package's own exports, bundled,
 * minified, gzip. Fails when a budget is exceeded or when something comes along that should not.
 */

interface Budget {
  name: string
  /** The user's code, with all that it imports. */
  bundle: () => Promise<Bundle>
  /** The most that may be loaded at first, in kB of gzip. */
  limit: number
  /** The most with all that is loaded on demand. */
  limitInAll?: number
  /** What must not be in it, beside what is for development. */
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
const hookCode = `${clientCode}export { OrgportalProvider, useScimConnection } from 'orgportal/hooks'\n`

/** What is for development and tests is in nobody's bundle. */
const WORKSHOP = /emulator|devtools|testing|msw|playwright/

const budgets: Budget[] = [
  {
    name: 'client',
    bundle: () => bundleModule(clientCode, []),
    limit: 10.7,
    without: /react|tanstack/,
  },
  {
    name: 'client, provider and one hook (beyond TanStack Query)',
    bundle: () => bundleModule(hookCode, [...react, query]),
    limit: 12,
    without: /radix|components/,
  },
  part('AdminPortalSCIM', { limit: 60, limitInAll: 110 }),
  part('AdminPortalMemberManagement', { limit: 70, limitInAll: 138 }),
  part('AdminPortalSSO', { limit: 75, limitInAll: 170 }),
]

/** A page with a part of the portal, and everything that the host does not have anyway. */
function part(name: string, limits: Pick<Budget, 'limit' | 'limitInAll'>): Budget {
  return {
    name: `${name} with all it needs, at first`,
    bundle: () =>
      bundlePage(
        `import { createB2BClient } from 'orgportal/client'
import { OrgportalProvider } from 'orgportal/hooks'
import { ${name} } from 'orgportal/components'
import { QueryClient, QueryClientProvider } from '${query}'
globalThis.page = { createB2BClient, OrgportalProvider, ${name}, QueryClient, QueryClientProvider }`,
        [/^react(-dom)?($|\/)/],
      ),
    ...limits,
    without: /hono|jose/,
  }
}

freshBuild()
const sizes = [...(await Promise.all(budgets.map(measure))).flat(), styleSheet()]
const { firsts, others } = await hookSizes(hookCode, [...react, query])
for (const size of sizes) print(size)
console.log('What a hook adds to that:')
for (const size of [...firsts, ...others.filter(isLargeAmong)].map(sizeOf)) print(size)
if ([...sizes, ...[...firsts, ...others].map(sizeOf)].some(isExceeded)) process.exitCode = 1

/** The five largest, and whatever exceeds its limit. */
function isLargeAmong({ kilobytes, limit }: HookSize, index: number): boolean {
  return index < 5 || kilobytes > limit
}

function sizeOf(size: HookSize): Size {
  return { ...size, largest: [], unwanted: [] }
}

async function measure({ name, bundle, limit, limitInAll, without }: Budget): Promise<Size[]> {
  const { first, all } = await bundle()
  const size = (what: string, chunks: Chunk[], most: number): Size => ({
    name: what,
    limit: most,
    kilobytes: gzipKilobytes(chunks),
    largest: largestInputs(chunks),
    unwanted: inputsOf(chunks).filter((input) => WORKSHOP.test(input) || without?.test(input)),
  })
  const sizes = [size(name, first, limit)]
  if (limitInAll) sizes.push(size(`${name.replace(', at first', '')}, in all`, all, limitInAll))
  return sizes
}

function styleSheet(): Size {
  const kilobytes = gzipSync(readFileSync('dist/styles.css')).length / 1000
  return { name: 'styles.css', kilobytes, limit: 11, largest: [], unwanted: [] }
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
