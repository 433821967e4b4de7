import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'

/**
 * Flags for every Chromium that this project starts: no sandbox (containers run as root), no background traffic, and
 * no name look-ups but those of the tests' own hosts, so that a run never leaves the machine.
 */
export const chromiumArgs: string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP *.example.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/**
 * The path of a Chromium that tests, stories and the bench can start: `CHROMIUM_PATH`, else Playwright's own, else one
 * of the system's. Throws with the command that would install one.
 */
export function findChromium(): string {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH is "${chosen}", and there is no such file.`)
  }
  const found = [chromium.executablePath(), ...systemBrowsers].find((path) => existsSync(path))
  if (found) return found
  throw new Error(
    'No Chromium found. Install one with "npx playwright install chromium", or set CHROMIUM_PATH to yours.',
  )
}

/** As `findChromium`, but installs the distribution's Chromium where that can be done unasked: Debian, as root. */
export function ensureChromium(): string {
  try {
    return findChromium()
  } catch (error) {
    if (process.env['CHROMIUM_PATH'] || !canInstall()) throw error
  }
  console.log('No Chromium found: installing it with apt-get.')
  const options = {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const
  execFileSync('apt-get', ['update', '-qq'], options)
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
  return findChromium()
}

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

function canInstall(): boolean {
  return (
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ensureChromium())
}
