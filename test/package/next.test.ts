import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { chromium, type Browser } from 'playwright'
import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import { serveEmulator, type EmulatorServer } from 'orgportal/emulator/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumArgs, ensureChromium } from '../../scripts/chromium.ts'
import { createConsumer, type Consumer } from './consumer.ts'

const EXAMPLE = 'examples/next/app'
const files = {
  ...Object.fromEntries(
    readdirSync(EXAMPLE).map((name) => [`app/${name}`, readFileSync(`${EXAMPLE}/${name}`, 'utf8')]),
  ),
  // The example is type checked with everything else.
  'next.config.mjs': 'export default { typescript: { ignoreBuildErrors: true } }',
}

describe('the Next.js example, built and served', () => {
  let emulator: EmulatorServer
  let browser: Browser
  let app: { url: string; stop: () => void }

  beforeAll(async () => {
    emulator = await serveEmulator({ port: 0, seed: 'scim' })
    const consumer = await createConsumer({
      name: 'next-app',
      files,
      packages: [
        ...['@tanstack/react-query', 'next', 'react', 'react-dom'],
        ...['typescript', '@types/node', '@types/react', '@types/react-dom'],
      ],
    })
    app = await serve(consumer, {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_PUBLIC_ORGPORTAL_TOKEN: emulator.emulator.publicToken,
      NEXT_PUBLIC_ORGPORTAL_BASE_URL: emulator.url,
    })
    browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs })
  })
  afterAll(async () => {
    app.stop()
    await browser.close()
    await emulator.close()
  })

  const requests = () => emulator.emulator.requests.map(({ method, path }) => `${method} ${path}`)

  it('sends who is signed in and what was prefetched with the page, and no token', async () => {
    const cookies = await signIn(emulator, 'admin')
    const answer = await fetch(app.url, { headers: { cookie: cookies.join('; ') } })
    const html = await answer.text()
    expect(html).toMatch(/Signed in as (<!-- -->)?Ada/)
    expect(html).toContain('<h2>Northwind Okta directory</h2><button>Rotate the token</button>')
    for (const cookie of cookies) expect(html).not.toContain(cookie.split('=')[1])
    expect(answer.headers.get('cache-control')).toMatch(/private|no-store/)
  })

  it('sends nothing of that to somebody else', async () => {
    const html = await (await fetch(app.url)).text()
    expect(html).toContain('Please sign in.')
    expect(html).not.toContain('Ada')
    const cookies = await signIn(emulator, 'member')
    const other = await (await fetch(app.url, { headers: { cookie: cookies.join('; ') } })).text()
    expect(other).toContain('Signed in as')
    expect(other).not.toContain('<h2>')
  })

  it('hydrates without a complaint or a second request, and follows a sign-out', async () => {
    const cookies = await signIn(emulator, 'admin')
    const context = await browser.newContext()
    await context.addCookies(
      cookies.map((cookie) => {
        const [name = '', value = ''] = cookie.split(/=(.*)/)
        return { name, value, url: app.url }
      }),
    )
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }))
    const before = requests().length
    await page.goto(app.url)
    await page.waitForLoadState('networkidle')
    await page.getByRole('heading', { name: 'Northwind Okta directory' }).waitFor()
    // The server's, and then the client's own two of every page load.
    expect(requests().slice(before).map(withoutPrefix).sort()).toEqual([
      'GET /b2b/scim',
      'GET /projects/bootstrap',
      'GET /projects/bootstrap',
      'POST /b2b/sessions/authenticate',
      'POST /b2b/sessions/authenticate',
    ])
    expect(complaints).toEqual([])
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('Please sign in.').waitFor()
    await page.reload()
    await page.getByText('Please sign in.').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

const withoutPrefix = (request: string) =>
  request.replace('/sdk/v1', '').replace(/\/public-token.*/, '')

/** The cookies of a browser in which the persona has signed in. */
async function signIn({ emulator, url }: EmulatorServer, persona: string): Promise<string[]> {
  const storage = createMemoryStorage()
  const client = createB2BClient(emulator.publicToken, { baseUrl: url, storage })
  const { token } = emulator.createMagicLink(persona)
  await client.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 })
  client.dispose()
  return storage.cookies.cookie.split('; ')
}

/** Builds the app and starts it. Resolves when it answers. */
async function serve({ directory }: Consumer, env: NodeJS.ProcessEnv) {
  const next = (...args: string[]) =>
    spawn(process.execPath, ['node_modules/next/dist/bin/next', ...args], { cwd: directory, env })
  let output = ''
  const building = next('build')
  building.stdout.on('data', (chunk) => (output += String(chunk)))
  building.stderr.on('data', (chunk) => (output += String(chunk)))
  const code = await new Promise((resolve) => building.once('exit', resolve))
  if (code !== 0) throw new Error(`The app was not built:\n${output}`)
  const server = next('start', '--port', '0', '--hostname', '127.0.0.1')
  output = ''
  const url = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`The app did not start:\n${output}`)))
    server.stdout.on('data', (chunk) => {
      output += String(chunk)
      const [, address] = /Local:\s+(http:\S+)[\s\S]*Ready/.exec(output) ?? []
      if (address) resolve(address)
    })
  })
  return { url, stop: () => server.kill() }
}
