import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright'
import { EMULATOR_URL, PAGES_URL } from './environment.ts'

export interface VisitInput {
  /** Address path of the app's page. */
  path: string
  /** All of these are on the page once its content is there. */
  expected: readonly string[]
  cookies: NonNullable<Exclude<BrowserContextOptions['storageState'], string>>['cookies']
}

/** What one cold visit cost, until the content was there and no request had run for half a second. */
export interface Visit {
  /** Milliseconds from navigation until content and last answer were both there. */
  settledMs: number
  /** Requests to the API; preflights are not among them. */
  requests: number
  /** The most API requests that waited for one another: 1 when all went out at once. */
  chain: number
  /** Address paths of the scripts that were loaded. */
  scripts: string[]
  /** Time of long tasks beyond their first 50 ms. */
  blockingMs: number
  /** Time the main thread spent in scripts. */
  scriptMs: number
  domNodes: number
  /** Bytes of JavaScript heap in use after a garbage collection. */
  heapBytes: number
}

const QUIET_MS = 500
const LIMIT_MS = 30_000

/** Visits a page in a browser context of its own: no cache and no storage, only the session's cookies. */
export async function visit(browser: Browser, input: VisitInput): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    storageState: { cookies: input.cookies, origins: [] },
  })
  try {
    const page = await context.newPage()
    const traffic = watchTraffic(page)
    await page.addInitScript(observe, [...input.expected])
    const protocol = await context.newCDPSession(page)
    await protocol.send('Performance.enable')
    await page.goto(PAGES_URL + input.path)
    const contentAt = await settled(page, traffic, input)
    return await measure(page, protocol, traffic, contentAt)
  } finally {
    await context.close()
  }
}

/** What the observer leaves on `window` of the page. */
interface Observed {
  contentAt: number | null
  blockingMs: number
}

declare global {
  interface Window {
    bench: Observed
  }
}

/** Runs in the page before its own scripts. */
function observe(expected: string[]): void {
  const observed: Observed = { contentAt: null, blockingMs: 0 }
  window.bench = observed
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) observed.blockingMs += task.duration - 50
  }).observe({ type: 'longtask', buffered: true })

  let scheduled = false
  const mutations = new MutationObserver(() => {
    if (scheduled) return
    scheduled = true
    requestAnimationFrame(() => {
      scheduled = false
      const text = document.body.innerText
      if (!expected.every((part) => text.includes(part))) return
      observed.contentAt = performance.now()
      mutations.disconnect()
    })
  })
  mutations.observe(document, { childList: true, subtree: true, characterData: true })
}

interface Traffic {
  pending: number
  lastAt: number
  api: number
  scripts: string[]
}

function watchTraffic(page: Page): Traffic {
  const traffic: Traffic = { pending: 0, lastAt: Date.now(), api: 0, scripts: [] }
  page.on('request', (request) => {
    traffic.pending += 1
    traffic.lastAt = Date.now()
    if (request.url().startsWith(EMULATOR_URL)) traffic.api += 1
    if (request.resourceType() === 'script') traffic.scripts.push(new URL(request.url()).pathname)
  })
  const end = () => {
    traffic.pending -= 1
    traffic.lastAt = Date.now()
  }
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  return traffic
}

/** Waits for content and quiet; answers when the content came, in milliseconds after navigation. */
async function settled(page: Page, traffic: Traffic, input: VisitInput): Promise<number> {
  const deadline = Date.now() + LIMIT_MS
  while (Date.now() < deadline) {
    const quiet = traffic.pending === 0 && Date.now() - traffic.lastAt >= QUIET_MS
    if (quiet) {
      const contentAt = await page.evaluate(() => window.bench.contentAt)
      if (contentAt !== null) return contentAt
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const text = await page.evaluate(() => document.body.innerText)
  throw new Error(
    `${input.path} did not settle in ${LIMIT_MS / 1000} s: expected ${input.expected.map((part) => `"${part}"`).join(', ')}, ` +
      `${traffic.pending} requests pending. The page says:\n${text.slice(0, 1_000)}`,
  )
}

async function measure(
  page: Page,
  protocol: CDPSession,
  traffic: Traffic,
  contentAt: number,
): Promise<Visit> {
  const { metrics } = await protocol.send('Performance.getMetrics')
  const inPage = await page.evaluate(() => ({
    blockingMs: window.bench.blockingMs,
    domNodes: document.querySelectorAll('*').length,
    resources: performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ name, startTime, responseEnd }) => ({ name, startTime, responseEnd })),
  }))
  await protocol.send('HeapProfiler.collectGarbage')
  const heap = await protocol.send('Runtime.getHeapUsage')
  return {
    settledMs: Math.max(contentAt, ...inPage.resources.map(({ responseEnd }) => responseEnd)),
    requests: traffic.api,
    chain: longestChain(inPage.resources.filter(({ name }) => name.startsWith(EMULATOR_URL))),
    scripts: traffic.scripts,
    blockingMs: inPage.blockingMs,
    scriptMs: (metrics.find((metric) => metric.name === 'ScriptDuration')?.value ?? 0) * 1_000,
    domNodes: inPage.domNodes,
    heapBytes: heap.usedSize,
  }
}

/** A request counts as waiting for another one when it began after that one's answer. */
function longestChain(requests: readonly { startTime: number; responseEnd: number }[]): number {
  const depths: { depth: number; responseEnd: number }[] = []
  for (const { startTime, responseEnd } of [...requests].sort(
    (a, b) => a.startTime - b.startTime,
  )) {
    const before = depths.filter((earlier) => earlier.responseEnd <= startTime)
    depths.push({ depth: 1 + Math.max(0, ...before.map(({ depth }) => depth)), responseEnd })
  }
  return Math.max(0, ...depths.map(({ depth }) => depth))
}
