import type { EmulatorContext } from './context.ts'
import { notFound } from './errors.ts'
import { sendMail } from './inbox.ts'
import { redirectUrl } from './redirectUrl.ts'
import { findRecord } from './store.ts'
import type { StoredMember } from './records/organizations.ts'
import { organizationOf } from './wire.ts'

const MINUTES = 60
const INVITE_MINUTES = 7 * 24 * 60

export interface IssuedMagicLink {
  token: string
  token_type: 'multi_tenant_magic_links'
  /** The link as it stands in the mail. */
  url: string
}

/** Makes a sign-in link for a persona or a member and puts the mail that carries it into the inbox. */
export function issueMagicLink(
  context: EmulatorContext,
  personaOrMemberId: string,
  { codeChallenge = null }: { codeChallenge?: string | null } = {},
): IssuedMagicLink {
  const member = findPerson(context, personaOrMemberId)
  const organization = organizationOf(context, member)
  const token = context.newSecret()
  const lifetime = member.status === 'invited' ? INVITE_MINUTES : MINUTES
  context.data.magic_links[token] = {
    token,
    kind: member.status === 'invited' ? 'invite' : 'sign_in',
    method_id: context.newId('email'),
    email_address: member.email_address,
    member_id: member.member_id,
    organization_id: member.organization_id,
    expires_at: context.timestamp(lifetime * 60_000),
    used: false,
    code_challenge: codeChallenge,
  }

  const link: IssuedMagicLink = {
    token,
    token_type: 'multi_tenant_magic_links',
    url: redirectUrl(context.data.project.redirect_urls.login, {
      tokenType: 'multi_tenant_magic_links',
      token,
    }),
  }
  sendMail(context, {
    template: 'magic_link',
    to: member.email_address,
    subject: `Your sign-in link for ${organization.organization_name}`,
    text: `Hello ${member.name}, sign in to ${organization.organization_name} with this link: ${link.url}`,
    ...link,
  })
  return link
}

/** A member by id, or by the id of a persona; not a deleted one. */
export function findPerson({ data }: EmulatorContext, personaOrMemberId: string): StoredMember {
  const persona = data.personas.find(({ id }) => id === personaOrMemberId)
  const member = findRecord(data.members, persona?.member_id ?? personaOrMemberId)
  if (member && member.status !== 'deleted') return member
  const known = data.personas.map(({ id }) => id).join(', ')
  throw notFound(
    'member_not_found',
    `There is no persona or member ${personaOrMemberId} to sign in as. Personas are: ${known}.`,
  )
}
