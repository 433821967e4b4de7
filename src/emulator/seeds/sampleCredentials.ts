import type { StoredMember } from '../records/organizations.ts'
import { seedId } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'

/** The password of Hiroshi Sato in Northwind, and of Olu Adeyemi's address wherever it is a member. */
export const SAMPLE_PASSWORD = 'orbit-lantern-cobalt-42'

/** What authenticator apps of the samples hold: the secret of the test vectors in RFC 6238. */
export const SAMPLE_TOTP_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/** What stands in for such an app, each once. */
export const SAMPLE_RECOVERY_CODES: readonly string[] = [
  'aaaa-aaaa-0001',
  'aaaa-aaaa-0002',
  'aaaa-aaaa-0003',
]

/** Gives people of the sample organization what they can sign in with beside a link in a mail. */
export function addSampleCredentials(store: SeedStore): void {
  for (const member of Object.values(store.data.members)) {
    if (member.name === 'Hiroshi Sato') addPassword(store, member)
    if (member.name === 'Olu Adeyemi') addPassword(store, member, { isShared: true })
    if (member.name === 'Dmitri Volkov') addTotp(store, member)
  }
}

/** Gives a member a password: of their own or, shared, as if set in discovery, of the address in all its organizations. */
export function addPassword(
  { data }: SeedStore,
  member: StoredMember,
  { password = SAMPLE_PASSWORD, isShared = false } = {},
): void {
  const { email_address, member_id, created_at } = member
  const member_password_id = seedId('member-password', isShared ? email_address : member_id)
  member.member_password_id = member_password_id
  data.passwords[member_password_id] = {
    member_password_id,
    email_address,
    member_id: isShared ? null : member_id,
    salt: '',
    hash: password,
    created_at,
  }
}

/** Gives a member an authenticator app that was confirmed, with recovery codes. */
export function addTotp(
  { data }: SeedStore,
  member: StoredMember,
  { secret = SAMPLE_TOTP_SECRET, recoveryCodes = SAMPLE_RECOVERY_CODES } = {},
): void {
  const { member_id, organization_id, created_at } = member
  const totp_registration_id = seedId('member-totp', member_id)
  member.totp_registration_id = totp_registration_id
  member.default_mfa_method ||= 'totp'
  data.totps[totp_registration_id] = {
    totp_registration_id,
    member_id,
    organization_id,
    secret,
    verified: true,
    expires_at: created_at,
    last_step: 0,
  }
  data.recovery_codes[member_id] = {
    member_id,
    codes: recoveryCodes.map((code) => ({ code, used: false })),
  }
}
