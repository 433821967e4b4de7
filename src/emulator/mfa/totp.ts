import { countFailedAttempt } from '../authentication/locks.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import { randomText } from '../randomText.ts'
import type { StoredTotp } from '../records/mfa.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { minutes } from '../sessions/sessions.ts'
import { findRecord } from '../store.ts'
import { isRecoveryCode } from './recoveryCodes.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const SECRET_LENGTH = 32
/** What apps take when nothing else is said, and what RFC 6238 has as its usual. */
const PARAMETERS = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** So many time steps before and after now count too: clocks differ, and people are slow. */
const WINDOW = 1

/** Begins to register an app. One that was begun before and never confirmed is forgotten. */
export function createTotp(
  context: EmulatorContext,
  member: StoredMember,
  { lifetime }: { lifetime: number },
): StoredTotp {
  const { totps } = context.data
  if (member.totp_registration_id !== '') {
    throw badRequest(
      'The member has an authenticator app, which has to be deleted first.',
      'active_totp_exists',
    )
  }
  for (const { totp_registration_id, member_id } of Object.values(totps)) {
    if (member_id === member.member_id) Reflect.deleteProperty(totps, totp_registration_id)
  }
  const totp: StoredTotp = {
    totp_registration_id: context.newId('member-totp'),
    member_id: member.member_id,
    organization_id: member.organization_id,
    secret: randomText(context, SECRET_LENGTH, BASE32),
    verified: false,
    expires_at: context.timestamp(minutes(lifetime)),
    last_step: 0,
  }
  totps[totp.totp_registration_id] = totp
  return totp
}

/** The QR code that an app scans, as the `src` of an image. */
export async function totpQrCode(
  { data }: EmulatorContext,
  { secret }: StoredTotp,
  { member, organization }: { member: StoredMember; organization: StoredOrganization },
): Promise<string> {
  const [{ TOTP }, { renderSVG }] = await Promise.all([import('otpauth'), import('uqr')])
  const uri = new TOTP({
    ...PARAMETERS,
    issuer: `${data.project.project_name} (${organization.organization_name})`,
    label: member.email_address,
    secret,
  }).toString()
  return `data:image/svg+xml,${encodeURIComponent(renderSVG(uri, { border: 2 }))}`
}

/**
 * Takes a code of the member's app, each once. The first code confirms a registration. Checks and marks in one go, so
 * that of two requests with the same code one is refused.
 */
export async function takeTotpCode(
  context: EmulatorContext,
  member: StoredMember,
  code: string,
): Promise<StoredTotp> {
  if (isRecoveryCode(code)) {
    throw badRequest(
      'This is a recovery code, which has a call of its own.',
      'recovery_code_used_as_totp_code',
    )
  }
  if (!/^\d{6}$/.test(code)) throw badRequest('code must have six digits.', 'invalid_totp_code')
  const { Secret, TOTP } = await import('otpauth')

  const totp = findTotp(context, member)
  if (!totp) throw notFound('totp_not_found', 'The member has no authenticator app.')
  if (!totp.verified && Date.parse(totp.expires_at) <= context.clock.now()) {
    throw new EmulatorError(
      401,
      'expired_totp',
      'The app was not confirmed in time. Begin its registration again.',
    )
  }
  const timestamp = context.clock.now()
  const delta = TOTP.validate({
    ...PARAMETERS,
    token: code,
    secret: Secret.fromBase32(totp.secret),
    timestamp,
    window: WINDOW,
  })
  if (delta === null) {
    countFailedAttempt(context, member)
    throw new EmulatorError(
      401,
      'unable_to_authenticate_totp',
      'This is not what the app of the member shows now.',
    )
  }
  const step = Math.floor(timestamp / 1000 / PARAMETERS.period) + delta
  if (step <= totp.last_step) {
    throw new EmulatorError(
      401,
      'totp_code_already_authenticated',
      'This code was used already. Wait for the next one.',
    )
  }
  totp.last_step = step
  return totp
}

/** The app that the member has or, failing that, has begun to register. */
function findTotp({ data }: EmulatorContext, member: StoredMember): StoredTotp | undefined {
  return (
    findRecord(data.totps, member.totp_registration_id) ??
    Object.values(data.totps).find(({ member_id }) => member_id === member.member_id)
  )
}
