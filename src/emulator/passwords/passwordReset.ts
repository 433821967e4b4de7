import { checkCodeVerifier, readCodeChallenge, readCodeVerifier } from '../authentication/pkce.ts'
import { checkUnusedStrings } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { EmulatorError } from '../errors.ts'
import { sendMail } from '../inbox.ts'
import { LINK_LIFETIME, readLifetime } from '../authentication/lifetimes.ts'
import { addMagicLink } from '../authentication/magicLinks.ts'
import type { StoredMember } from '../records/organizations.ts'
import type { StoredPasswordReset } from '../records/passwords.ts'
import { readRedirectUrl, redirectUrl } from '../authentication/redirectUrl.ts'
import { minutes } from '../sessions/sessions.ts'
import { findRecord } from '../store.ts'
import { organizationOf } from '../wire.ts'

/** How long the link to set a password lasts. */
const LIFETIME = { ...LINK_LIFETIME, usual: 30 }

interface ResetSettings {
  lifetime: number
  /** Where the link to set a password leads to. */
  resetsAt: string
  /** Where the link that signs in without setting one leads to. */
  signsInAt: string
  codeChallenge: string | null
}

/** What a call that begins a reset says beside the address. */
export function readResetSettings(
  { data }: EmulatorContext,
  body: Body,
  { signsInBy }: { signsInBy: 'login' | 'discovery' },
): ResetSettings {
  const { redirect_urls, pkce_required } = data.project
  checkUnusedStrings(body, [
    'reset_password_template_id',
    'verify_email_template_id',
    'locale',
    'captcha_token',
    'dfp_telemetry_id',
  ])
  return {
    lifetime: readLifetime(body, 'reset_password_expiration_minutes', LIFETIME),
    resetsAt: readRedirectUrl(
      body,
      'reset_password_redirect_url',
      redirect_urls.reset_password,
      'invalid_password_reset_redirect_url',
    ),
    signsInAt: readRedirectUrl(body, `${signsInBy}_redirect_url`, redirect_urls[signsInBy]),
    codeChallenge: readCodeChallenge(body, { required: pkce_required.password_resets }),
  }
}

/**
 * Mails a link to set a password with, and one to sign in without: to a member or, in discovery, to whoever has the
 * address.
 */
export function mailPasswordReset(
  context: EmulatorContext,
  person: { emailAddress: string; member: StoredMember | null },
  { lifetime, resetsAt, signsInAt, codeChallenge }: ResetSettings,
): void {
  const { emailAddress, member } = person
  const token = context.newSecret()
  const token_type = member ? 'multi_tenant_passwords' : 'discovery'
  context.data.password_resets[token] = {
    token,
    email_address: emailAddress,
    member_id: member?.member_id ?? null,
    organization_id: member?.organization_id ?? null,
    expires_at: context.timestamp(minutes(lifetime)),
    used: false,
    code_challenge: codeChallenge,
  }
  const url = redirectUrl(resetsAt, {
    tokenType: token_type,
    token,
    stytch_redirect_type: 'reset_password',
  })
  const skip = addMagicLink(context, {
    kind: member ? 'sign_in' : 'discovery',
    emailAddress,
    member,
    minutes: lifetime,
    leadsTo: signsInAt,
    codeChallenge,
  })
  const name = member
    ? organizationOf(context, member).organization_name
    : context.data.project.project_name
  sendMail(context, {
    template: 'password_reset',
    to: emailAddress,
    subject: `Set your password for ${name}`,
    text: `Set a password for ${name} with this link: ${url}\nOr sign in without one: ${skip.url}`,
    url,
    token,
    token_type,
  })
}

/** The reset that a token is for, of a member or of discovery. Throws unless it can be done now, by this browser. */
export async function requireReset(
  context: EmulatorContext,
  body: Body,
  { of }: { of: 'member' | 'discovery' },
): Promise<StoredPasswordReset> {
  const reset = findRecord(context.data.password_resets, body.string('password_reset_token'))
  if (!reset || (reset.member_id === null) !== (of === 'discovery')) throw notResettable()
  checkUsable(context, reset)
  await checkCodeVerifier(reset, readCodeVerifier(body))
  return reset
}

/** Checks and marks in one go, so that of two requests at the same time one is refused. */
export function useReset(context: EmulatorContext, reset: StoredPasswordReset): void {
  checkUsable(context, reset)
  reset.used = true
}

function checkUsable({ clock }: EmulatorContext, reset: StoredPasswordReset): void {
  if (reset.used || Date.parse(reset.expires_at) <= clock.now()) throw notResettable()
}

function notResettable(): EmulatorError {
  return new EmulatorError(
    401,
    'unable_to_auth_password_reset_token',
    'The link to set a password does not exist, was used or has expired. Ask for a new one.',
  )
}
