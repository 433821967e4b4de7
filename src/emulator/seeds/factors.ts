import { createRecoveryCodes } from '../mfa/recoveryCodes.ts'
import { createSeededRandom } from '../random.ts'
import type { StoredMember } from '../records/organizations.ts'
import { seedId } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const SECRET_LENGTH = 32

/** Gives the member a password. It is hashed when it is first compared, as a seed is built at once. */
export function addPassword(
  { data, inDays }: SeedStore,
  member: StoredMember,
  password: string,
): void {
  member.member_password_id = seedId('member-password', member.member_id)
  data.passwords[member.member_password_id] = {
    member_password_id: member.member_password_id,
    email_address: member.email_address,
    member_id: member.member_id,
    salt: '',
    hash: password,
    created_at: inDays(-100),
  }
}

/** Gives the member an authenticator app that was confirmed, with recovery codes. */
export function addTotp(
  { data, context, inDays }: SeedStore,
  member: StoredMember,
  secret = seedTotpSecret(member.member_id),
): void {
  const totp_registration_id = seedId('member-totp', member.member_id)
  Object.assign(member, { totp_registration_id, default_mfa_method: 'totp' })
  data.totps[totp_registration_id] = {
    totp_registration_id,
    member_id: member.member_id,
    organization_id: member.organization_id,
    secret,
    verified: true,
    expires_at: inDays(-100),
    last_step: 0,
  }
  createRecoveryCodes(context, member)
}

function seedTotpSecret(name: string): string {
  const random = createSeededRandom(`totp/${name}`)
  const letters = Array.from({ length: SECRET_LENGTH }, () =>
    BASE32.charAt(Math.floor(random() * BASE32.length)),
  )
  return letters.join('')
}
