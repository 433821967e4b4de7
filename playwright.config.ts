import { defineConfig } from '@playwright/test'
import { chromiumArgs, findChromium } from './scripts/chromium.ts'
import { DEMO_URL } from './test/e2e/addresses.ts'

/**
 * Over HTTP in a real browser with real cookies: the built demo (`e2e`), and the official client beside ours
 * (`interop`, which brings servers of its own to each worker). The journeys have one worker: they share one emulator,
 * which is given fresh data before each of them.
 */
export default defineConfig({
  testMatch: '**/*.e2e.ts',
  projects: [
    { name: 'e2e', testDir: './test/e2e', workers: 1 },
    // Nothing to look at in a page without anything on it.
    {
      name: 'interop',
      testDir: './test/interop',
      fullyParallel: true,
      use: { trace: 'off' },
    },
  ],
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  // A busy machine is late once, a real fault twice; `npm test` names what passed only at the second attempt.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: './test-results',
  use: {
    // What cannot be clicked is told by its name, before the test runs out of its own time.
    actionTimeout: 20_000,
    baseURL: DEMO_URL,
    trace: 'retain-on-failure',
    video: 'off',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: { executablePath: findChromium(), args: chromiumArgs },
  },
  webServer: {
    command: 'npx tsx test/e2e/servers.ts',
    url: DEMO_URL.replace('localhost', '127.0.0.1'),
    reuseExistingServer: false,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    stdout: 'pipe',
  },
})
