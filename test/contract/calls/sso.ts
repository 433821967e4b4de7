import { CERTIFICATE, PRIVATE_KEY } from '../certificate.ts'
import { apiAs, organization, ternId, textAt } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { bare } from './cases.ts'
import type { Arrange, Cases } from './cases.ts'
import { returnedToken } from './oauth.ts'

const REDIRECT = 'http://localhost:3000/authenticate'
const session = { session_duration_minutes: 60 }
const UNKNOWN_SAML = 'saml-connection-test-unknown'
const UNKNOWN_OIDC = 'oidc-connection-test-unknown'

/** The sample organization's own SAML connection. */
export function seededConnection(stage: Stage): string {
  return organization(stage, 'northwind').sso_default_connection_id ?? ''
}

/** Where `sso.start` leads the browser. */
export function ssoStart(stage: Stage, connection_id: string): string {
  const query = new URLSearchParams({
    public_token: stage.emulator.publicToken,
    connection_id,
    login_redirect_url: REDIRECT,
    signup_redirect_url: REDIRECT,
  })
  return `/v1/public/sso/start?${query.toString()}`
}

async function created(stage: Stage, type: 'saml' | 'oidc'): Promise<string> {
  const answer = await stage.call(`sso.${type}.createConnection`, { display_name: 'Second' })
  return textAt(answer, 'connection.connection_id')
}

const mapping = {
  email: 'NameID',
  first_name: 'firstName',
  last_name: 'lastName',
  groups: 'groups',
}

async function samlWithKey(
  stage: Stage,
): Promise<{ connection_id: string; private_key_id: string }> {
  const connection_id = await created(stage, 'saml')
  const answer = await stage.call('sso.saml.updateConnection', {
    connection_id,
    saml_encryption_private_key: PRIVATE_KEY,
  })
  const private_key_id = textAt(answer, 'connection.saml_encryption_private_keys.0.private_key_id')
  return { connection_id, private_key_id }
}

async function samlWithCertificate(stage: Stage) {
  const connection_id = await created(stage, 'saml')
  const answer = await stage.call('sso.saml.updateConnection', {
    connection_id,
    x509_certificate: CERTIFICATE,
  })
  const certificate_id = textAt(answer, 'connection.verification_certificates.0.certificate_id')
  return { connection_id, certificate_id }
}

/** A connection of another organization that one can refer to: Tern's, which its own admin has made. */
async function foreignConnection(stage: Stage): Promise<Record<string, string>> {
  const admin = await apiAs(stage, 'Tomás Herrera')
  const made = await admin('POST', '/b2b/sso/saml', { display_name: 'Tern Okta' })
  const connection_id = textAt(made, 'connection.connection_id')
  await admin('PUT', `/b2b/sso/saml/${connection_id}`, {
    idp_entity_id: 'https://idp.tern.example/entity',
    idp_sso_url: 'https://idp.tern.example/sso',
    attribute_mapping: mapping,
    x509_certificate: CERTIFICATE,
  })
  return { external_organization_id: ternId(stage), external_connection_id: connection_id }
}

const updateSaml: Arrange = async (stage) => [
  {
    connection_id: await created(stage, 'saml'),
    idp_entity_id: 'https://idp.example/entity',
    display_name: 'Okta of Oslo',
    attribute_mapping: mapping,
    idp_sso_url: 'https://idp.example/sso',
    x509_certificate: CERTIFICATE,
    saml_connection_implicit_role_assignments: [{ role_id: 'viewer' }],
    saml_group_implicit_role_assignments: [{ role_id: 'engineer', group: 'Robotics' }],
    identity_provider: 'okta',
    signing_private_key: PRIVATE_KEY,
    saml_encryption_private_key: PRIVATE_KEY,
  },
]

