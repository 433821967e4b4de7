import { emailIdOf } from './factor.ts'
import type { EmulatorContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { sendMail } from '../inbox.ts'
import { INVITE_LIFETIME, LINK_LIFETIME } from './lifetimes.ts'
import type { InboxMessage } from '../records/inbox.ts'
import type { StoredMagicLink } from '../records/magicLinks.ts'
import type { StoredMember } from '../records/organizations.ts'
import { redirectUrl } from './redirectUrl.ts'
import { findRecord } from '../store.ts'
import { organizationOf } from '../wire.ts'

export interface IssuedMagicLink {
  token: string
  token_type: 'multi_tenant_magic_links' | 'discovery'
  /** The link as it stands in the mail. */
  url: string
}

interface NewMagicLink {
  kind: Exclude<StoredMagicLink['kind'], 'email_update'>
  emailAddress: string
  /** null for discovery, which is about an address only. */
  member: StoredMember | null
  /** How long it lasts. */
  minutes: number
  /** The address that it leads to. */
  leadsTo: string
  codeChallenge: string | null
}

/** Makes a link and puts the mail that carries it into the inbox. */
export function mailMagicLink(context: EmulatorContext, wanted: NewMagicLink): IssuedMagicLink {
  const link = addMagicLink(context, wanted)
  sendMail(context, {
    ...mailOf(context, wanted, link.url),
    to: wanted.emailAddress,
    ...link,
  })
  return link
}

/** Makes a link, for a mail of the caller's. */
export function addMagicLink(
  context: EmulatorContext,
  { kind, emailAddress, member, minutes, leadsTo, codeChallenge }: NewMagicLink,
): IssuedMagicLink {
  const token = context.newSecret()
  const token_type = member ? 'multi_tenant_magic_links' : 'discovery'
  const url = redirectUrl(leadsTo, { tokenType: token_type, token })
  context.data.magic_links[token] = {
    token,
    kind,
    method_id: emailIdOf(emailAddress),
    email_address: emailAddress,
    member_id: member?.member_id ?? null,
    organization_id: member?.organization_id ?? null,
    expires_at: context.timestamp(minutes * 60_000),
    used: false,
    code_challenge: codeChallenge,
  }
  return { token, token_type, url }
}

/** Makes a sign-in link for a persona or a member and puts the mail that carries it into the inbox. */
export function issueMagicLink(
  context: EmulatorContext,
  personaOrMemberId: string,
  { codeChallenge = null }: { codeChallenge?: string | null } = {},
): IssuedMagicLink {
  const member = findPerson(context, personaOrMemberId)
  const { redirect_urls } = context.data.project
  const isInvited = member.status === 'invited'
  return mailMagicLink(context, {
    kind: isInvited ? 'invite' : 'sign_in',
    emailAddress: member.email_address,
    member,
    minutes: (isInvited ? INVITE_LIFETIME : LINK_LIFETIME).usual,
    leadsTo: isInvited ? redirect_urls.invite : redirect_urls.login,
    codeChallenge,
  })
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

function mailOf(
  context: EmulatorContext,
  { kind, member }: NewMagicLink,
  url: string,
): Pick<InboxMessage, 'template' | 'subject' | 'text'> {
  if (!member) {
    const { project_name } = context.data.project
    return {
      template: 'discovery',
      subject: `Your sign-in link for ${project_name}`,
      text: `Hello, continue to ${project_name} with this link: ${url}`,
    }
  }
  const { organization_name } = organizationOf(context, member)
  const greeting = member.name === '' ? 'Hello' : `Hello ${member.name}`
  if (kind === 'invite') {
    return {
      template: 'invite',
      subject: `You are invited to ${organization_name}`,
      text: `${greeting}, join ${organization_name} with this link: ${url}`,
    }
  }
  return member.status === 'active'
    ? {
        template: 'magic_link',
        subject: `Your sign-in link for ${organization_name}`,
        text: `${greeting}, sign in to ${organization_name} with this link: ${url}`,
      }
    : {
        template: 'magic_link',
        subject: `Confirm your address for ${organization_name}`,
        text: `${greeting}, confirm your address and join ${organization_name} with this link: ${url}`,
      }
}
