import { Hono } from 'hono'
import { createFactor } from '../authentication/factor.ts'
import { completeSignIn } from '../authentication/signIn.ts'
import { checkUnusedStrings, parseBody, readText } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { EmulatorError } from '../errors.ts'
import { findPerson } from '../authentication/magicLinks.ts'
import type { StoredImpersonationToken } from '../records/impersonation.ts'
import type { StoredMember } from '../records/organizations.ts'
import { redirectUrl } from '../authentication/redirectUrl.ts'
import { minutes } from '../sessions/sessions.ts'
import { findRecord } from '../store.ts'
import { memberOf, organizationOf } from '../wire.ts'

const TOKEN_MINUTES = 5
const SESSION_MINUTES = 60
const TOKEN_TYPE = 'multi_tenant_impersonation'

/** The project's team acts as a member, mounted at `/b2b/impersonation`. */
export function impersonationRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/authenticate',
    publicEndpoint(context, ({ body }) => {
      checkUnusedStrings(body, ['captcha_token', 'dfp_telemetry_id'])
      const token = takeToken(context, body.string('impersonation_token'))
      const member = memberOf(context, token)
      requireActive(member)
      const { impersonator_id, impersonator_email_address } = token
      return completeSignIn(context, {
        member,
        organization: organizationOf(context, member),
        factors: [
          createFactor(context, {
            type: 'impersonated',
            delivery_method: 'impersonation',
            impersonated_factor: { impersonator_id, impersonator_email_address },
          }),
        ],
        // A session of its own: what the member is signed in with must not become somebody else's.
        request: { durationMinutes: SESSION_MINUTES, intermediate: null, visitor: null },
      })
    }),
  )

  return app
}

/**
 * Makes tokens for it, which in the service only its dashboard and its server can. Mounted at
 * `/_emulator/impersonation-tokens`.
 */
export function impersonationTokenRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()
  app.post('/', async (c) => {
    const body = parseBody(await readText(c.req.raw))
    const member = findPerson(context, body.string('member_id'))
    requireActive(member)
    const token = context.newSecret()
    context.data.impersonation_tokens[token] = {
      token,
      member_id: member.member_id,
      organization_id: member.organization_id,
      impersonator_id: body.optionalString('impersonator_id') ?? 'support',
      impersonator_email_address:
        body.optionalString('impersonator_email_address') ?? 'support@orbit-control.example',
      expires_at: context.timestamp(minutes(TOKEN_MINUTES)),
      used: false,
    }
    const { login } = context.data.project.redirect_urls
    const url = redirectUrl(login, { tokenType: TOKEN_TYPE, token })
    return c.json({ token, token_type: TOKEN_TYPE, url })
  })
  return app
}

function takeToken(context: EmulatorContext, token: string): StoredImpersonationToken {
  const stored = findRecord(context.data.impersonation_tokens, token)
  if (!stored || stored.used || Date.parse(stored.expires_at) <= context.clock.now()) {
    throw new EmulatorError(
      401,
      'unable_to_auth_impersonation_token',
      'The impersonation token does not exist, was used or has expired.',
    )
  }
  stored.used = true
  return stored
}

function requireActive(member: StoredMember): void {
  if (member.status === 'active') return
  throw new EmulatorError(
    403,
    'member_impersonation_not_allowed',
    `Only active members can be acted for, and ${member.member_id} is ${member.status}.`,
  )
}
