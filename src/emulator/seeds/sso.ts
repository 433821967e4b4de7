import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import type { StoredSamlConnection, StoredSsoConnection } from '../records/sso.ts'
import type { X509Certificate } from '../../client/ssoSaml.ts'
import { makeCertificates } from '../sso/idpCertificates.ts'
import type { CertificateDays } from '../sso/idpCertificates.ts'
import {
  emulatedOidcConnection,
  emulatedSamlConnection,
  newOidcConnection,
  newSamlConnection,
} from '../sso/newConnection.ts'
import { addNorthwind, emailOf, personaOf } from './northwind.ts'
import { SSO_PERSONAS } from './personas.ts'
import { ssoOperatorRole, ssoViewerRole } from './policy.ts'
import { addScimConnection } from './scim.ts'
import { addMember, seedId } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'

const IDENTITY = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'

/** Whatever may be said of a SAML connection of a seed, beside where it leads. */
interface SamlParts extends Partial<StoredSamlConnection> {
  display_name: string
  identity_provider: string
  /** The name of the emulated identity provider. */
  idp: string
  /** How long its certificates still hold. */
  days: CertificateDays
}

/**
 * Northwind with a connection in every state, and members who came through each: the admin by Okta too, and one who
 * may break the glass. Whoever comes through Okta or Entra for the first time may join.
 */
export function addEverySso(store: SeedStore): void {
  const organization = addNorthwindWithSsoPersonas(store)
  const okta = addOkta(store, organization, [20, 400])
  const entra = addSuppliersEntra(store, organization)
  addPendingGoogle(store, organization)
  const harbor = addSaml(store, organization, {
    display_name: 'Harbor Works',
    identity_provider: 'generic',
    idp: 'harbor-works',
    days: [-12],
  })
  const depot = addDepot(store, organization, [900])
  const tern = addTernConnections(store)
  const external = addExternal(store, organization, tern)
  const [robotics, people] = [
    ['Everyone', 'Robotics'],
    ['Everyone', 'People Ops'],
  ]
  register(store, okta, 'Ada Lovelace', ['Everyone', 'IT'])
  register(store, okta, 'Amara Diallo', robotics)
  register(store, okta, 'Bruno Costa', robotics)
  register(store, okta, 'Chiara Rossi', people)
  register(store, okta, 'Farid Haddad', robotics)
  register(store, okta, 'Kavya Raman', robotics)
  register(store, entra, 'Dmitri Volkov', [])
  register(store, entra, 'Grace Kimani', [])
  register(store, harbor, 'Isabel Moreau', ['Everyone', 'Harbor crew'])
  register(store, depot, 'Farid Haddad', ['Depot staff'])
  register(store, depot, 'Hiroshi Sato', ['Depot staff', 'Depot leads'])
  register(store, external, 'Jonas Lindqvist', ['Drivers'])
  organization.sso_jit_provisioning = 'RESTRICTED'
  organization.sso_jit_provisioning_allowed_connections = [okta.connection_id, entra.connection_id]
}

/** Northwind before its first connection; Tern Logistics has some that one may refer to. */
export function addNoSso(store: SeedStore): void {
  const organization = addNorthwindWithSsoPersonas(store)
  const { sso_default_connection_id } = organization
  if (sso_default_connection_id !== null) {
    Reflect.deleteProperty(store.data.sso_connections, sso_default_connection_id)
  }
  organization.sso_default_connection_id = null
  forgetRegistrations(store)
  addTernConnections(store)
}

/** What runs out one day: certificates in 5, 25 and 55 days and one that has, a SCIM token, and invitations. */
export function addExpiringSso(store: SeedStore): void {
  const organization = addNorthwindWithSsoPersonas(store)
  const okta = addOkta(store, organization, [5])
  register(store, okta, 'Ada Lovelace', ['Everyone', 'IT'])
  register(store, okta, 'Bruno Costa', ['Everyone', 'Robotics'])
  addSaml(store, organization, {
    display_name: 'Harbor Google',
    identity_provider: 'google-workspace',
    idp: 'google-workspace-harbor',
    days: [25],
  })
  addDepot(store, organization, [55])
  addSaml(store, organization, {
    display_name: 'Legacy Ping',
    identity_provider: 'pingfederate',
    idp: 'pingfederate-legacy',
    days: [-3],
  })
  addSuppliersEntra(store, organization)
  addScimConnection(store, organization, { tokenExpiresInDays: 20 })
  for (const [name, daysAgo] of [
    ['Edith Larsson', 0.5],
    ['Desmond Achebe', 6],
    ['Ciara Doyle', 12],
    ['Fabio Conti', 45],
  ] as const) {
    const created_at = store.inDays(-daysAgo)
    addMember(store, organization, {
      name,
      email_address: emailOf(name),
      status: 'invited',
      email_address_verified: false,
      created_at,
      updated_at: created_at,
    })
  }
}

