import { Hono } from 'hono'
import { discoveryAnswer } from '../authentication/discovery.ts'
import { createEmailFactor } from '../authentication/factor.ts'
import { checkNotLocked } from '../authentication/locks.ts'
import { memberToMail } from '../authentication/memberToMail.ts'
import { readEmail, verifyEmail } from '../authentication/people.ts'
import { checkCodeVerifier, readCodeChallenge, readCodeVerifier } from '../authentication/pkce.ts'
import { completeSignIn, readSignIn } from '../authentication/signIn.ts'
import { checkUnusedStrings } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { memberEndpoint, publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { EmulatorError, notFound } from '../errors.ts'
import { checkMailArrives } from '../inbox.ts'
import { inviteMember } from '../members/invitations.ts'
import { LINK_LIFETIME, readLifetime } from '../authentication/lifetimes.ts'
import { mailMagicLink } from '../authentication/magicLinks.ts'
import { completeEmailUpdate } from '../members/memberChanges.ts'
import { memberAnswer } from '../members/memberTarget.ts'
import type { StoredMagicLink } from '../records/magicLinks.ts'
import { readRedirectUrl } from '../authentication/redirectUrl.ts'
import { findRecord } from '../store.ts'
import { memberOf, organizationOf } from '../wire.ts'

/** Mounted at `/b2b/magic_links`. */
export function magicLinkRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/email/login_or_signup',
    publicEndpoint(context, ({ body }) => {
      const { redirect_urls, pkce_required } = context.data.project
      const emailAddress = readEmail(body)
      const codeChallenge = readCodeChallenge(body, { required: pkce_required.email_magic_links })
      const login = {
        minutes: readLifetime(body, 'login_expiration_minutes', LINK_LIFETIME),
        leadsTo: readRedirectUrl(body, 'login_redirect_url', redirect_urls.login),
      }
      const signup = {
        minutes: readLifetime(body, 'signup_expiration_minutes', LINK_LIFETIME),
        leadsTo: readRedirectUrl(body, 'signup_redirect_url', redirect_urls.signup),
      }
      checkUnusedStrings(body, ['login_template_id', 'signup_template_id', 'locale'])
      const organization = organizationOf(context, {
        organization_id: body.string('organization_id'),
      })
      const member = memberToMail(context, organization, { emailAddress, method: 'magic_link' })
      mailMagicLink(context, {
        kind: 'sign_in',
        emailAddress: member.email_address,
        member,
        codeChallenge,
        ...(member.status === 'active' ? login : signup),
      })
      return {}
    }),
  )

  app.post(
    '/email/invite',
    memberEndpoint(context, { needs: ['stytch.member', 'create'] }, ({ caller, body }) =>
      memberAnswer(context, inviteMember(context, caller, body)),
    ),
  )

  app.post(
    '/email/discovery/send',
    publicEndpoint(context, ({ body }) => {
      const { redirect_urls, pkce_required } = context.data.project
      checkUnusedStrings(body, ['login_template_id', 'locale', 'captcha_token', 'dfp_telemetry_id'])
      const emailAddress = readEmail(body)
      checkMailArrives(context, emailAddress)
      mailMagicLink(context, {
        kind: 'discovery',
        emailAddress,
        member: null,
        codeChallenge: readCodeChallenge(body, { required: pkce_required.email_magic_links }),
        minutes: readLifetime(body, 'discovery_expiration_minutes', LINK_LIFETIME),
        leadsTo: readRedirectUrl(body, 'discovery_redirect_url', redirect_urls.discovery),
      })
      return {}
    }),
  )

  app.post(
    '/authenticate',
    publicEndpoint(context, async ({ body, visitor }) => {
      const token = body.string('magic_links_token')
      const request = readSignIn(context, { body, visitor })
      const link = findLink(context, token)
      const { member_id, organization_id, email_address } = link
      if (member_id === null || organization_id === null) throw linkNotFound()
      await checkCodeVerifier(link, readCodeVerifier(body))

      const member = memberOf(context, { member_id })
      if (member.status === 'deleted')
        throw notFound('member_not_found', 'The member was deactivated.')
      checkNotLocked(context, member)
      useLink(context, link)
      if (link.kind === 'email_update') completeEmailUpdate(context, member, email_address)
      else verifyEmail(context, member)
      const answer = await completeSignIn(context, {
        member,
        organization: organizationOf(context, { organization_id }),
        factors: [createEmailFactor(context, 'magic_link', email_address)],
        request,
      })
      return { ...answer, method_id: link.method_id }
    }),
  )

  app.post(
    '/discovery/authenticate',
    publicEndpoint(context, async ({ body }) => {
      const token = body.string('discovery_magic_links_token')
      checkUnusedStrings(body, ['captcha_token', 'dfp_telemetry_id'])
      const link = findLink(context, token)
      if (link.kind !== 'discovery') throw linkNotFound()
      await checkCodeVerifier(link, readCodeVerifier(body))
      useLink(context, link)
      return discoveryAnswer(context, {
        emailAddress: link.email_address,
        factors: [createEmailFactor(context, 'magic_link', link.email_address)],
      })
    }),
  )

  return app
}

function findLink(context: EmulatorContext, token: string): StoredMagicLink {
  const link = findRecord(context.data.magic_links, token)
  if (link) return link
  throw linkNotFound()
}

/** Also for links that are for the other of the two calls. */
function linkNotFound(): EmulatorError {
  return notFound('magic_link_not_found', 'There is no magic link with this token.')
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
