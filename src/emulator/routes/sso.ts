import { Hono } from 'hono'
import { createFactor } from '../authentication/factor.ts'
import { readEmail } from '../authentication/people.ts'
import { checkCodeVerifier, readCodeVerifier } from '../authentication/pkce.ts'
import { completeSignIn, readSignIn } from '../authentication/signIn.ts'
import { bodyOf, checkUnusedStrings } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { memberEndpoint, publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { EmulatorError, notFound } from '../errors.ts'
import type { StoredSsoConnection, StoredSsoToken } from '../records/sso.ts'
import { deleteConnection } from '../sso/deleteConnection.ts'
import { discoverConnections } from '../sso/discoverConnections.ts'
import { ssoMember } from '../sso/ssoMember.ts'
import { wireExternal, wireOidc, wireSaml } from '../sso/wireSso.ts'
import { findRecord } from '../store.ts'
import { organizationOf } from '../wire.ts'
import { ssoExternalRoutes } from './ssoExternal.ts'
import { ssoOidcRoutes } from './ssoOidc.ts'
import { ssoSamlRoutes } from './ssoSaml.ts'

const UNUSED = ['dfp_telemetry_id', 'captcha_token', 'locale']

/** Mounted at `/b2b/sso`. */
export function ssoRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get(
    '/',
    memberEndpoint(context, { needs: ['stytch.sso', 'get'] }, ({ caller }) => {
      const connections = connectionsOf(context, caller.organization.organization_id)
      return {
        saml_connections: connections.flatMap((sso) =>
          sso.type === 'saml' ? [wireSaml(context, sso)] : [],
        ),
        oidc_connections: connections.flatMap((sso) =>
          sso.type === 'oidc' ? [wireOidc(context, sso)] : [],
        ),
        external_connections: connections.flatMap((sso) =>
          sso.type === 'external' ? [wireExternal(sso)] : [],
        ),
      }
    }),
  )

  app.get(
    '/discovery/connections',
    publicEndpoint(context, ({ query }) => {
      const asked = bodyOf({ email_address: query('email_address') ?? '' }, 'The query')
      return { connections: discoverConnections(context, readEmail(asked)) }
    }),
  )

  app.post(
    '/authenticate',
    publicEndpoint(context, async ({ body, visitor }) => {
      const value = body.string('sso_token')
      const request = readSignIn(context, { body, visitor })
      checkUnusedStrings(body, UNUSED)
      const token = await takeToken(context, value, body)
      const organization = organizationOf(context, connectionOf(context, token))
      const { member, registration } = ssoMember(context, organization, token)
      const factor = createFactor(context, {
        type: 'sso',
        delivery_method: `sso_${token.type}`,
        [`${token.type}_sso_factor`]: {
          id: registration.registration_id,
          provider_id: token.connection_id,
          external_id: registration.external_id,
        },
      })
      return completeSignIn(context, { member, organization, factors: [factor], request })
    }),
  )

  app.route('/saml', ssoSamlRoutes(context))
  app.route('/oidc', ssoOidcRoutes(context))
  app.route('/external', ssoExternalRoutes(context))

  app.delete(
    '/:connectionId',
    memberEndpoint(context, { needs: ['stytch.sso', 'delete'] }, ({ caller, param }) => {
      const connection_id = param('connectionId')
      deleteConnection(context, caller, connection_id)
      return { connection_id }
    }),
  )

  return app
}

function connectionsOf({ data }: EmulatorContext, organizationId: string): StoredSsoConnection[] {
  return Object.values(data.sso_connections).filter(
    ({ organization_id }) => organization_id === organizationId,
  )
}

/** Checks the token and uses it up, so that of two requests at the same time one is refused. */
async function takeToken(
  context: EmulatorContext,
  value: string,
  body: Body,
): Promise<StoredSsoToken> {
  const token = findRecord(context.data.sso_tokens, value)
  if (!token) throw notFound('sso_token_not_found', 'There is no SSO sign-in with this token.')
  await checkCodeVerifier(token, readCodeVerifier(body))
  if (token.used || Date.parse(token.expires_at) <= context.clock.now()) {
    throw new EmulatorError(
      401,
      'sso_token_not_found',
      'The SSO sign-in was finished already or took too long. Begin again.',
    )
  }
  token.used = true
  return token
}

function connectionOf(
  { data }: EmulatorContext,
  { connection_id }: StoredSsoToken,
): StoredSsoConnection {
  const connection = findRecord(data.sso_connections, connection_id)
  if (connection) return connection
  throw notFound('sso_connection_not_found', 'The SSO connection was deleted meanwhile.')
}
