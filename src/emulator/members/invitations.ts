import { findMemberByEmail, readEmail } from '../authentication/people.ts'
import { bodyOf, checkUnusedStrings } from '../body.ts'
import type { Body } from '../body.ts'
import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, EmulatorError } from '../errors.ts'
import { INVITE_LIFETIME, readLifetime } from '../authentication/lifetimes.ts'
import { mailMagicLink } from '../authentication/magicLinks.ts'
import { changeMember, createMember } from './memberChanges.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { readRedirectUrl } from '../authentication/redirectUrl.ts'
import { emailDomain } from '../roles.ts'

/** What an invitation may say about the person. */
const FIELDS = ['email_address', 'name', 'untrusted_metadata', 'roles']

/**
 * Mails an invitation to the caller's organization: to somebody new, or once more to somebody who has not signed in
 * yet. Throws when the organization does not want it, and for members who are active already.
 */
export function inviteMember(context: EmulatorContext, caller: Caller, body: Body): StoredMember {
  const { organization } = caller
  const emailAddress = readEmail(body)
  const minutes = readLifetime(body, 'invite_expiration_minutes', INVITE_LIFETIME)
  const leadsTo = readRedirectUrl(
    body,
    'invite_redirect_url',
    context.data.project.redirect_urls.invite,
  )
  checkUnusedStrings(body, ['invite_template_id', 'locale'])
  // Whoever may let people in may not by this give them more than they have themselves.
  if (body.has('roles')) caller.mustBeAllowed('stytch.member', 'update.settings.roles')
  requireInvitable(organization, emailAddress)

  const member = invitedMember(context, organization, emailAddress, body)
  member.status = 'invited'
  mailMagicLink(context, {
    kind: 'invite',
    emailAddress: member.email_address,
    member,
    minutes,
    leadsTo,
    codeChallenge: null,
  })
  return member
}

function invitedMember(
  context: EmulatorContext,
  organization: StoredOrganization,
  emailAddress: string,
  body: Body,
): StoredMember {
  const given = FIELDS.filter((name) => body.has(name)).map((name) => [name, body.raw(name)])
  const fields = bodyOf(Object.fromEntries(given), 'The body')
  const existing = findMemberByEmail(context, organization.organization_id, emailAddress)
  if (!existing) return createMember(context, organization, fields)
  if (existing.status === 'active') {
    throw badRequest(
      `${emailAddress} is an active member of the organization already.`,
      'duplicate_member_email',
    )
  }
  changeMember(context, organization, existing, fields)
  return existing
}

function requireInvitable(
  { email_invites, email_allowed_domains }: StoredOrganization,
  emailAddress: string,
): void {
  if (email_invites === 'ALL_ALLOWED') return
  if (email_invites !== 'RESTRICTED') {
    throw new EmulatorError(
      403,
      'invalid_email_for_invites',
      'The organization does not let its members invite anybody.',
    )
  }
  const domain = emailDomain(emailAddress)
  if (email_allowed_domains.some((allowed) => allowed.toLowerCase() === domain)) return
  throw badRequest(
    `The organization does not let its members invite people at ${domain}.`,
    'invalid_email_for_invites',
  )
}
