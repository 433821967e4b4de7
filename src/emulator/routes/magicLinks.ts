import { Hono } from 'hono'
import { createFactor } from '../authentication/factor.ts'
import { checkCodeVerifier, readCodeVerifier } from '../authentication/pkce.ts'
import { completeSignIn, readSignIn } from '../authentication/signIn.ts'
import { checkUnusedStrings } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { EmulatorError, notFound } from '../errors.ts'
import { findRecord } from '../store.ts'
import type { StoredMagicLink } from '../records/magicLinks.ts'
import { memberOf, organizationOf } from '../wire.ts'

const UNUSED = ['dfp_telemetry_id', 'captcha_token', 'intermediate_session_token', 'locale']

export function magicLinkRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/authenticate',
    publicEndpoint(context, async ({ body, visitor }) => {
      const token = body.string('magic_links_token')
      const request = readSignIn(context, { body, visitor })
      checkUnusedStrings(body, UNUSED)
      const link = findLink(context, token)
      await checkCodeVerifier(link, readCodeVerifier(body))

      const member = memberOf(context, link)
      if (member.status === 'deleted')
        throw notFound('member_not_found', 'The member was deactivated.')
      useLink(context, link)
      member.email_address_verified = true
      const { email_address } = link
      const answer = await completeSignIn(context, {
        member,
        organization: organizationOf(context, link),
        factors: [
          createFactor(context, {
            type: 'magic_link',
            delivery_method: 'email',
            email_factor: { email_id: context.newId('email'), email_address },
          }),
        ],
        request,
      })
      return { ...answer, method_id: link.method_id }
    }),
  )

  return app
}

/** The link of a member: those of discovery are for another call. */
function findLink(context: EmulatorContext, token: string): MemberLink {
  const link = findRecord(context.data.magic_links, token)
  if (link && isMemberLink(link)) return link
  throw notFound('magic_link_not_found', 'There is no magic link with this token.')
}

interface MemberLink extends StoredMagicLink {
  member_id: string
  organization_id: string
}

function isMemberLink(link: StoredMagicLink): link is MemberLink {
  return link.member_id !== null && link.organization_id !== null
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
