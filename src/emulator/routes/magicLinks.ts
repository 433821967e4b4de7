import { Hono } from 'hono'
import type { AuthenticationFactor } from '../../client/types.ts'
import { checkUnusedStrings } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import { readSessionDuration, signIn } from '../sessions.ts'
import { findRecord } from '../store.ts'
import type { StoredMagicLink, StoredMember } from '../store.ts'
import { memberOf, organizationOf } from '../wire.ts'

const UNUSED = ['dfp_telemetry_id', 'captcha_token', 'intermediate_session_token', 'locale']

export function magicLinkRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/authenticate',
    publicEndpoint(context, async ({ body }) => {
      const token = body.string('magic_links_token')
      const durationMinutes = readSessionDuration(body)
      checkUnusedStrings(body, UNUSED)
      const link = findLink(context, token)
      await checkCodeVerifier(link, body.optionalString('pkce_code_verifier'))

      const member = memberOf(context, link)
      if (member.status === 'deleted')
        throw notFound('member_not_found', 'The member was deactivated.')
      useLink(context, link)
      member.email_address_verified = true
      const answer = await signIn(context, {
        member,
        organization: organizationOf(context, link),
        factors: [emailFactor(context, member)],
        durationMinutes,
      })
      return { ...answer, method_id: link.method_id }
    }),
  )

  return app
}

function findLink(context: EmulatorContext, token: string): StoredMagicLink {
  const link = findRecord(context.data.magic_links, token)
  if (link) return link
  throw notFound('magic_link_not_found', 'There is no magic link with this token.')
}

/** Checks and marks in one go, so that of two requests at the same time one is refused. */
function useLink(context: EmulatorContext, link: StoredMagicLink): void {
  if (link.used || Date.parse(link.expires_at) <= context.clock.now()) {
    throw new EmulatorError(
      401,
      'unable_to_auth_magic_link',
      'The magic link was already used or has expired. Ask for a new one.',
    )
  }
  link.used = true
}

async function checkCodeVerifier(
  link: StoredMagicLink,
  verifier: string | undefined,
): Promise<void> {
  if (link.code_challenge === null) {
    if (verifier === undefined) return
    throw badRequest(
      'The link was made without a PKCE code challenge, so it takes no code verifier.',
      'pkce_did_not_expect_code_verifier',
    )
  }
  if (verifier === undefined) {
    throw badRequest(
      'The link was made with a PKCE code challenge and needs its code verifier.',
      'pkce_expected_code_verifier',
    )
  }
  if ((await codeChallenge(verifier)) !== link.code_challenge) {
    throw badRequest(
      'The PKCE code verifier does not belong to the code challenge.',
      'pkce_mismatch',
    )
  }
}

async function codeChallenge(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function emailFactor(context: EmulatorContext, member: StoredMember): AuthenticationFactor {
  return {
    type: 'magic_link',
    delivery_method: 'email',
    last_authenticated_at: context.timestamp(),
    created_at: context.timestamp(),
    updated_at: context.timestamp(),
    sequence_order: 'PRIMARY',
    email_factor: { email_id: context.newId('email'), email_address: member.email_address },
  }
}
