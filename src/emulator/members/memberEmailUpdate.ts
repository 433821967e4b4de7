import { emailIdOf } from '../authentication/factor.ts'
import { newCode } from '../authentication/newCode.ts'
import { findMemberByEmail, findMemberByRetiredEmail, readEmail } from '../authentication/people.ts'
import { checkDomainNotClaimed } from '../authentication/provisioning.ts'
import { checkUnusedStrings } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import { sendMail } from '../inbox.ts'
import type { StoredMagicLink } from '../records/magicLinks.ts'
import type { StoredMember } from '../records/organizations.ts'
import type { StoredEmailOtp } from '../records/otps.ts'
import { readRedirectUrl, redirectUrl } from '../authentication/redirectUrl.ts'

const MINUTES = 5

/**
 * Mails a link or a code to the address that the member wants to have. It becomes the member's when the link or code
 * is authenticated (`completeEmailUpdate`); until then it is kept from others who want to change to it. An earlier
 * update of the member's is dropped.
 */
export function startEmailUpdate(context: EmulatorContext, member: StoredMember, body: Body): void {
  const address = readEmail(body)
  const method =
    body.optionalOneOf('delivery_method', ['EMAIL_MAGIC_LINK', 'EMAIL_OTP']) ?? 'EMAIL_MAGIC_LINK'
  const { login } = context.data.project.redirect_urls
  const leadsTo = readRedirectUrl(body, 'login_redirect_url', login)
  checkUnusedStrings(body, ['login_template_id', 'locale'])
  requireMayUpdate(member)
  requireWanted(context, member, address)

  for (const earlier of updatesOf(context)) {
    if (earlier.member_id === member.member_id) earlier.used = true
  }
  const { member_id, organization_id } = member
  const record = {
    method_id: emailIdOf(address),
    email_address: address,
    member_id,
    organization_id,
    expires_at: context.timestamp(MINUTES * 60_000),
    used: false,
  }
  const mail = {
    template: 'email_update',
    to: address,
    subject: 'Confirm your new address',
  } as const
  if (method === 'EMAIL_OTP') {
    const code = newCode(context)
    context.data.email_otps[context.newId('email-otp')] = {
      ...record,
      purpose: 'email_update',
      code,
      failed_attempts: 0,
    }
    sendMail(context, { ...mail, text: `Your code for the new address is ${code}.`, code })
    return
  }
  const token = context.newSecret()
  context.data.magic_links[token] = { ...record, kind: 'email_update', token, code_challenge: null }
  const url = redirectUrl(leadsTo, { tokenType: 'multi_tenant_magic_links', token })
  sendMail(context, {
    ...mail,
    text: `Confirm the new address with this link: ${url}`,
    url,
    token,
    token_type: 'multi_tenant_magic_links',
  })
}

function requireMayUpdate(member: StoredMember): void {
  if (member.status !== 'active') {
    throw badRequest(
      `The member is ${member.status}; only active members can change their address.`,
      'email_updates_available_only_for_active_members',
    )
  }
  if (!member.email_address_verified) {
    throw badRequest(
      'The present address of the member is not verified.',
      'member_has_no_active_verified_email',
    )
  }
}

/** Throws when the address is, was or is about to be somebody else's, or is the member's present one. */
function requireWanted(context: EmulatorContext, member: StoredMember, address: string): void {
  const { organization_id, member_id } = member
  checkDomainNotClaimed(context, address, organization_id)
  if (findMemberByEmail(context, organization_id, address)) {
    throw badRequest(
      `email_address ${address} belongs to a member of the organization already.`,
      'duplicate_member_email',
    )
  }
  const former = findMemberByRetiredEmail(context, organization_id, address)
  if (former && former.member_id !== member_id) {
    throw badRequest(
      `email_address ${address} is a former one of another member, from whom it was not unlinked.`,
      'desired_email_deactivated_by_different_member',
    )
  }
  const rival = updatesOf(context).some(
    (update) =>
      !update.used &&
      Date.parse(update.expires_at) > context.clock.now() &&
      update.organization_id === organization_id &&
      update.member_id !== member_id &&
      update.email_address.toLowerCase() === address.toLowerCase(),
  )
  if (rival) {
    throw badRequest(
      `Another member is just changing to email_address ${address}.`,
      'desired_email_updating_for_different_member',
    )
  }
}

function updatesOf({ data }: EmulatorContext): (StoredMagicLink | StoredEmailOtp)[] {
  return [
    ...Object.values(data.magic_links).filter(({ kind }) => kind === 'email_update'),
    ...Object.values(data.email_otps).filter(({ purpose }) => purpose === 'email_update'),
  ]
}
