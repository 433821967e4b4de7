import type { Described } from '../described.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { knownRoles, MEMBER_ROLE } from '../roles.ts'
import { addPassword, addTotp } from './factors.ts'
import { addMember, seedId } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'
import { slugOf } from '../slugOf.ts'

const STATUSES = ['active', 'pending', 'invited', 'deleted'] as const

export function readMembers(
  store: SeedStore,
  described: Described,
  organization: StoredOrganization,
  connections: ReadonlyMap<string, string>,
): void {
  const taken = new Set<string>()
  for (const person of described.objects('members')) {
    const email_address = readEmailAddress(person)
    if (taken.has(email_address.toLowerCase())) {
      person.wrong('email_address', 'is that of another member of the organization too.')
    }
    taken.add(email_address.toLowerCase())
    const status = person.oneOf('status', STATUSES) ?? 'active'
    const member = addMember(store, organization, {
      name: person.optionalText('name') ?? '',
      email_address,
      status,
      email_address_verified:
        person.flag('email_address_verified') ?? (status === 'active' || status === 'deleted'),
      role_ids: readRoleIds(store, organization, person, 'roles'),
      is_breakglass: person.flag('is_breakglass') ?? false,
      mfa_enrolled: person.flag('mfa_enrolled') ?? false,
      external_id: person.optionalText('external_id') ?? null,
      trusted_metadata: person.free('trusted_metadata') ?? {},
      untrusted_metadata: person.free('untrusted_metadata') ?? {},
      sso_registrations: readRegistrations(person, email_address, connections),
    })
    readFactors(store, person, member)
    readPersona(store, person, member)
  }
}

/** Ids of roles that the project or the organization has. */
export function readRoleIds(
  { data }: SeedStore,
  organization: StoredOrganization,
  described: Described,
  field: string,
): string[] {
  const roles = knownRoles(data, organization)
  const given = described.texts(field) ?? []
  const unknown = given.find((id) => !roles.has(id))
  if (unknown !== undefined) {
    described.wrong(
      field,
      `names the role ${unknown}, which there is none of. There are: ${[...roles.keys()].join(', ')}.`,
    )
  }
  return [...new Set(given)].filter((id) => id !== MEMBER_ROLE)
}

export function readEmailAddress(described: Described): string {
  const address = described.text('email_address')
  if (address !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) {
    described.wrong('email_address', `must be an email address; it is ${JSON.stringify(address)}.`)
  }
  return address
}

function readFactors(store: SeedStore, person: Described, member: StoredMember): void {
  if (person.has('password')) addPassword(store, member, person.text('password'))
  const phone = person.optionalText('mfa_phone_number')
  if (phone !== undefined) {
    if (!/^\+[1-9]\d{6,14}$/.test(phone)) {
      person.wrong('mfa_phone_number', 'must be in the form of E.164, such as "+14155550123".')
    }
    member.mfa_phone_number = phone
    member.mfa_phone_number_verified = true
  }
  readTotp(store, person, member)
  const methods = [
    ...(phone === undefined ? [] : (['sms_otp'] as const)),
    ...(member.totp_registration_id === '' ? [] : (['totp'] as const)),
  ]
  const method = person.oneOf('default_mfa_method', ['sms_otp', 'totp'])
  if (method !== undefined && !methods.includes(method)) {
    person.wrong(
      'default_mfa_method',
      `is ${method}, for which the member needs ${method === 'totp' ? 'a totp_secret' : 'an mfa_phone_number'}.`,
    )
  }
  member.default_mfa_method = method ?? methods[0] ?? ''
}

function readTotp(store: SeedStore, person: Described, member: StoredMember): void {
  const secret = person.raw('totp_secret')
  if (secret === undefined || secret === false) return
  if (secret === true) addTotp(store, member)
  else if (typeof secret === 'string' && /^[A-Z2-7]{32}$/.test(secret)) {
    addTotp(store, member, secret)
  } else {
    person.wrong('totp_secret', 'must be true, or 32 characters of Base32 (A to Z and 2 to 7).')
  }
}

function readRegistrations(
  person: Described,
  email_address: string,
  connections: ReadonlyMap<string, string>,
): StoredMember['sso_registrations'] {
  return person.objects('sso_registrations').map((registration) => {
    const name = registration.text('connection')
    const connection_id = connections.get(name)
    if (connection_id === undefined) {
      const known = [...connections.keys()].join(', ') || 'none'
      registration.wrong(
        'connection',
        `names no SSO connection of the organization. It has: ${known}.`,
      )
    }
    return {
      connection_id: connection_id ?? '',
      external_id: email_address,
      registration_id: seedId('sso-registration', `${name}/${email_address}`),
      sso_attributes: { groups: registration.texts('groups') ?? [] },
    }
  })
}

function readPersona({ data }: SeedStore, person: Described, member: StoredMember): void {
  const given = person.raw('persona')
  const description = person.optionalText('description')
  if (given === undefined || given === false) return
  if (given !== true && (typeof given !== 'string' || !/^[\w.-]+$/.test(given))) {
    person.wrong('persona', 'must be true, or an id out of letters, digits, - . _')
    return
  }
  const { name, email_address, member_id, organization_id, role_ids, status } = member
  const id = given === true ? slugOf(name || email_address) : given
  if (data.personas.some((other) => other.id === id)) {
    person.wrong('persona', `has the id ${id}, as another persona. Write persona: ANOTHER-ID.`)
  }
  if (status === 'deleted') person.wrong('persona', 'cannot be a member who is deleted.')
  data.personas.push({
    id,
    name: name || email_address,
    email_address,
    description: description ?? (role_ids.join(', ') || 'Member'),
    member_id,
    organization_id,
  })
}
