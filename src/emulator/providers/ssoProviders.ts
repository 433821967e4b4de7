import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { notFound } from '../errors.ts'
import type { StoredOidcConnection, StoredSamlConnection } from '../records/sso.ts'
import { connectionBehind } from '../sso/findConnection.ts'
import { findRecord } from '../store.ts'
import { formOf } from './formOf.ts'
import { identityProviderRoutes } from './identityProviderRoutes.ts'
import { finishOidc } from './oidcCallback.ts'
import { finishSaml } from './samlCallback.ts'
import { ssoProblem } from './ssoProblem.ts'
import { startSso } from './ssoStart.ts'

/** The SSO start and callback of the API and, behind them, the identity providers; mounted at `/`. */
export function ssoProviderRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get('/v1/public/sso/start', async (c) => c.redirect(await startSso(context, c.req.query())))
  app.post('/v1/b2b/sso/callback/:connectionId', async (c) => {
    const connection = requireType(context, c.req.param('connectionId'), 'saml')
    // What was posted is done with: the browser gets the next address.
    return c.redirect(await finishSaml(context, connection, await formOf(c)), 303)
  })
  app.get('/v1/b2b/sso/callback/:connectionId', async (c) => {
    const connection = requireType(context, c.req.param('connectionId'), 'oidc')
    return c.redirect(await finishOidc(context, connection, c.req.query()))
  })
  app.onError((error, c) => ssoProblem(c, error, 'Signing in did not work'))

  app.route('/', identityProviderRoutes(context))
  return app
}

type Provided = StoredSamlConnection | StoredOidcConnection

function requireType<Type extends Provided['type']>(
  context: EmulatorContext,
  connectionId: string,
  type: Type,
): Extract<Provided, { type: Type }> {
  const found = findRecord(context.data.sso_connections, connectionId)
  const connection = found && found.type !== 'external' ? connectionBehind(context, found) : null
  if (connection && isOfType(connection, type)) return connection
  throw notFound(
    `${type}_connection_not_found`,
    `There is no ${type.toUpperCase()} connection ${connectionId}.`,
  )
}

function isOfType<Type extends Provided['type']>(
  connection: Provided,
  type: Type,
): connection is Extract<Provided, { type: Type }> {
  return connection.type === type
}
