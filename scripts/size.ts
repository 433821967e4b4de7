import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { bundle, gzipKilobytes, inputsOf, largestInputs } from './bundle.ts'
import { freshBuild } from './freshBuild.ts'
import { hookSizes, type HookSize } from './hookSizes.ts'

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
    code: clientCode,
    limit: 10.7,
    external: [],
    without: /react|tanstack/,
  },
  {
    name: 'client, provider and one hook (beyond TanStack Query)',
    code: hookCode,
    limit: 12,
    external: [...react, query],
    without: /radix|components/,
  },
  part('AdminPortalSCIM', { limit: 60, limitInAll: 110 }),
  part('AdminPortalMemberManagement', { limit: 70, limitInAll: 125 }),
]

/** A part of the portal with everything that the host does not have anyway. */
function part(name: string, limits: Pick<Budget, 'limit' | 'limitInAll'>): Budget {
  return {
    name: `${name} with all it needs, at first`,
    code: `${clientCode}export { OrgportalProvider } from 'orgportal/hooks'
export { ${name} } from 'orgportal/components'
export { QueryClient, QueryClientProvider } from '${query}'\n`,
    ...limits,
    external: react,
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

async function measure(budget: Budget): Promise<Size[]> {
  const built = await bundle(budget.code, budget.external)
  const size = (name: string, outputs: string[], limit: number): Size => ({
    name,
    limit,
    kilobytes: gzipKilobytes(built, outputs),
    largest: largestInputs(built, outputs),
    unwanted: inputsOf(built, outputs).filter(
      (input) => WORKSHOP.test(input) || budget.without?.test(input),
    ),
  })
  const sizes = [size(budget.name, built.first, budget.limit)]
  if (budget.limitInAll) {
    const name = `${budget.name.replace(', at first', '')}, in all`
    sizes.push(size(name, built.all, budget.limitInAll))
  }
  return sizes
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
