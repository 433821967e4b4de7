import type { Persona } from '../records/project.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { emulatedSamlConnection } from '../sso/newConnection.ts'
import { addConnectedApps } from './connectedApps.ts'
import { NORTHWIND_PERSONAS } from './personas.ts'
import { fleetOperatorRole } from './policy.ts'
import { addSampleCredentials } from './sampleCredentials.ts'
import { addOAuthAccounts } from './oauthAccounts.ts'
import { addMember, addOrganization, seedId } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'

/** Northwind's workspace at Slack, HubSpot and GitHub. */
const WORKSPACE = { tenant_id: 'T-NORTHWIND', tenant_name: 'Northwind Robotics' }

/** In the workspace, though not of the company. */
const WORKSPACE_GUESTS = [{ name: 'Teo Marin', email_address: 'teo@partner.example' }]

/** With an account at every OAuth provider, but a member of nothing: one with an address of the company, one without. */
const STRANGERS = [
  { name: 'Noor Aziz', email_address: 'noor.aziz@northwind.example' },
  { name: 'Sam Reyes', email_address: 'sam@elsewhere.example' },
]

/** Who a directory of the company would know; the first fourteen are those that the SCIM seeds provision. */
const STAFF: readonly (Pick<StoredMember, 'name'> & Partial<StoredMember>)[] = [
  { name: 'Amara Diallo', role_ids: ['engineer'] },
  { name: 'Bruno Costa' },
  { name: 'Chiara Rossi', role_ids: ['billing_admin'] },
  { name: 'Dmitri Volkov', mfa_enrolled: true, default_mfa_method: 'totp' },
  { name: 'Elif Yılmaz', email_address: 'elif.yilmaz@northwind.example' },
  { name: 'Farid Haddad', role_ids: ['engineer', 'fleet_operator'] },
  { name: 'Grace Kimani' },
  { name: 'Hiroshi Sato' },
  { name: 'Isabel Moreau' },
  { name: 'Jonas Lindqvist', ...phone('+46701740605') },
  { name: 'Kavya Raman' },
  { name: "Liam O'Connor", email_address: 'liam.oconnor@northwind.example' },
  { name: 'Marta Kowalska' },
  { name: 'Nikhil Banerjee' },
  { name: 'Olu Adeyemi', is_breakglass: true, role_ids: ['stytch_admin'] },
  { name: 'Priya Nair', status: 'invited', email_address_verified: false },
  { name: 'Quentin Dubois', status: 'pending', email_address_verified: false },
  { name: 'Rosa Jiménez', email_address: 'rosa.jimenez@contractors.northwind.example' },
  {
    name: 'Søren Krogh',
    email_address: 'soren.krogh@contractors.northwind.example',
    status: 'deleted',
  },
]

/**
 * The sample organization, "Northwind Robotics": the personas, nineteen others and one SSO connection. Ada Lovelace
 * is a member of a second, small organization too.
 */
export function addNorthwind(store: SeedStore): StoredOrganization {
  const { data } = store
  const sso = {
    connection_id: seedId('saml-connection', 'northwind'),
    display_name: 'Northwind Okta',
    identity_provider: 'okta',
  }
  const organization = addOrganization(store, {
    organization_name: 'Northwind Robotics',
    organization_slug: 'northwind',
    custom_roles: [fleetOperatorRole()],
    sso_default_connection_id: sso.connection_id,
    email_jit_provisioning: 'RESTRICTED',
    email_allowed_domains: ['northwind.example', 'contractors.northwind.example'],
    rbac_email_implicit_role_assignments: [
      { role_id: 'viewer', domain: 'contractors.northwind.example' },
    ],
  })
  data.sso_connections[sso.connection_id] = emulatedSamlConnection(
    {
      ...sso,
      organization_id: organization.organization_id,
      group_implicit_role_assignments: [{ role_id: 'engineer', group: 'Robotics' }],
    },
    { idp: 'okta-northwind', createdAt: store.inDays(-200) },
  )
  for (const [id, { name, role_ids, description }] of Object.entries(NORTHWIND_PERSONAS)) {
    const member = addMember(store, organization, {
      name,
      role_ids: [...role_ids],
      email_address: emailOf(name),
    })
    data.personas.push(personaOf(id, description, member))
  }
  for (const person of STAFF) {
    addMember(store, organization, { email_address: emailOf(person.name), ...person })
  }
  registerWithSso(store, sso.connection_id, ['Bruno Costa', 'Kavya Raman'])
  addTern(store)
  addSampleCredentials(store)
  addConnectedApps(store)
  addOAuthAccounts(store, [...data.personas, ...WORKSPACE_GUESTS], WORKSPACE)
  addOAuthAccounts(store, STRANGERS)
  return organization
}

/** The members whom the company's directory holds. */
export function directoryMembers({ data }: SeedStore): StoredMember[] {
  const names = new Set(STAFF.slice(0, 14).map(({ name }) => name))
  return Object.values(data.members).filter((member) => names.has(member.name))
}

/** A second organization: somewhere to exchange a session to, and data that must never be seen from the first. */
function addTern(store: SeedStore): void {
  const tern = addOrganization(store, {
    organization_name: 'Tern Logistics',
    organization_slug: 'tern',
  })
  addMember(store, tern, { name: 'Ada Lovelace', email_address: emailOf('Ada Lovelace') })
  addMember(store, tern, {
    name: 'Tomás Herrera',
    email_address: 'tomas@tern.example',
    role_ids: ['stytch_admin'],
  })
}

function registerWithSso(
  { data }: SeedStore,
  connectionId: string,
  names: readonly string[],
): void {
  for (const member of Object.values(data.members).filter(({ name }) => names.includes(name))) {
    member.sso_registrations.push({
      connection_id: connectionId,
      external_id: member.email_address,
      registration_id: seedId('saml-registration', member.email_address),
      sso_attributes: { groups: ['Robotics'] },
    })
  }
}

/** A member whom the seed offers to sign in as. */
export function personaOf(id: string, description: string, member: StoredMember): Persona {
  const { name, email_address, member_id, organization_id } = member
  return { id, name, email_address, description, member_id, organization_id }
}

/** The address that the company gives somebody of this name. */
export function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@northwind.example`
}

function phone(number: string): Partial<StoredMember> {
  return {
    mfa_phone_number: number,
    mfa_phone_number_verified: true,
    default_mfa_method: 'sms_otp',
  }
}
