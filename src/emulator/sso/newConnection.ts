import type { X509Certificate } from '../../client/ssoSaml.ts'
import type { StoredOidcConnection, StoredSamlConnection } from '../records/sso.ts'
import { IDP_CERTIFICATE, PROJECT_CERTIFICATE } from '../saml/developmentKeys.ts'
import { oidcClientId, oidcClientSecret, oidcIdpPaths, samlIdpPaths } from './ssoAddresses.ts'

type Identified = Pick<
  StoredSamlConnection,
  'organization_id' | 'connection_id' | 'display_name' | 'identity_provider'
>

const EMAIL_FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'

/** A SAML connection of which the identity provider has told nothing yet. */
export function newSamlConnection(given: Identified, createdAt: string): StoredSamlConnection {
  return {
    type: 'saml',
    status: 'pending',
    idp_entity_id: '',
    idp_sso_url: '',
    attribute_mapping: {},
    verification_certificates: [],
    signing_private_key: null,
    signing_certificates: [
      developmentCertificate('saml-signing-key', PROJECT_CERTIFICATE, given, createdAt),
    ],
    encryption_private_keys: [],
    alternative_audience_uri: '',
    alternative_acs_url: '',
    nameid_format: EMAIL_FORMAT,
    idp_initiated_auth_disabled: false,
    allow_gateway_callback: false,
    implicit_role_assignments: [],
    group_implicit_role_assignments: [],
    ...given,
  }
}

/** An active SAML connection to an identity provider of the emulator, whose name is `idp`. For seeds. */
export function emulatedSamlConnection(
  given: Identified & Partial<StoredSamlConnection>,
  { idp, createdAt }: { idp: string; createdAt: string },
): StoredSamlConnection {
  const { entityId, sso } = samlIdpPaths(idp)
  return {
    ...newSamlConnection(given, createdAt),
    status: 'active',
    idp_entity_id: entityId,
    idp_sso_url: sso,
    attribute_mapping: {
      email: 'NameID',
      first_name: 'firstName',
      last_name: 'lastName',
      groups: 'groups',
    },
    verification_certificates: [
      developmentCertificate('saml-verification-key', IDP_CERTIFICATE, given, createdAt),
    ],
    ...given,
  }
}

/** An OIDC connection of which the identity provider has told nothing yet. */
export function newOidcConnection(given: Identified): StoredOidcConnection {
  return {
    type: 'oidc',
    status: 'pending',
    issuer: '',
    client_id: '',
    client_secret: '',
    authorization_url: '',
    token_url: '',
    userinfo_url: '',
    jwks_url: '',
    custom_scopes: '',
    attribute_mapping: {},
    ...given,
  }
}

/** An active OIDC connection to an identity provider of the emulator, whose name is `idp`. For seeds. */
export function emulatedOidcConnection(
  given: Identified & Partial<StoredOidcConnection>,
  { idp }: { idp: string },
): StoredOidcConnection {
  const { issuer, authorization, token, userinfo, jwks } = oidcIdpPaths(idp)
  return {
    ...newOidcConnection(given),
    status: 'active',
    issuer,
    client_id: oidcClientId(idp),
    client_secret: oidcClientSecret(idp),
    authorization_url: authorization,
    token_url: token,
    userinfo_url: userinfo,
    jwks_url: jwks,
    ...given,
  }
}

function developmentCertificate(
  kind: string,
  certificate: string,
  { connection_id }: Identified,
  createdAt: string,
): X509Certificate {
  return {
    certificate_id: connection_id.replace('saml-connection', kind),
    certificate,
    issuer:
      certificate === IDP_CERTIFICATE
        ? 'O=orgportal, CN=Emulated identity provider'
        : 'O=orgportal, CN=Emulated service provider',
    created_at: createdAt,
    updated_at: createdAt,
    expires_at: '2049-12-31T00:00:00.000Z',
  }
}
