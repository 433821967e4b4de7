import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'

/** Mounted at `/b2b/discovery`. */
export function discoveryRoutes(_context: EmulatorContext): Hono<EmulatorEnv> {
  return new Hono<EmulatorEnv>()
}
