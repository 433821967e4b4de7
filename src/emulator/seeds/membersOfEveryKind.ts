import { createEmailFactor, createFactor, emailIdOf } from '../authentication/factor.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { emulatedOidcConnection } from '../sso/newConnection.ts'
import { emailOf, personaOf } from './northwind.ts'
import { MEMBERS_PERSONAS } from './personas.ts'
import { helpDeskRole, recruiterRole } from './policy.ts'
import { addPassword, addTotp } from './sampleCredentials.ts'
import { addDeprovisionedMember, addDirectory, addScimConnection } from './scim.ts'
import { addMember, seedId } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'

type Fields = Pick<StoredMember, 'name'> & Partial<StoredMember>

/** Those who differ from others in one thing each, or in as many as one can. */
const PEOPLE: readonly Fields[] = [
  { name: 'Imani Cole', role_ids: ['engineer', 'fleet_operator'], mfa_enrolled: true },
  { name: 'Casper Bloom', role_ids: ['engineer', 'line_supervisor'] },
  {
    name: 'Nadia Farouk',
    role_ids: ['stytch_admin'],
    status: 'invited',
    email_address_verified: false,
  },
  { name: 'Viktor Lang', role_ids: ['stytch_admin'], status: 'deleted' },
  { name: 'Wren Castillo', ...phone('+4915123000100') },
  { name: 'Yusuf Demir', ...phone('+919876500100'), mfa_phone_number_verified: false },
  { name: 'Zofia Nowak', is_breakglass: true },
  {
    name: 'Malik Osei',
    external_id: 'staff-100417',
    trusted_metadata: { cost_center: 417, manager: 'Ada Lovelace', sites: ['Lagos', 'Porto'] },
    untrusted_metadata: { theme: 'dark', onboarding: { finished: true, step: 4 } },
  },
  { name: 'Petra Vogel' },
  { name: 'Quinn Harper', status: 'deleted', email_address_verified: false },
  { name: 'Rashid Karimov' },
  { name: 'Saoirse Byrne' },
  { name: 'Tadeo Ruiz' },
  { name: 'Uma Krishnan' },
  { name: '', email_address: 'night.shift@northwind.example' },
  {
    name: '',
    email_address: 'front.desk@northwind.example',
    status: 'invited',
    email_address_verified: false,
  },
  { name: 'ليلى حداد', email_address: 'layla.haddad@northwind.example', role_ids: ['viewer'] },
  { name: '山本 陽菜', email_address: 'hina.yamamoto@northwind.example' },
  {
    name: 'Maximiliana Konstantinopoulou-Featherstonehaugh de la Cruz y Montenegro',
    email_address: 'maximiliana.konstantinopoulou-featherstonehaugh@contractors.northwind.example',
    role_ids: ['engineer', 'viewer', 'billing_admin', 'auditor', 'fleet_operator'],
  },
  { name: 'Bola Adewale', email_address: 'bola.adewale@contractors.northwind.example' },
  { name: 'Ciara Doyle', status: 'pending', email_address_verified: false, role_ids: ['viewer'] },
  {
    name: 'Desmond Achebe',
    status: 'invited',
    email_address_verified: false,
    role_ids: ['engineer'],
  },
  { name: 'Edith Larsson', status: 'invited', email_address_verified: false },
  { name: 'Fabio Conti', status: 'deleted', role_ids: ['billing_admin'] },
  { name: 'Gita Menon', status: 'deleted' },
  { name: 'Hugo Lambert', role_ids: ['engineer'] },
  { name: 'Ida Nyström', email_address: 'ida.nystrom@northwind.example' },
  { name: 'Jabari Mwangi', role_ids: ['viewer'] },
  { name: 'Kirsten Holm' },
  { name: 'Lorenzo Ricci', role_ids: ['billing_admin'] },
  { name: 'Mei-Ling Chou' },
  { name: 'Noé Girard', email_address: 'noe.girard@northwind.example' },
  { name: 'Oksana Bondar', role_ids: ['viewer'] },
]

/**
 * Fills Northwind up to 60 members: each status, each way of signing in and each source of a role is there. An
 * administrator and a people manager can manage roles now; somebody invited, somebody deactivated and somebody whose
 * group at the identity provider says so could, were things otherwise.
 */
export function addMembersOfEveryKind(store: SeedStore, organization: StoredOrganization): void {
  organization.custom_roles = [
    ...(organization.custom_roles ?? []),
    helpDeskRole(),
    recruiterRole(),
  ]
  const scim = addScimConnection(store, organization)
  addDirectory(store, scim)
  addDeprovisionedMember(store, organization, scim)
  addPersonas(store, organization)
  for (const [index, person] of PEOPLE.entries()) {
    addMember(store, organization, {
      email_address: emailOf(person.name),
      created_at: store.inDays(-280 + 7.5 * index),
      ...person,
    })
  }
  memberCalled(store, 'Olu Adeyemi').role_ids = ['billing_admin']
  addSso(store, organization)
  addWaysIn(store)
  addHistory(store)
}

/** Leaves the admin as the only one who can manage roles. */
export function leaveOneAdmin(store: SeedStore, organization: StoredOrganization): void {
  const manager = MEMBERS_PERSONAS['people-manager']
  store.data.personas = store.data.personas.filter(({ name }) => name !== manager.name)
  Object.assign(memberCalled(store, manager.name), { status: 'deleted', role_ids: [] })
  memberCalled(store, 'Nadia Farouk').role_ids = []
  memberCalled(store, 'Viktor Lang').role_ids = []
  const sso = store.data.sso_connections[organization.sso_default_connection_id ?? '']
  if (sso?.type !== 'saml') return
  sso.group_implicit_role_assignments = sso.group_implicit_role_assignments.filter(
    ({ role_id }) => role_id !== 'people_manager',
  )
}

