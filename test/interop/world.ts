import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { Browser, Page } from '@playwright/test'
import { build } from 'esbuild'
import { createEmulator } from 'orgportal/emulator'
import type { Emulator } from 'orgportal/emulator'

/** A request as it reached the emulator, and what it was answered. */
export interface Sent {
  method: string
  /** Path and query. */
  path: string
  headers: Headers
  body: string
  status: number
  answer: string
}

/** An emulator over HTTP, and an empty page on another port of the same host that has both clients in it. */
export interface World {
  emulator: Emulator
  /** A page of a browser of its own for each name, emptied of all that was stored in it. */
  page: (name: string) => Promise<Page>
  pageUrl: string
  /** Requests since the last beginning, those to the control API excepted. */
  sent: readonly Sent[]
  /** Requests that have no answer yet. */
  underway: () => number
  /** Begins anew: the sample's data, a clock that stands still, the same random numbers as each time. */
  begin: (now: number) => void
  close: () => Promise<void>
}

export async function openWorld(browser: Browser): Promise<World> {
  const sent: Sent[] = []
  let underway = 0
  let now = 0

  const api = createServer()
  const url = `http://localhost:${await listen(api)}`
  const emulator = createEmulator({ seed: 'sample', baseUrl: url, clock: { now: () => now } })
  const answer = async (request: Request) => {
    const body = await request.clone().text()
    underway += 1
    const response = await emulator.fetch(request, { signal: null }).finally(() => (underway -= 1))
    if (request.method !== 'OPTIONS') {
      const { pathname, search } = new URL(request.url)
      sent.push({
        method: request.method,
        path: pathname + search,
        headers: request.headers,
        body,
        status: response.status,
        answer: await response.clone().text(),
      })
    }
    return response
  }
  const listener = getRequestListener(answer, { overrideGlobalObjects: false })
  api.on('request', (incoming, outgoing) => void listener(incoming, outgoing))

  const script = await bundle()
  const site = createServer(({ url: address }, response) => {
    if (address === '/clients.js') {
      // Kept by the browser, compiled as it is: the page is loaded hundreds of times.
      response.setHeader('cache-control', 'max-age=86400')
      response.setHeader('content-type', 'text/javascript; charset=utf-8')
      response.end(script)
      return
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    const content = address === '/empty' ? '' : '<script src="/clients.js"></script>'
    response.end(`<!doctype html><title>Interop</title><link rel="icon" href="data:,">${content}`)
  })
  const pageUrl = `http://localhost:${await listen(site)}/`

  // Kept from walk to walk: to make a browser context takes longer than most walks.
  const pages = new Map<string, Page>()

  return {
    emulator,
    page: async (name) => {
      const page = pages.get(name) ?? (await (await browser.newContext()).newPage())
      pages.set(name, page)
      await page.goto(`${pageUrl}empty`)
      await page.evaluate(() => localStorage.clear())
      await page.context().clearCookies()
      return page
    },
    pageUrl,
    sent,
    underway: () => underway,
    begin: (time) => {
      now = time
      emulator.clock.set(time)
      emulator.reset('sample')
      sent.length = 0
    },
    close: async () => {
      await Promise.all([...pages.values()].map((page) => page.context().close()))
      await Promise.all([shut(api), shut(site)])
    },
  }
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? String(address.port) : '')
    })
  })
}

function shut(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** Both clients as they are shipped: the official one from its package, ours from source. */
async function bundle(): Promise<string> {
  const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [path('./page.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production'],
    alias: { 'orgportal/client': path('../../src/client/index.ts') },
  })
  return outputFiles.map(({ text }) => text).join('\n')
}
