import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { oidcProviderRoutes } from './oidcProvider.ts'
import { ssoProblem } from './ssoProblem.ts'
import { samlProviderRoutes } from './samlProvider.ts'

/** All emulated identity providers, mounted at `/`. */
export function identityProviderRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()
  app.route('/idp/saml', samlProviderRoutes(context))
  app.route('/idp/oidc', oidcProviderRoutes(context))
  app.onError((error, c) => ssoProblem(c, error, 'The identity provider refused'))
  return app
}
