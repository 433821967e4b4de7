import type { Body } from '../body.ts'
import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import { readDisplayName } from '../members/displayName.ts'
import { badRequest } from '../errors.ts'
import type { StoredSamlConnection } from '../records/sso.ts'
import { readMetadata } from '../saml/metadata.ts'
import type { IdpMetadata } from '../saml/metadata.ts'
import { fetchFromProvider, ProviderError } from './providerFetch.ts'
import {
  checkProviderUrl,
  readIdentityProvider,
  readMapping,
  readRoleAssignments,
  readTold,
} from './readConnection.ts'
import { addCertificates, readEncryptionKeys, readSigningKey } from './samlKeys.ts'
import { ownUrl } from './ssoAddresses.ts'

/** Changes what the body names. All of it is checked before anything is changed. */
export async function updateSaml(
  context: EmulatorContext,
  caller: Caller,
  connection: StoredSamlConnection,
  body: Body,
): Promise<void> {
  const ssoUrl = readTold(body, 'idp_sso_url', connection.idp_sso_url, 'invalid_idp_sso_url')
  const entityId = readTold(
    body,
    'idp_entity_id',
    connection.idp_entity_id,
    'invalid_idp_entity_id',
  )
  const certificate = body.optionalString('x509_certificate')
  const audience = body.optionalString('alternative_audience_uri')
  const acsUrl = body.optionalString('alternative_acs_url')
  const next: StoredSamlConnection = {
    ...connection,
    ...readRoleAssignments(context, caller, { body, now: connection, type: 'saml' }),
    ...(await readSigningKey(context, connection, body)),
    display_name: readDisplayName(body) ?? connection.display_name,
    identity_provider: readIdentityProvider(body) ?? connection.identity_provider,
    idp_entity_id: entityId ?? connection.idp_entity_id,
    idp_sso_url: ssoUrl ?? connection.idp_sso_url,
    attribute_mapping: readMapping(body) ?? connection.attribute_mapping,
    verification_certificates: await addCertificates(
      context,
      connection,
      certificate === undefined || certificate.trim() === '' ? [] : [certificate],
    ),
    encryption_private_keys: await readEncryptionKeys(context, connection, body),
    alternative_audience_uri: audience ?? connection.alternative_audience_uri,
    alternative_acs_url: acsUrl ?? connection.alternative_acs_url,
    nameid_format: body.optionalString('nameid_format') || connection.nameid_format,
    idp_initiated_auth_disabled:
      body.optionalBoolean('idp_initiated_auth_disabled') ?? connection.idp_initiated_auth_disabled,
    allow_gateway_callback:
      body.optionalBoolean('allow_gateway_callback') ?? connection.allow_gateway_callback,
  }
  if (body.has('idp_sso_url')) checkSsoUrl(context, next.idp_sso_url)
  if (acsUrl) checkProviderUrl(context, 'alternative_acs_url', acsUrl, { invalid: 'bad_request' })
  checkMapping(connection, next, body)
  save(context, connection, next)
}

/**
 * Takes over what the identity provider publishes at the address of the body. Its certificates come beside those that
 * the connection has, so that sign-ins go on during a rotation; none is taken away, even if it is no longer published.
 */
export async function updateSamlByUrl(
  context: EmulatorContext,
  connection: StoredSamlConnection,
  body: Body,
): Promise<void> {
  const url = body.string('metadata_url').trim()
  checkProviderUrl(context, 'metadata_url', url, { invalid: 'invalid_saml_metadata_url' })
  const { entityId, ssoUrl, certificates } = await fetchMetadata(context, url)
  checkSsoUrl(context, ssoUrl)
  save(context, connection, {
    ...connection,
    idp_entity_id: entityId,
    idp_sso_url: ssoUrl,
    verification_certificates: await addCertificates(context, connection, certificates),
  })
}

async function fetchMetadata(context: EmulatorContext, url: string): Promise<IdpMetadata> {
  const source = await fetchFromProvider(context, url).catch((error: unknown) => {
    if (!(error instanceof ProviderError)) throw error
    throw badRequest(`metadata_url gave no metadata. ${error.message}`, 'invalid_saml_metadata_url')
  })
  const metadata = await readMetadata(source).catch((error: unknown) => {
    throw badRequest(
      `What is at metadata_url cannot be read. ${error instanceof Error ? error.message : ''}`,
      'invalid_xml_from_saml_metadata_url',
    )
  })
  if (metadata) return metadata
  throw badRequest(
    'What is at metadata_url describes no SAML 2.0 identity provider with an address and a certificate.',
    'saml_connection_metadata_invalid_format',
  )
}

function checkSsoUrl(context: EmulatorContext, url: string): void {
  if (url === '' || url.startsWith('/')) return
  checkProviderUrl(context, 'idp_sso_url', url, {
    invalid: 'invalid_idp_sso_url',
    insecure: 'saml_connection_idp_sso_url_not_https',
  })
}

function checkMapping(
  now: StoredSamlConnection,
  { attribute_mapping, group_implicit_role_assignments }: StoredSamlConnection,
  body: Body,
): void {
  const isMapped = (key: string) => Boolean(attribute_mapping[key])
  if (
    body.has('attribute_mapping') &&
    !(isEmpty(attribute_mapping) && isEmpty(now.attribute_mapping))
  ) {
    if (isEmpty(attribute_mapping)) {
      throw badRequest(
        'attribute_mapping must not be empty.',
        'saml_connection_attribute_mapping_required',
      )
    }
    if (!isMapped('email')) {
      throw badRequest(
        'attribute_mapping must map email.',
        'saml_connection_email_mapping_required',
      )
    }
    if (!isMapped('full_name') && !(isMapped('first_name') && isMapped('last_name'))) {
      throw badRequest(
        'attribute_mapping must map full_name, or first_name and last_name.',
        'saml_connection_name_mapping_required',
      )
    }
  }
  if (group_implicit_role_assignments.length > 0 && !isMapped('groups')) {
    throw badRequest(
      'Roles follow from groups, so attribute_mapping must map groups.',
      'saml_connection_attribute_mapping_missing_groups_key',
    )
  }
}

/** Two connections of one organization must not be to one identity provider: nobody could tell whose answer is whose. */
function save(
  context: EmulatorContext,
  connection: StoredSamlConnection,
  next: StoredSamlConnection,
): void {
  const entityId = ownUrl(context, next.idp_entity_id)
  const twin = Object.values(context.data.sso_connections).find(
    (other) =>
      other.type === 'saml' &&
      other.organization_id === next.organization_id &&
      other.connection_id !== next.connection_id &&
      ownUrl(context, other.idp_entity_id) === entityId,
  )
  if (twin && entityId !== '') {
    throw badRequest(
      `The connection ${twin.display_name} is to the identity provider ${entityId} already.`,
      'duplicate_saml_connection',
    )
  }
  const { idp_entity_id, idp_sso_url, attribute_mapping, verification_certificates } = next
  const isComplete =
    idp_entity_id !== '' &&
    idp_sso_url !== '' &&
    !isEmpty(attribute_mapping) &&
    verification_certificates.length > 0
  Object.assign(connection, next, { status: isComplete ? 'active' : connection.status })
}

function isEmpty(mapping: Record<string, string>): boolean {
  return Object.keys(mapping).length === 0
}
