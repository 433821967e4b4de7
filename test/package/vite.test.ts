import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { chromium, type Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumArgs, ensureChromium } from '../../scripts/chromium.ts'
import { createConsumer, tool, type Consumer } from './consumer.ts'

const page = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Consumer</title></head>
  <body><div id="root"></div><script type="module" src="/main.tsx"></script></body>
</html>
`

const main = `
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import { AdminPortalSCIM } from 'orgportal/components'
import { createEmulator, EMULATOR_PUBLIC_TOKEN } from 'orgportal/emulator'
import { OrgportalProvider } from 'orgportal/hooks'
import 'orgportal/styles.css'
import { createRoot } from 'react-dom/client'

const emulator = createEmulator({ seed: 'scim' })
const client = createB2BClient(EMULATOR_PUBLIC_TOKEN, {
  baseUrl: emulator.baseUrl,
  fetch: emulator.fetch,
  storage: createMemoryStorage(),
})
const { token } = emulator.createMagicLink('it-admin')
await client.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 })

createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={new QueryClient()}>
    <OrgportalProvider client={client}>
      <AdminPortalSCIM />
    </OrgportalProvider>
  </QueryClientProvider>,
)
`

/** Every entry that has types, so that each of them is compiled with its declarations. */
const entries = `
export * as client from 'orgportal/client'
export * as components from 'orgportal/components'
export * as emulator from 'orgportal/emulator'
export * as hooks from 'orgportal/hooks'
export * as en from 'orgportal/locales/en'
export * as ui from 'orgportal/ui'
export * as testing from 'orgportal/testing'
`

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  types: ['vite/client'],
}

const tsconfig = (options: object) =>
  JSON.stringify({
    compilerOptions: { ...compilerOptions, ...options },
    files: ['main.tsx', 'entries.ts'],
  })

const files = {
  'index.html': page,
  'main.tsx': main,
  'entries.ts': entries,
  'tsconfig.json': tsconfig({ module: 'esnext', moduleResolution: 'bundler' }),
  'tsconfig.nodenext.json': tsconfig({ module: 'nodenext' }),
}

const packages = ['@tanstack/react-query', '@types/react', '@types/react-dom', 'vite']

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs })
})
afterAll(() => browser.close())

describe('a Vite app that installs orgportal', () => {
  let app: Consumer
  beforeAll(async () => {
    app = await createConsumer({
      name: 'vite-app',
      packages: [...packages, 'react', 'react-dom'],
      files,
    })
  })

  it.each(['tsconfig.json', 'tsconfig.nodenext.json'])('compiles under %s', async (file) => {
    await app.run(tool('tsc'), '-p', file)
  })

  it('builds, and shows the portal under a strict Content-Security-Policy', async () => {
    expect(await complaintsWhenShown(app)).toEqual([])
  })
})

describe('a Vite app with the oldest React that the package names', () => {
  it('shows the portal too', async () => {
    const app = await createConsumer({
      name: 'vite-app-react-18',
      packages: [...packages, 'react@18.2.0', 'react-dom@18.2.0'],
      files,
    })
    expect(await complaintsWhenShown(app)).toEqual([])
  })
})

/** Builds the app and opens it until the connection can be seen. Resolves with what the browser's console had to say. */
async function complaintsWhenShown(app: Consumer): Promise<string[]> {
  await app.run('node_modules/.bin/vite', 'build', '--target', 'es2022', '--logLevel', 'error')
  const server = await serve(join(app.directory, 'dist'))
  const shown = await browser.newPage()
  const complaints: string[] = []
  shown.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  shown.on('pageerror', (error) => complaints.push(error.message))
  try {
    await shown.goto(addressOf(server))
    await shown.getByText('Northwind Okta directory').first().waitFor()
    return complaints
  } catch (error) {
    throw new Error(`The portal was not shown. Console: ${complaints.join('; ')}`, { cause: error })
  } finally {
    await shown.close()
    server.close()
  }
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

function serve(directory: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    const type = types[extname(path)]
    if (!type) {
      response.writeHead(204).end()
      return
    }
    response
      .writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': "default-src 'self'" })
      .end(readFileSync(join(directory, path)))
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      done(server)
    })
  })
}

function addressOf(server: Server): string {
  const address = server.address()
  if (typeof address === 'object' && address) return `http://127.0.0.1:${address.port}/`
  throw new Error('The server does not listen.')
}
