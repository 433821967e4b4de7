import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'

/** Mounted at `/b2b/sso`. */
export function ssoRoutes(_context: EmulatorContext): Hono<EmulatorEnv> {
  return new Hono<EmulatorEnv>()
}