/** Northwind with as many connections as an organization may have, of both protocols. */
export function addAllSsoThereMayBe(store: SeedStore): void {
  const organization = addNorthwindWithSsoPersonas(store)
  const { organization_id } = organization
  for (let number = 2; number <= store.data.project.max_sso_connections; number += 1) {
    const protocol = number % 2 === 0 ? 'saml' : 'oidc'
    const given = {
      organization_id,
      connection_id: seedId(`${protocol}-connection`, `northwind-plant-${String(number)}`),
      display_name: `Plant ${String(number)}`,
      identity_provider: 'generic',
    }
    store.data.sso_connections[given.connection_id] =
      protocol === 'saml' ? newSamlConnection(given, store.inDays(-10)) : newOidcConnection(given)
  }
}

/** With those who may see connections only, and who may change but not delete them. */
export function addNorthwindWithSsoPersonas(store: SeedStore): StoredOrganization {
  const organization = addNorthwind(store)
  organization.custom_roles = [
    ...(organization.custom_roles ?? []),
    ssoViewerRole(),
    ssoOperatorRole(),
  ]
  for (const id of ['sso-viewer', 'sso-operator'] as const) {
    const { name, role_ids, description } = SSO_PERSONAS[id]
    const email_address = emailOf(name)
    const member = addMember(store, organization, { name, email_address, role_ids: [...role_ids] })
    store.data.personas.push(personaOf(id, description, member))
  }
  return organization
}

/** The default one, with roles by connection and by group: two of one group. Nobody has come through it yet. */
function addOkta(
  store: SeedStore,
  organization: StoredOrganization,
  days: CertificateDays,
): StoredSsoConnection {
  forgetRegistrations(store)
  return addSaml(store, organization, {
    connection_id: organization.sso_default_connection_id ?? '',
    display_name: 'Northwind Okta',
    identity_provider: 'okta',
    idp: 'okta-northwind',
    days,
    attribute_mapping: {
      email: 'NameID',
      first_name: 'firstName',
      last_name: 'lastName',
      idp_user_id: 'id',
      groups: 'groups',
    },
    implicit_role_assignments: [{ role_id: 'viewer' }],
    group_implicit_role_assignments: [
      { role_id: 'engineer', group: 'Robotics' },
      { role_id: 'fleet_operator', group: 'Robotics' },
      { role_id: 'people_manager', group: 'People Ops' },
      { role_id: 'it_admin', group: 'IT' },
    ],
  })
}

function addSuppliersEntra(
  { data }: SeedStore,
  { organization_id }: StoredOrganization,
): StoredSsoConnection {
  const given = {
    organization_id,
    connection_id: seedId('oidc-connection', 'northwind-suppliers'),
    display_name: 'Suppliers Entra',
    identity_provider: 'microsoft-entra',
  }
  const connection = emulatedOidcConnection(given, { idp: 'microsoft-entra-suppliers' })
  return (data.sso_connections[given.connection_id] = connection)
}

/** Created, and told nothing since. */
function addPendingGoogle(store: SeedStore, { organization_id }: StoredOrganization): void {
  const given = {
    organization_id,
    connection_id: seedId('saml-connection', 'northwind-google'),
    display_name: 'Northwind Google',
    identity_provider: 'google-workspace',
  }
  store.data.sso_connections[given.connection_id] = newSamlConnection(given, store.inDays(-1))
}

/** Tells addresses and names by the long names of ADFS. */
function addDepot(
  store: SeedStore,
  organization: StoredOrganization,
  days: CertificateDays,
): StoredSsoConnection {
  return addSaml(store, organization, {
    display_name: 'Depot ADFS',
    identity_provider: 'generic',
    idp: 'adfs-depot',
    days,
    attribute_mapping: {
      email: `${IDENTITY}/emailaddress`,
      first_name: `${IDENTITY}/givenname`,
      last_name: `${IDENTITY}/surname`,
      groups: 'http://schemas.xmlsoap.org/claims/Group',
    },
    group_implicit_role_assignments: [{ role_id: 'fleet_operator', group: 'Depot leads' }],
  })
}

