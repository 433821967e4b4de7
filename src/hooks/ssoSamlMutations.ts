import type { B2BClient } from '../client/B2BClient.ts'
import type {
  SamlConnection,
  SamlConnectionOutput,
  SamlDeleteEncryptionPrivateKeyOutput,
  SamlDeleteVerificationCertificateOutput,
  SamlUpdateConnectionByUrlInput,
  SamlUpdateConnectionInput,
  SsoCreateConnectionInput,
} from '../client/ssoSaml.ts'
import type { Organization } from '../client/types.ts'
import { searches } from './memberEffects.ts'
import { optimisticOptions } from './optimistic.ts'
import {
  withoutPrivateKeys,
  type CachedSamlConnection,
  type SsoConnections,
} from './ssoConnections.ts'
import { renamed, SSO_SIGN_IN, withActiveConnection, withConnection } from './ssoEffects.ts'
import { writeOptions, type WriteOptions } from './write.ts'

export interface SsoSamlDeleteVerificationCertificateInput {
  connection_id: string
  certificate_id: string
}
export interface SsoSamlDeleteEncryptionPrivateKeyInput {
  connection_id: string
  private_key_id: string
}

/**
 * Makes a pending connection.
 *
 * @rbac stytch.sso create
 * @example useMutation(ssoSamlMutations.createConnection(client))
 */
export function createConnection(
  client: B2BClient,
): WriteOptions<SamlConnectionOutput, SsoCreateConnectionInput> {
  return writeOptions(client, 'sso.saml.createConnection', client.sso.saml.createConnection, {
    effects: { writes: { 'sso.connections': put } },
  })
}

/**
 * Changes what is given; a new name is shown at once. The connection becomes active once all is told.
 *
 * @rbac stytch.sso update
 * @example useMutation(ssoSamlMutations.updateConnection(client))
 */
export function updateConnection(
  client: B2BClient,
): WriteOptions<SamlConnectionOutput, SamlUpdateConnectionInput> {
  return optimisticOptions(client, 'sso.saml.updateConnection', client.sso.saml.updateConnection, {
    effects: {
      optimistic: { 'sso.connections': renamed },
      writes: { 'sso.connections': put },
      // Roles that follow from the connection are its members' roles.
      invalidates: { ...searches(ASSIGNMENTS), 'self.get': ASSIGNMENTS, ...SSO_SIGN_IN },
      records: { organization: activate },
    },
    secret: true,
  })
}

/**
 * Reads entity id, address and certificates from the identity provider's metadata.
 *
 * @rbac stytch.sso update
 * @example useMutation(ssoSamlMutations.updateConnectionByURL(client))
 */
export function updateConnectionByURL(
  client: B2BClient,
): WriteOptions<SamlConnectionOutput, SamlUpdateConnectionByUrlInput> {
  return writeOptions(
    client,
    'sso.saml.updateConnectionByURL',
    client.sso.saml.updateConnectionByURL,
    {
      effects: {
        writes: { 'sso.connections': put },
        invalidates: SSO_SIGN_IN,
        records: { organization: activate },
      },
      // The answer may hold the connection's private keys.
      secret: true,
    },
  )
}

/**
 * Deletes a certificate of the identity provider, not the last one.
 *
 * @rbac stytch.sso update
 * @example useMutation(ssoSamlMutations.deleteVerificationCertificate(client))
 */
export function deleteVerificationCertificate(
  client: B2BClient,
): WriteOptions<
  SamlDeleteVerificationCertificateOutput,
  SsoSamlDeleteVerificationCertificateInput
> {
  return writeOptions(
    client,
    'sso.saml.deleteVerificationCertificate',
    client.sso.saml.deleteVerificationCertificate,
    {
      effects: {
        writes: {
          'sso.connections': ({ certificate_id }, variables, before) =>
            changed(before, variables, (connection) => ({
              ...connection,
              verification_certificates: connection.verification_certificates.filter(
                (one) => one.certificate_id !== certificate_id,
              ),
            })),
        },
      },
    },
  )
}

/**
 * Deletes a key that encrypted answers are read with.
 *
 * @rbac stytch.sso update
 * @example useMutation(ssoSamlMutations.deleteEncryptionPrivateKey(client))
 */
export function deleteEncryptionPrivateKey(
  client: B2BClient,
): WriteOptions<SamlDeleteEncryptionPrivateKeyOutput, SsoSamlDeleteEncryptionPrivateKeyInput> {
  return writeOptions(
    client,
    'sso.saml.deleteEncryptionPrivateKey',
    client.sso.saml.deleteEncryptionPrivateKey,
    {
      effects: {
        writes: {
          'sso.connections': ({ private_key_id }, variables, before) =>
            changed(before, variables, (connection) => ({
              ...connection,
              saml_encryption_private_keys: connection.saml_encryption_private_keys.filter(
                (one) => one.private_key_id !== private_key_id,
              ),
            })),
        },
      },
    },
  )
}

const ASSIGNMENTS = [
  'saml_connection_implicit_role_assignments',
  'saml_group_implicit_role_assignments',
] as const

function put(
  { connection }: { connection: SamlConnection },
  _variables: unknown,
  before: SsoConnections | undefined,
) {
  return (
    before && {
      ...before,
      saml_connections: withConnection(before.saml_connections, withoutPrivateKeys(connection)),
    }
  )
}

const activate = (before: Organization, { connection }: { connection: SamlConnection }) =>
  withActiveConnection(before, connection)

function changed(
  before: SsoConnections | undefined,
  { connection_id }: { connection_id: string },
  change: (connection: CachedSamlConnection) => CachedSamlConnection,
) {
  return (
    before && {
      ...before,
      saml_connections: before.saml_connections.map((connection) =>
        connection.connection_id === connection_id ? change(connection) : connection,
      ),
    }
  )
}
