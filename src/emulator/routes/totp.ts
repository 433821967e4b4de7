import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'

/** Authenticator apps, mounted at `/b2b/totp`. */
export function totpRoutes(_context: EmulatorContext): Hono<EmulatorEnv> {
  return new Hono<EmulatorEnv>()
}
