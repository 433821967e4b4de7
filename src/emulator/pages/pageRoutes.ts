import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { Emulator } from '../createEmulator.ts'
import type { EmulatorEnv } from '../endpoint.ts'

/** The pages for people: the start page at `/`, and the inbox. */
export function pageRoutes(_context: EmulatorContext, _emulator: Emulator): Hono<EmulatorEnv> {
  return new Hono<EmulatorEnv>()
}
