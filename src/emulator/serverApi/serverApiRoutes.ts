import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'

/** The API for backends, mounted at `/v1/b2b`. */
export function serverApiRoutes(_context: EmulatorContext): Hono<EmulatorEnv> {
  return new Hono<EmulatorEnv>()
}