function addPersonas(store: SeedStore, organization: StoredOrganization): void {
  for (const id of ['help-desk', 'recruiter'] as const) {
    const { name, role_ids, description } = MEMBERS_PERSONAS[id]
    const email_address = emailOf(name)
    const member = addMember(store, organization, { name, email_address, role_ids: [...role_ids] })
    store.data.personas.push(personaOf(id, description, member))
  }
}

/** Roles by the connection and by a group of it, and a second connection, by OIDC. */
function addSso(store: SeedStore, organization: StoredOrganization): void {
  const { data } = store
  const okta = data.sso_connections[organization.sso_default_connection_id ?? '']
  if (okta?.type !== 'saml') throw new Error('Northwind has no SAML connection.')
  okta.implicit_role_assignments = [{ role_id: 'viewer' }]
  okta.group_implicit_role_assignments.push({ role_id: 'people_manager', group: 'People Ops' })
  const entra = {
    connection_id: seedId('oidc-connection', 'northwind-suppliers'),
    display_name: 'Suppliers Entra',
    identity_provider: 'microsoft-entra',
    organization_id: organization.organization_id,
  }
  data.sso_connections[entra.connection_id] = emulatedOidcConnection(entra, {
    idp: 'entra-suppliers',
  })
  const register = (name: string, connection_id: string, groups: string[]) => {
    const member = memberCalled(store, name)
    member.sso_registrations.push({
      connection_id,
      external_id: member.email_address,
      registration_id: seedId('sso-registration', `${connection_id}/${member.email_address}`),
      sso_attributes: { groups },
    })
  }
  register('Imani Cole', okta.connection_id, ['Robotics'])
  register('Rashid Karimov', okta.connection_id, ['People Ops', 'Robotics'])
  register('Saoirse Byrne', okta.connection_id, [])
  register('Tadeo Ruiz', entra.connection_id, [])
}

function addWaysIn(store: SeedStore): void {
  const imani = memberCalled(store, 'Imani Cole')
  addOAuth(imani, 'Google')
  addOAuth(imani, 'Microsoft')
  addOAuth(memberCalled(store, 'Uma Krishnan'), 'GitHub')
  addOAuth(memberCalled(store, 'Kirsten Holm'), 'Google')
  addPassword(store, imani)
  addPassword(store, memberCalled(store, 'Petra Vogel'))
  addTotp(store, imani)
  Object.assign(imani, phone('+12025550143'))
  addTotp(store, memberCalled(store, 'Hugo Lambert'))
  for (const { connected_app_id, client_type } of Object.values(store.data.connected_apps)) {
    const isFirstParty = client_type.startsWith('first_party')
    store.data.app_grants.push({
      connected_app_id,
      member_id: imani.member_id,
      organization_id: imani.organization_id,
      scopes: isFirstParty ? ['openid', 'profile', 'full_access'] : ['openid', 'documents:read'],
      granted_at: store.inDays(-9),
    })
  }
}

/** What has happened to some: addresses they had, too many wrong passwords, sign-ins on two devices. */
function addHistory(store: SeedStore): void {
  const imani = memberCalled(store, 'Imani Cole')
  for (const address of ['imani.okoro@northwind.example', 'imani@orbitworks.example']) {
    imani.retired_email_addresses.push({ email_id: emailIdOf(address), email_address: address })
  }
  Object.assign(memberCalled(store, 'Petra Vogel'), {
    is_locked: true,
    lock_created_at: store.inDays(-0.01),
    lock_expires_at: store.inDays(0.03),
  })
  const { context } = store
  const bySso = createFactor(context, {
    type: 'sso',
    delivery_method: 'sso_saml',
    saml_sso_factor: {
      id: imani.sso_registrations[0]?.registration_id ?? '',
      provider_id: imani.sso_registrations[0]?.connection_id ?? '',
      external_id: imani.email_address,
    },
  })
  addSession(store, imani, bySso)
  addSession(store, imani, createEmailFactor(context, 'magic_link', imani.email_address))
  const hugo = memberCalled(store, 'Hugo Lambert')
  addSession(store, hugo, createEmailFactor(context, 'email_otp', hugo.email_address))
}

function addSession(
  { data, context, inDays }: SeedStore,
  { member_id, organization_id }: StoredMember,
  factor: ReturnType<typeof createFactor>,
): void {
  const member_session_id = context.newId('session')
  data.sessions[member_session_id] = {
    member_session_id,
    member_id,
    organization_id,
    session_token: context.newSecret(),
    started_at: inDays(-1),
    last_accessed_at: inDays(-0.1),
    expires_at: inDays(7),
    authentication_factors: [factor],
    custom_claims: null,
  }
}

function addOAuth(member: StoredMember, provider_type: string): void {
  const name = `${provider_type}/${member.email_address}`
  member.oauth_registrations.push({
    member_oauth_registration_id: seedId('oauth-member', name),
    provider_subject: seedId('subject', name),
    provider_type,
    profile_picture_url: null,
    locale: null,
    provider_tenants: [],
  })
}

function memberCalled({ data }: SeedStore, wanted: string): StoredMember {
  const member = Object.values(data.members).find(({ name }) => name === wanted)
  if (!member) throw new Error(`The seed has nobody called ${wanted}.`)
  return member
}

function phone(number: string) {
  return {
    mfa_phone_number: number,
    mfa_phone_number_verified: true,
    default_mfa_method: 'sms_otp',
  }
}
