import type {
  ScimConnection,
  ScimConnectionWithBearerToken,
  ScimConnectionWithNextBearerToken,
  ScimGroup,
} from '../../client/scim.ts'
import type { ExternalConnection } from '../../client/ssoExternal.ts'
import type { OidcConnection } from '../../client/ssoOidc.ts'
import type { EncryptionPrivateKey, SamlConnection, X509Certificate } from '../../client/ssoSaml.ts'
import type { Factory, FactorySet } from './factorySet.ts'

export interface ConnectionFactories {
  /** An active SCIM connection with Okta: no group has a role, no rotation is running. */
  readonly createScimConnection: Factory<ScimConnection>
  /** The same as `scim.createConnection` answers it: with the token, this one time. */
  readonly createScimConnectionWithBearerToken: Factory<ScimConnectionWithBearerToken>
  /** The same as `scim.rotateStart` answers it: with the next token, this one time. */
  readonly createScimConnectionWithNextBearerToken: Factory<ScimConnectionWithNextBearerToken>
  /** A group that the directory has pushed. */
  readonly createScimGroup: Factory<ScimGroup>
  /** An active SAML connection with Okta, with a certificate of each side. */
  readonly createSamlConnection: Factory<SamlConnection>
  /** A certificate; its PEM is not one that can be read. */
  readonly createX509Certificate: Factory<X509Certificate>
  /** A key that encrypted answers are read with, masked as the API shows it. */
  readonly createEncryptionPrivateKey: Factory<EncryptionPrivateKey>
  /** An active OIDC connection with Okta. */
  readonly createOidcConnection: Factory<OidcConnection>
  /** A connection of another organization that this one shares. */
  readonly createExternalConnection: Factory<ExternalConnection>
}

/** In minutes. */
const A_YEAR = 365 * 24 * 60
const API = 'https://test.stytch.com'
const IDP = 'https://organization-1.okta.example'

export function connectionFactories(set: FactorySet): ConnectionFactories {
  /** What the three shapes of a SCIM connection have in common. There is one of an organization. */
  const scimBase = () => {
    const connection_id = set.id('scim-connection', set.next('scim-connection'))
    return {
      organization_id: set.organizationId,
      connection_id,
      status: 'active',
      display_name: 'Okta directory',
      identity_provider: 'okta',
      base_url: `${API}/v1/b2b/scim/${connection_id}`,
      scim_group_implicit_role_assignments: [],
    }
  }
  const currentToken = () => ({
    bearer_token_last_four: '0001',
    bearer_token_expires_at: set.time(A_YEAR),
  })

  const createX509Certificate: Factory<X509Certificate> = (overrides) => {
    const number = set.next('certificate')
    return {
      certificate_id: set.id('saml-verification-key', number),
      certificate: pem('CERTIFICATE', number),
      issuer: IDP,
      created_at: set.time(),
      expires_at: set.time(A_YEAR),
      updated_at: set.time(),
      ...overrides,
    }
  }

  return {
    createScimConnection: (overrides) => ({ ...scimBase(), ...currentToken(), ...overrides }),
    createScimConnectionWithBearerToken: (overrides) => ({
      ...scimBase(),
      bearer_token: 'scim-bearer-token-0001',
      bearer_token_expires_at: set.time(A_YEAR),
      ...overrides,
    }),
    createScimConnectionWithNextBearerToken: (overrides) => ({
      ...scimBase(),
      ...currentToken(),
      next_bearer_token: 'scim-bearer-token-0002',
      next_bearer_token_expires_at: set.time(A_YEAR),
      ...overrides,
    }),
    createScimGroup: (overrides) => {
      const number = set.next('scim-group')
      return {
        group_id: set.id('scim-group', number),
        group_name: `Group ${String(number)}`,
        organization_id: set.organizationId,
        connection_id: set.id('scim-connection', 1),
        ...overrides,
      }
    },
    createSamlConnection: (overrides) => {
      const connection_id = set.id('saml-connection', set.next('saml-connection'))
      const callback = `${API}/v1/b2b/sso/callback/${connection_id}`
      return {
        organization_id: set.organizationId,
        connection_id,
        status: 'active',
        display_name: 'Okta',
        identity_provider: 'okta',
        idp_entity_id: IDP,
        idp_sso_url: `${IDP}/sso/saml`,
        acs_url: callback,
        audience_uri: callback,
        attribute_mapping: { email: 'NameID', full_name: 'displayName' },
        signing_certificates: [createX509Certificate({ issuer: API })],
        verification_certificates: [createX509Certificate()],
        saml_connection_implicit_role_assignments: [],
        saml_group_implicit_role_assignments: [],
        saml_encryption_private_keys: [],
        ...overrides,
      }
    },
    createX509Certificate,
    createEncryptionPrivateKey: (overrides) => ({
      private_key_id: set.id('saml-encryption-key', set.next('saml-encryption-key')),
      private_key: '****',
      created_at: set.time(),
      ...overrides,
    }),
    createOidcConnection: (overrides) => {
      const connection_id = set.id('oidc-connection', set.next('oidc-connection'))
      return {
        organization_id: set.organizationId,
        connection_id,
        status: 'active',
        display_name: 'Okta',
        identity_provider: 'okta',
        redirect_url: `${API}/v1/b2b/sso/callback/${connection_id}`,
        issuer: IDP,
        client_id: 'client-1',
        client_secret: 'client-secret-1',
        authorization_url: `${IDP}/oauth2/v1/authorize`,
        token_url: `${IDP}/oauth2/v1/token`,
        userinfo_url: `${IDP}/oauth2/v1/userinfo`,
        jwks_url: `${IDP}/oauth2/v1/keys`,
        custom_scopes: '',
        attribute_mapping: {},
        ...overrides,
      }
    },
    createExternalConnection: (overrides) => ({
      organization_id: set.organizationId,
      connection_id: set.id('external-connection', set.next('external-connection')),
      external_organization_id: set.id('organization', 2),
      external_connection_id: set.id('saml-connection', 2),
      display_name: 'Shared Okta',
      status: 'active',
      external_connection_implicit_role_assignments: [],
      external_group_implicit_role_assignments: [],
      ...overrides,
    }),
  }
}

const pem = (kind: string, number: number) =>
  `-----BEGIN ${kind}-----\n${btoa(`${kind} ${String(number)}`)}\n-----END ${kind}-----\n`
