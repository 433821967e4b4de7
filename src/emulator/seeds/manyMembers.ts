import { emailIdOf } from '../authentication/factor.ts'
import { createSeededRandom, randomUuid } from '../random.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import type { StoredScimConnection } from '../records/scim.ts'
import { addPassword, addTotp } from './sampleCredentials.ts'
import { addGroup, provision } from './scim.ts'
import { addMember } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'

const GIVEN =
  'Adaeze Ahmed Aisha Akira Alma Andrei Anika Arjun Astrid Bao Beatriz Ben Camille Carlos Chen Clara Daniel Deepa Diego Elena Emeka Emma Erik Fatima Felix Freya Gabriel Hana Hugo Ibrahim Ingrid Ivan Jamila Jin Julia Karim Kofi Lara Leila Lucas Luis Maya Mei Mohamed Nadia Noah Nora Omar Oscar Petra Rafael Rania Sara Sofia Tariq Tom Uma Wei Yara Zoe'.split(
    ' ',
  )
const FAMILY =
  'Abbas Andersson Bauer Becker Bianchi Castro Chandra Chukwu Cohen Costa Dang Diaz Eriksen Farouk Fernandez Fischer Fontaine Garcia Gupta Haas Hansen Horvath Ito Ivanova Jansen Johansson Kaya Khan Kim Kowalski Kumar Laurent Lee Lopez Mancini Mensah Meyer Moreno Mwangi Nakamura Nguyen Novak Okeke Olsen Park Patel Petrov Popescu Reyes Romano Rossi Santos Schmidt Silva Singh Suzuki Tanaka Weber Wong Yamada'.split(
    ' ',
  )
const SITES = ['Gothenburg', 'Kyoto', 'Lagos', 'Porto', 'Pune', 'Toronto']

/** What numbers begin with in some countries, and the first one there that is given to somebody. */
const PHONES = [
  ['+4670', 1740700],
  ['+4477009', 10000],
  ['+49151', 20000000],
  ['+336', 39980000],
  ['+8190', 12340000],
  ['+9198', 76500000],
  ['+23480', 31230000],
  ['+55119', 61230000],
  ['+1202', 5550000],
] as const

/** Nobody changed the members who hold this role since the project dropped it. */
const FORGOTTEN_ROLE = 'line_supervisor'

/** What is the same for each of the many, and what is counted over them. */
interface Crowd {
  store: SeedStore
  organization: StoredOrganization
  random: () => number
  randomStatus: () => number
  /** Through which some of them sign in. */
  ssoConnectionId: string
  /** By which some of them are managed. */
  scimConnection: StoredScimConnection | undefined
  /** How many have one: no two have the same. */
  phones: number
  /** Those whom the directory has put into the group that gives a role. */
  managed: string[]
}

/**
 * Fills the organization up with `count` members of all kinds who came over a year, one after the other. Some are managed
 * by the directory, where there is a connection to one. The same in each run.
 */
export function addManyMembers(
  store: SeedStore,
  organization: StoredOrganization,
  count: number,
  scimConnection?: StoredScimConnection,
): void {
  const crowd: Crowd = {
    store,
    organization,
    random: createSeededRandom('many-members'),
    // By itself, so that tests can rely on how many of each there are, whatever else is drawn.
    randomStatus: createSeededRandom('status/2254'),
    ssoConnectionId: organization.sso_default_connection_id ?? '',
    scimConnection,
    phones: 0,
    managed: [],
  }
  for (let index = 0; index < count; index += 1) {
    const daysAgo = 1 + (389 * (count - index)) / count
    addOne(crowd, { index, created_at: store.inDays(-daysAgo) })
  }
  if (!scimConnection) return
  const group_name = 'Field Service'
  const group_id = addGroup(store, scimConnection, { group_name, member_ids: crowd.managed })
  scimConnection.assignments.push({ role_id: 'viewer', group_id, group_name })
}

