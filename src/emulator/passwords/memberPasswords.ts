import { countFailedAttempt } from '../authentication/locks.ts'
import type { EmulatorContext } from '../context.ts'
import { notFound } from '../errors.ts'
import type { StoredMember } from '../records/organizations.ts'
import type { StoredPassword } from '../records/passwords.ts'
import { findRecord } from '../store.ts'
import { hashPassword } from './hashPassword.ts'

/** The member's own password or the one of the address. Throws 404 `member_password_not_found` without. */
export function requirePassword(context: EmulatorContext, member: StoredMember): StoredPassword {
  const own = findRecord(context.data.passwords, member.member_password_id)
  return own ?? requireSharedPassword(context, member.email_address)
}

/** The password that an address has in all its organizations. Throws 404 `member_password_not_found` without. */
export function requireSharedPassword(
  context: EmulatorContext,
  emailAddress: string,
): StoredPassword {
  const password = findSharedPassword(context, emailAddress)
  if (password) return password
  throw notFound('member_password_not_found', 'There is no password. Set one by a reset.')
}

/** The members, not deleted, who sign in with the password. */
export function holdersOf(
  { members }: EmulatorContext,
  { member_password_id }: StoredPassword,
): StoredMember[] {
  return members
    .all()
    .members.filter(
      (member) => member.member_password_id === member_password_id && member.status !== 'deleted',
    )
}

/** Whether it is the password. Counts a wrong one against its members, who are locked after too many. */
export async function matches(
  context: EmulatorContext,
  password: StoredPassword,
  given: string,
): Promise<boolean> {
  const { salt, hash } =
    password.salt === '' ? await setHash(context, password, password.hash) : password
  if ((await hashPassword(given, salt)) === hash) return true
  for (const member of holdersOf(context, password)) countFailedAttempt(context, member)
  return false
}

/** Makes it the password of the member in this organization, and no other. */
export async function setMemberPassword(
  context: EmulatorContext,
  member: StoredMember,
  password: string,
): Promise<void> {
  const { data } = context
  const present = findRecord(data.passwords, member.member_password_id)
  const own = present?.member_id === member.member_id ? present : undefined
  const { member_password_id } = await keepPassword(context, own, {
    email_address: member.email_address,
    member_id: member.member_id,
    password,
  })
  member.member_password_id = member_password_id
  member.updated_at = context.timestamp()
}

/** Makes it the password of the address, in all organizations that it is in. Returns its members there. */
export async function setSharedPassword(
  context: EmulatorContext,
  emailAddress: string,
  password: string,
): Promise<StoredMember[]> {
  const { data } = context
  const { member_password_id } = await keepPassword(
    context,
    findSharedPassword(context, emailAddress),
    { email_address: emailAddress, member_id: null, password },
  )
  const wanted = emailAddress.toLowerCase()
  const members = context.members
    .all()
    .withAddress(emailAddress)
    .filter(
      (member) => member.email_address.toLowerCase() === wanted && member.status !== 'deleted',
    )
  for (const member of members) {
    if (member.member_password_id === member_password_id) continue
    Reflect.deleteProperty(data.passwords, member.member_password_id)
    member.member_password_id = member_password_id
    member.updated_at = context.timestamp()
  }
  return members
}

function findSharedPassword(
  { data }: EmulatorContext,
  emailAddress: string,
): StoredPassword | undefined {
  return Object.values(data.passwords).find(
    ({ member_id, email_address }) =>
      member_id === null && email_address.toLowerCase() === emailAddress.toLowerCase(),
  )
}

/** Changes the password, or makes one where there is none. */
async function keepPassword(
  context: EmulatorContext,
  present: StoredPassword | undefined,
  {
    password,
    ...owner
  }: Pick<StoredPassword, 'email_address' | 'member_id'> & {
    password: string
  },
): Promise<StoredPassword> {
  const stored: StoredPassword = present ?? {
    ...owner,
    member_password_id: context.newId('member-password'),
    salt: '',
    hash: '',
    created_at: context.timestamp(),
  }
  await setHash(context, stored, password)
  context.data.passwords[stored.member_password_id] = stored
  return stored
}

async function setHash(
  context: EmulatorContext,
  stored: StoredPassword,
  password: string,
): Promise<Pick<StoredPassword, 'salt' | 'hash'>> {
  const salt = context.newSecret(16)
  const hash = await hashPassword(password, salt)
  Object.assign(stored, { salt, hash })
  return { salt, hash }
}