/** Those of the other organization: one that Northwind may use, one that nobody uses yet, and a pending one. */
function addTernConnections(store: SeedStore): StoredSsoConnection {
  const tern = Object.values(store.data.organizations).find(
    ({ organization_slug }) => organization_slug === 'tern',
  )
  if (!tern) throw new Error('The seed has no Tern Logistics.')
  const { organization_id } = tern
  const oneLogin = addSaml(store, tern, {
    display_name: 'Tern OneLogin',
    identity_provider: 'onelogin',
    idp: 'onelogin-tern',
    days: [500],
  })
  const keycloak = {
    organization_id,
    connection_id: seedId('oidc-connection', 'tern-keycloak'),
    display_name: 'Tern Keycloak',
    identity_provider: 'keycloak',
  }
  store.data.sso_connections[keycloak.connection_id] = emulatedOidcConnection(keycloak, {
    idp: 'keycloak-tern',
  })
  const duo = {
    organization_id,
    connection_id: seedId('saml-connection', 'tern-duo'),
    display_name: 'Tern Duo',
    identity_provider: 'duo',
  }
  store.data.sso_connections[duo.connection_id] = newSamlConnection(duo, store.inDays(-3))
  return oneLogin
}

function addExternal(
  { data }: SeedStore,
  { organization_id }: StoredOrganization,
  target: StoredSsoConnection,
): StoredSsoConnection {
  const connection: StoredSsoConnection = {
    type: 'external',
    organization_id,
    connection_id: seedId('external-connection', 'northwind-tern'),
    display_name: 'Tern Logistics',
    status: 'active',
    external_organization_id: target.organization_id,
    external_connection_id: target.connection_id,
    implicit_role_assignments: [{ role_id: 'viewer' }],
    group_implicit_role_assignments: [{ role_id: 'fleet_operator', group: 'Drivers' }],
  }
  return (data.sso_connections[connection.connection_id] = connection)
}

function addSaml(
  store: SeedStore,
  { organization_id, organization_slug }: StoredOrganization,
  { idp, days, ...parts }: SamlParts,
): StoredSsoConnection {
  const { data, context, inDays } = store
  const connection_id =
    parts.connection_id ?? seedId('saml-connection', `${organization_slug}/${idp}`)
  const published = makeCertificates(context, idp, days)
  data.idp_certificates[idp] = published
  const verification_certificates = published.map(
    ({ certificate, issuer, created_at, expires_at }, index): X509Certificate => ({
      certificate_id: seedId('saml-verification-key', `${connection_id}/${String(index)}`),
      certificate,
      issuer,
      created_at,
      expires_at,
      updated_at: created_at,
    }),
  )
  const connection = emulatedSamlConnection(
    { ...parts, organization_id, connection_id, verification_certificates },
    { idp, createdAt: inDays(-200) },
  )
  return (data.sso_connections[connection_id] = connection)
}

/** Makes a member one who has come through the connection, as it is told of them each time. */
function register(
  { data }: SeedStore,
  connection: StoredSsoConnection,
  name: string,
  groups: readonly string[] = [],
): void {
  const { organization_id, connection_id, type } = connection
  const member = Object.values(data.members).find(
    (candidate) => candidate.name === name && candidate.organization_id === organization_id,
  )
  if (!member) throw new Error(`The seed has nobody called ${name}.`)
  const isById =
    type === 'oidc' || (type === 'saml' && 'idp_user_id' in connection.attribute_mapping)
  member.sso_registrations.push({
    connection_id,
    external_id: isById ? member.member_id : member.email_address,
    registration_id: seedId('sso-registration', `${connection_id}/${member.email_address}`),
    sso_attributes: { ...attributesOf(member, type), groups: [...groups] },
  })
}

function forgetRegistrations({ data }: SeedStore): void {
  for (const member of Object.values(data.members)) member.sso_registrations = []
}

function attributesOf(
  { name, email_address, member_id }: StoredMember,
  type: StoredSsoConnection['type'],
): Record<string, string> {
  const [first_name = '', ...rest] = name.split(' ')
  const last_name = rest.join(' ')
  return type === 'oidc'
    ? { email: email_address, full_name: name, first_name, last_name }
    : { email: email_address, first_name, last_name, idp_user_id: member_id }
}