export const ssoCases: Cases = {
  'sso.authenticate': {
    as: null,
    minimal: async (stage) => [
      {
        sso_token: await returnedToken(stage, ssoStart(stage, seededConnection(stage)), {
          person: 'Bruno Costa',
        }),
        ...session,
      },
    ],
    full: async (stage) => [
      {
        sso_token: await returnedToken(stage, ssoStart(stage, seededConnection(stage)), {
          person: 'Kavya Raman',
        }),
        ...session,
        locale: 'en',
      },
    ],
    refused: {
      sso_token_not_found: { status: 404, with: () => [{ sso_token: 'made-up', ...session }] },
    },
  },
  'sso.getConnections': { permission: true, minimal: bare },
  'sso.discoverConnections': {
    as: null,
    minimal: () => ['bruno.costa@northwind.example'],
    full: () => ['nobody+at.all@elsewhere.example'],
  },
  'sso.deleteConnection': {
    permission: true,
    minimal: async (stage) => [await created(stage, 'saml')],
    full: async (stage) => [await created(stage, 'oidc')],
    refused: {
      sso_connection_not_found: { status: 404, with: () => [UNKNOWN_SAML] },
      cannot_delete_default_sso_connection: {
        with: async (stage) => {
          await created(stage, 'saml')
          return [seededConnection(stage)]
        },
      },
    },
  },
  'sso.saml.createConnection': {
    permission: true,
    minimal: () => [{}],
    full: () => [{ display_name: 'Okta', identity_provider: 'okta' }],
    refused: { invalid_sso_idp: { with: () => [{ identity_provider: 'abacus' }] } },
  },
  'sso.saml.updateConnection': {
    permission: true,
    minimal: async (stage) => [{ connection_id: await created(stage, 'saml') }],
    full: updateSaml,
    refused: {
      saml_connection_not_found: {
        status: 404,
        with: () => [{ connection_id: UNKNOWN_SAML, display_name: 'Okta' }],
      },
      invalid_x509_certificate: {
        with: async (stage) => [
          { connection_id: await created(stage, 'saml'), x509_certificate: 'no certificate' },
        ],
      },
      invalid_idp_sso_url: {
        with: async (stage) => [
          { connection_id: await created(stage, 'saml'), idp_sso_url: 'no address' },
        ],
      },
      saml_connection_attribute_mapping_missing_groups_key: {
        with: async (stage) => [
          {
            connection_id: await created(stage, 'saml'),
            attribute_mapping: { email: 'NameID', full_name: 'name' },
            saml_group_implicit_role_assignments: [{ role_id: 'engineer', group: 'Robotics' }],
          },
        ],
      },
    },
  },
  'sso.saml.updateConnectionByURL': {
    permission: true,
    minimal: async (stage) => [
      {
        connection_id: await created(stage, 'saml'),
        metadata_url: `${stage.emulator.baseUrl}/idp/saml/okta/metadata`,
      },
    ],
    refused: {
      invalid_saml_metadata_url: {
        with: async (stage) => [
          { connection_id: await created(stage, 'saml'), metadata_url: 'no address' },
        ],
      },
    },
  },
  'sso.saml.deleteVerificationCertificate': {
    permission: true,
    minimal: async (stage) => [await samlWithCertificate(stage)],
    refused: {
      sso_verification_key_not_found: {
        status: 404,
        with: (stage) => [
          {
            connection_id: seededConnection(stage),
            certificate_id: 'saml-verification-key-test-unknown',
          },
        ],
      },
      cannot_delete_last_sso_verification_key: {
        with: async (stage) => {
          const connection_id = seededConnection(stage)
          const all = await stage.call('sso.getConnections')
          const path = 'saml_connections.0.verification_certificates.0.certificate_id'
          return [{ connection_id, certificate_id: textAt(all, path) }]
        },
      },
    },
  },
  'sso.saml.deleteEncryptionPrivateKey': {
    permission: true,
    minimal: async (stage) => [await samlWithKey(stage)],
    refused: {
      sso_encryption_private_key_not_found: {
        status: 404,
        with: (stage) => [
          {
            connection_id: seededConnection(stage),
            private_key_id: 'saml-encryption-key-test-unknown',
          },
        ],
      },
    },
  },
  'sso.oidc.createConnection': {
    permission: true,
    minimal: () => [{}],
    full: () => [{ display_name: 'Entra', identity_provider: 'microsoft-entra' }],
    refused: { invalid_sso_idp: { with: () => [{ identity_provider: 'abacus' }] } },
  },
  'sso.oidc.updateConnection': {
    permission: true,
    minimal: async (stage) => [{ connection_id: await created(stage, 'oidc') }],
    full: async (stage) => [
      {
        connection_id: await created(stage, 'oidc'),
        display_name: 'Entra of Oslo',
        issuer: `${stage.emulator.baseUrl}/idp/oidc/microsoft-entra`,
        client_id: 'client-1',
        client_secret: 'a-client-secret',
        authorization_url: `${stage.emulator.baseUrl}/idp/oidc/microsoft-entra/authorize`,
        token_url: `${stage.emulator.baseUrl}/idp/oidc/microsoft-entra/token`,
        userinfo_url: `${stage.emulator.baseUrl}/idp/oidc/microsoft-entra/userinfo`,
        jwks_url: `${stage.emulator.baseUrl}/idp/oidc/microsoft-entra/jwks`,
        identity_provider: 'microsoft-entra',
        custom_scopes: 'openid email profile',
        attribute_mapping: { email: 'email', full_name: 'name' },
      },
    ],
    refused: {
      oidc_connection_not_found: {
        status: 404,
        with: () => [{ connection_id: UNKNOWN_OIDC, display_name: 'Entra' }],
      },
      oidc_connection_token_url_invalid_format: {
        with: async (stage) => [
          { connection_id: await created(stage, 'oidc'), token_url: 'no address' },
        ],
      },
    },
  },
  'sso.external.createConnection': {
    permission: true,
    minimal: async (stage) => [await foreignConnection(stage)],
    full: async (stage) => [{ ...(await foreignConnection(stage)), display_name: 'Tern' }],
    refused: {
      external_connection_id_not_found: {
        status: 404,
        with: (stage) => [
          { external_organization_id: ternId(stage), external_connection_id: UNKNOWN_SAML },
        ],
      },
    },
  },
  'sso.external.updateConnection': {
    permission: true,
    minimal: async (stage) => [{ connection_id: await external(stage) }],
    full: async (stage) => [
      {
        connection_id: await external(stage),
        display_name: 'Tern of Turku',
        external_connection_implicit_role_assignments: [{ role_id: 'viewer' }],
        external_group_implicit_role_assignments: [{ role_id: 'engineer', group: 'Robotics' }],
      },
    ],
    refused: {
      sso_connection_not_found: {
        status: 404,
        with: () => [{ connection_id: 'external-connection-test-unknown', display_name: 'Tern' }],
      },
    },
  },
}

async function external(stage: Stage): Promise<string> {
  const answer = await stage.call('sso.external.createConnection', await foreignConnection(stage))
  return textAt(answer, 'connection.connection_id')
}
