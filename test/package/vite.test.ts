import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumArgs, ensureChromium } from '../../scripts/chromium.ts'
import { createConsumer, tool, type Consumer } from './consumer.ts'
import { addressOf, serve } from './pages.ts'

const pageOf = (script: string) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Consumer</title></head>
  <body><div id="root"></div><script type="module" src="/${script}"></script></body>
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

/** Every entry for the browser that has types, so that each of them is compiled with its declarations. */
const entries = `
export * as client from 'orgportal/client'
export * as components from 'orgportal/components'
export * as emulator from 'orgportal/emulator'
export * as hooks from 'orgportal/hooks'
export * as en from 'orgportal/locales/en'
export * as ui from 'orgportal/ui'
export * as devtools from 'orgportal/devtools'
export * as testing from 'orgportal/testing'
export * as msw from 'orgportal/testing/msw'
`

const hooksConfig = `
export default { build: { rolldownOptions: { input: 'hooks.html' }, outDir: 'dist-hooks', minify: false } }
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
    files: ['main.tsx', 'journeys.tsx', 'entries.ts'],
  })

const files = {
  'index.html': pageOf('main.tsx'),
  'hooks.html': pageOf('journeys.tsx'),
  'hooks.vite.config.js': hooksConfig,
  'main.tsx': main,
  'journeys.tsx': readFileSync('test/package/journeys.tsx', 'utf8'),
  'entries.ts': entries,
  'tsconfig.json': tsconfig({ module: 'esnext', moduleResolution: 'bundler' }),
  'tsconfig.nodenext.json': tsconfig({ module: 'nodenext' }),
}

const packages = ['@tanstack/react-query', '@types/react', '@types/react-dom', 'vite']

/** What the entries for tests are for. */
const testPackages = ['@testing-library/dom', '@testing-library/react', 'msw']

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
      packages: [...packages, ...testPackages, 'react', 'react-dom'],
      files,
    })
  })

  it.each(['tsconfig.json', 'tsconfig.nodenext.json'])('compiles under %s', async (file) => {
    await app.run(tool('tsc'), '-p', file)
  })

  it('builds, and shows the portal under a strict Content-Security-Policy', async () => {
    expect(await complaintsWhenShown(app)).toEqual([])
  })

  it('uses the hooks', async () => {
    expect(await journeysIn(app)).toEqual(journeys)
  })
})

describe('a Vite app with the oldest React that the package names', () => {
  let app: Consumer
  beforeAll(async () => {
    app = await createConsumer({
      name: 'vite-app-react-18',
      packages: [...packages, 'react@18.2.0', 'react-dom@18.2.0'],
      files,
    })
  })

  it('shows the portal too', async () => {
    expect(await complaintsWhenShown(app)).toEqual([])
  })

  it('uses the hooks in the same way', async () => {
    expect(await journeysIn(app)).toEqual(journeys)
  })
})

/** What the page of `journeys.tsx` has to say, whatever the React. */
const journeys = {
  readsAndWrites: { read: 'Northwind Okta directory', written: 'Renamed', requests: 1 },
  showsWhatWillBe: {
    before: 'Northwind Robotics',
    history: ['Northwind Robotics', 'Expected', 'Northwind Robotics'],
  },
  permits: {
    auditor: 'denied stytch_admin, it_admin no',
    admin: 'allowed stytch_admin, it_admin yes',
  },
  suspends: { history: ['reading', 'Northwind Okta directory'] },
  followsTheSession: { after: ['Mia Svensson: nothing'] },
  signsInOnMount: { text: 'Mia Svensson success', sent: 1 },
}

/** Builds the page of journeys for development, where StrictMode renders and runs effects twice, and opens it. */
async function journeysIn(app: Consumer): Promise<unknown> {
  await app.run(
    'env',
    'NODE_ENV=development',
    ...['node_modules/.bin/vite', 'build', '--config', 'hooks.vite.config.js'],
    ...['--mode', 'development', '--logLevel', 'error'],
  )
  const server = await serve(join(app.directory, 'dist-hooks'))
  const opened = await browser.newPage()
  try {
    await opened.goto(`${addressOf(server)}hooks.html`)
    return JSON.parse(await opened.locator('#seen').innerText())
  } finally {
    await opened.close()
    server.close()
  }
}

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
