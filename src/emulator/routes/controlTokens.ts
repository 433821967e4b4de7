import { Hono } from 'hono'
import { parseBody, readText } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { notFound } from '../errors.ts'
import { findPerson, issueMagicLink } from '../authentication/magicLinks.ts'
import { findRecord } from '../store.ts'
import { scimBaseUrl } from '../wire.ts'

/** The part of the control API that hands out what a sign-in, a backend or a directory begins with. */
export function controlTokenRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get('/personas', (c) => c.json({ personas: context.data.personas }))

  app.post('/personas/:id/magic-link', async (c) => {
    const codeChallenge =
      parseBody(await readText(c.req.raw)).optionalString('pkce_code_challenge') ?? null
    return c.json(issueMagicLink(context, c.req.param('id'), { codeChallenge }))
  })

  app.post('/access-tokens', async (c) => {
    const body = parseBody(await readText(c.req.raw))
    const { member_id, organization_id } = findPerson(context, body.string('member_id'))
    const access_token = context.newSecret()
    context.data.access_tokens[access_token] = {
      access_token,
      client_id: body.optionalString('client_id') ?? 'connected-app-test-sample',
      member_id,
      organization_id,
      scopes: body.optionalStrings('scopes') ?? ['openid', 'full_access'],
      issued_at: context.timestamp(),
      used: false,
    }
    return c.json({ access_token })
  })

  app.post('/trusted-tokens', async (c) => {
    const body = parseBody(await readText(c.req.raw))
    const profile_id =
      body.optionalString('profile_id') ?? Object.keys(context.data.trusted_profiles)[0]
    if (profile_id === undefined || !findRecord(context.data.trusted_profiles, profile_id)) {
      throw notFound(
        'trusted_token_profile_not_found',
        `There is no trusted token profile ${String(profile_id)}.`,
      )
    }
    const token = context.newSecret()
    context.data.trusted_tokens[token] = {
      token,
      token_id: context.newId('trusted-token'),
      profile_id,
      email_address: body.string('email_address'),
      organization_id: body.optionalString('organization_id') ?? null,
      expires_at: context.timestamp(5 * 60_000),
    }
    return c.json({ profile_id, token })
  })

  // With the live tokens, which the API itself never shows again: for a simulated directory.
  app.get('/scim', (c) => {
    const active = Object.values(context.data.scim_connections).filter(
      ({ status }) => status === 'active',
    )
    return c.json({
      connections: active.map((connection) => ({
        connection_id: connection.connection_id,
        organization_id: connection.organization_id,
        display_name: connection.display_name,
        identity_provider: connection.identity_provider,
        base_url: scimBaseUrl(context, connection),
        bearer_token: connection.bearer_token.value,
        next_bearer_token: connection.next_bearer_token?.value ?? null,
      })),
    })
  })

  app.get('/scim/log', (c) => c.json({ requests: context.data.scim_log }))

  return app
}
