import { exactly, flag, idOf, list, mapOf, nullable, record, ref, text, time } from './schema.ts'
import type { Fields, Schema } from './schema.ts'

const status = exactly('pending', 'active')
const roles = list(record({ role_id: text }))
const groupRoles = list(record({ role_id: text, group: text }))

const scimBase: Fields = {
  organization_id: idOf('organization'),
  connection_id: idOf('scim-connection'),
  status: exactly('active', 'deleted'),
  display_name: text,
  identity_provider: exactly(
    'generic',
    'okta',
    'microsoft-entra',
    'cyberark',
    'jumpcloud',
    'onelogin',
    'pingfederate',
    'rippling',
  ),
  base_url: text,
  scim_group_implicit_role_assignments: list(
    record({ role_id: text, group_id: text, 'group_name?': text }),
  ),
}

export const connectionSchemas: Readonly<Record<string, Schema>> = {
  SAMLConnection: record({
    organization_id: idOf('organization'),
    connection_id: idOf('saml-connection'),
    status,
    display_name: text,
    identity_provider: text,
    idp_entity_id: text,
    idp_sso_url: text,
    acs_url: text,
    audience_uri: text,
    attribute_mapping: mapOf(text),
    signing_certificates: list(ref('X509Certificate')),
    verification_certificates: list(ref('X509Certificate')),
    saml_connection_implicit_role_assignments: roles,
    saml_group_implicit_role_assignments: groupRoles,
    saml_encryption_private_keys: list(ref('EncryptionPrivateKey')),
    'encryption_private_keys?': list(ref('EncryptionPrivateKey')),
    'alternative_audience_uri?': text,
    'alternative_acs_url?': text,
    'nameid_format?': text,
    'idp_initiated_auth_disabled?': flag,
    'allow_gateway_callback?': flag,
  }),
  X509Certificate: record({
    certificate_id: text,
    certificate: text,
    issuer: text,
    created_at: time,
    expires_at: time,
    updated_at: time,
  }),
  EncryptionPrivateKey: record({ private_key_id: text, private_key: text, created_at: time }),

  OIDCConnection: record({
    organization_id: idOf('organization'),
    connection_id: idOf('oidc-connection'),
    status,
    display_name: text,
    redirect_url: text,
    issuer: text,
    client_id: text,
    client_secret: text,
    authorization_url: text,
    token_url: text,
    userinfo_url: text,
    jwks_url: text,
    identity_provider: text,
    custom_scopes: text,
    attribute_mapping: mapOf(text),
  }),

  ExternalConnection: record({
    organization_id: idOf('organization'),
    connection_id: idOf('external-connection'),
    external_organization_id: text,
    external_connection_id: text,
    display_name: text,
    status: exactly('active'),
    external_connection_implicit_role_assignments: roles,
    external_group_implicit_role_assignments: groupRoles,
  }),

  SCIMConnection: record({
    ...scimBase,
    bearer_token_last_four: text,
    bearer_token_expires_at: time,
    'next_bearer_token_last_four?': text,
    'next_bearer_token_expires_at?': nullable(text),
  }),
  SCIMConnectionWithBearerToken: record({
    ...scimBase,
    bearer_token: text,
    bearer_token_expires_at: time,
  }),
  SCIMConnectionWithNextBearerToken: record({
    ...scimBase,
    next_bearer_token: text,
    next_bearer_token_expires_at: time,
    bearer_token_last_four: text,
    bearer_token_expires_at: time,
  }),
  SCIMGroup: record({
    group_id: text,
    group_name: text,
    organization_id: idOf('organization'),
    connection_id: idOf('scim-connection'),
  }),
}
