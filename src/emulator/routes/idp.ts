import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'

/** The project as the identity provider of connected apps, mounted at `/idp/b2b`. */
export function idpRoutes(_context: EmulatorContext): Hono<EmulatorEnv> {
  return new Hono<EmulatorEnv>()
}
