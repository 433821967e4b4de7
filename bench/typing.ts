import type { Browser, CDPSession } from 'playwright'
import type { EmulatorServer } from 'orgportal/emulator/node'
import { buildApp } from './buildApp.ts'
import { PAGES_URL } from './environment.ts'
import { sessionCookies } from './sessionCookies.ts'

interface TypingRun {
  rounds: number
  browser: Browser
  emulator: EmulatorServer
}

/** Typed with a pause after it that is shorter than the one the search waits for: only the field has work to do. */
const TEXT = 'hana.nakamura.1234'
const BETWEEN_KEYS_MS = 120
/** A frame at 60 frames a second. */
const FRAME_MS = 1000 / 60

/**
 * What a key in the search box costs the main thread, with 10,000 members: the time of all its tasks (scripts, style, layout,
 * paint) from one key to the next, as Chromium accounts for it.
 */
export async function benchTyping({ rounds, browser, emulator }: TypingRun): Promise<string> {
  const app = await buildApp('members/ours')
  emulator.emulator.reset('ten-thousand-members')
  emulator.emulator.setLatency(0)
  const cookies = await sessionCookies(emulator, 'admin')
  const keys: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ storageState: { cookies, origins: [] } })
    const page = await context.newPage()
    const protocol = await context.newCDPSession(page)
    await protocol.send('Performance.enable')
    await page.goto(PAGES_URL + app.path)
    await page.getByRole('grid').waitFor()
    await page.getByRole('searchbox').focus()
    for (const key of TEXT) {
      const before = await taskMs(protocol)
      await page.keyboard.press(key)
      await page.waitForTimeout(BETWEEN_KEYS_MS)
      keys.push((await taskMs(protocol)) - before)
    }
    await context.close()
    process.stdout.write('.')
  }
  return render(keys.sort((one, other) => one - other))
}

async function taskMs(protocol: CDPSession): Promise<number> {
  const { metrics } = await protocol.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

function render(sorted: readonly number[]): string {
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const within = sorted.filter((ms) => ms < FRAME_MS).length
  return [
    '### Typing in the search box of AdminPortalMemberManagement, 10,000 members',
    '',
    '| Main thread per key | |',
    '| --- | ---: |',
    `| median | ${at(0.5).toFixed(1)} ms |`,
    `| 95 of 100 keys | ${at(0.95).toFixed(1)} ms |`,
    `| keys within a frame (${FRAME_MS.toFixed(1)} ms) | ${within} of ${sorted.length} |`,
    '',
    'All tasks of the page from one key to the next, not scripts alone. The request goes out once per pause; no row is rendered before its answer.',
  ].join('\n')
}