function addOne(crowd: Crowd, { index, created_at }: { index: number; created_at: string }): void {
  const { store, organization, random } = crowd
  const fullName = `${pick(random, GIVEN)} ${pick(random, FAMILY)}`
  const status = statusOf(crowd.randomStatus())
  const isKnown = status === 'active' || status === 'deleted'
  const address = `${fullName.toLowerCase().replace(' ', '.')}.${String(index)}`
  const domain = chance(random, 0.06) ? 'contractors.northwind.example' : 'northwind.example'
  const member = addMember(store, organization, {
    // Ids out of the address repeat themselves once in 100,000.
    member_id: newId(random, 'member'),
    name: chance(random, 0.02) ? '' : fullName,
    email_address: `${address}@${domain}`,
    email_address_verified: isKnown,
    status,
    role_ids: index === 40 ? [FORGOTTEN_ROLE] : rolesOf(random()),
    mfa_enrolled: chance(random, 0.3),
    is_breakglass: chance(random, 0.0008),
    external_id: chance(random, 0.5) ? `staff-${String(100_000 + index)}` : null,
    trusted_metadata: chance(random, 0.3) ? { cost_center: 100 + (index % 40) } : {},
    untrusted_metadata: chance(random, 0.4) ? { site: pick(random, SITES) } : {},
    created_at,
    updated_at: created_at,
  })
  if (!isKnown) return
  if (chance(random, 0.003)) retireAddress(member, `${address}@old.northwind.example`)
  addWaysIn(crowd, member)
  addSecondFactors(crowd, member)
}

function addWaysIn(crowd: Crowd, member: StoredMember): void {
  const { store, random, ssoConnectionId, scimConnection, managed } = crowd
  if (chance(random, 0.12)) addPassword(store, member)
  if (chance(random, 0.15)) addOAuth(random, member, 'Google')
  if (chance(random, 0.08)) addOAuth(random, member, 'Microsoft')
  if (chance(random, 0.35)) {
    member.sso_registrations.push({
      connection_id: ssoConnectionId,
      external_id: member.email_address,
      registration_id: newId(random, 'saml-registration'),
      sso_attributes: { groups: chance(random, 0.3) ? ['Robotics'] : [] },
    })
  }
  if (scimConnection && chance(random, 0.1)) {
    provision(store, scimConnection, member, { active: member.status === 'active' })
    if (chance(random, 0.25)) managed.push(member.member_id)
  }
}

function addSecondFactors(crowd: Crowd, member: StoredMember): void {
  const { store, random } = crowd
  if (chance(random, 0.08)) addTotp(store, member)
  if (!chance(random, 0.12)) return
  const [prefix, first] = PHONES[crowd.phones % PHONES.length] ?? PHONES[0]
  member.mfa_phone_number = `${prefix}${String(first + crowd.phones)}`
  crowd.phones += 1
  member.mfa_phone_number_verified = chance(random, 0.9)
  if (member.default_mfa_method === '' || chance(random, 0.5)) member.default_mfa_method = 'sms_otp'
}

function addOAuth(random: () => number, member: StoredMember, provider_type: string): void {
  member.oauth_registrations.push({
    member_oauth_registration_id: newId(random, 'oauth-member'),
    provider_subject: newId(random, 'subject'),
    provider_type,
    profile_picture_url: null,
    locale: null,
    provider_tenants: [],
  })
}

function retireAddress(member: StoredMember, email_address: string): void {
  member.retired_email_addresses.push({ email_id: emailIdOf(email_address), email_address })
}

/** Seven of ten are active. */
function statusOf(draw: number): StoredMember['status'] {
  if (draw < 0.7) return 'active'
  if (draw < 0.8) return 'invited'
  return draw < 0.9 ? 'pending' : 'deleted'
}

function rolesOf(draw: number): string[] {
  if (draw < 0.001) return ['stytch_admin']
  if (draw < 0.003) return ['it_admin']
  if (draw < 0.005) return ['auditor']
  if (draw < 0.43) return []
  if (draw < 0.58) return ['engineer']
  if (draw < 0.72) return ['viewer']
  return draw < 0.86 ? ['billing_admin'] : ['engineer', 'fleet_operator']
}

function chance(random: () => number, share: number): boolean {
  return random() < share
}

function pick(random: () => number, items: readonly string[]): string {
  return items[Math.floor(random() * items.length)] ?? ''
}

function newId(random: () => number, kind: string): string {
  return `${kind}-test-${randomUuid(random)}`
}
