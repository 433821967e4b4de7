'use client'

import type {
  SsoAuthenticateInput,
  SsoDeleteConnectionOutput,
  SsoStartInput,
} from '../client/sso.ts'
import type {
  ExternalConnectionOutput,
  ExternalCreateConnectionInput,
  ExternalUpdateConnectionInput,
} from '../client/ssoExternal.ts'
import type {
  OidcConnectionOutput,
  OidcUpdateConnectionInput,
  OidcUpdateConnectionOutput,
} from '../client/ssoOidc.ts'
import type {
  SamlConnectionOutput,
  SamlDeleteEncryptionPrivateKeyOutput,
  SamlDeleteVerificationCertificateOutput,
  SamlUpdateConnectionByUrlInput,
  SamlUpdateConnectionInput,
  SsoCreateConnectionInput,
} from '../client/ssoSaml.ts'
import type { AuthResponseWithMfa, SsoActiveConnection } from '../client/types.ts'
import type { SsoConnections } from './ssoConnections.ts'
import * as ssoExternalMutations from './ssoExternalMutations.ts'
import * as ssoMutations from './ssoMutations.ts'
import * as ssoOidcMutations from './ssoOidcMutations.ts'
import * as ssoQueries from './ssoQueries.ts'
import * as ssoSamlMutations from './ssoSamlMutations.ts'
import type {
  SsoSamlDeleteEncryptionPrivateKeyInput,
  SsoSamlDeleteVerificationCertificateInput,
} from './ssoSamlMutations.ts'
import { useRead, type ReadHook, type ReadHookOf } from './useRead.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * The organization's connections of all three kinds, without client secrets and private keys.
 *
 * @rbac stytch.sso get
 * @example const { data: saml } = useSsoConnections({ select: (all) => all.saml_connections })
 */
export const useSsoConnections: ReadHook<SsoConnections> = (options) =>
  useRead(ssoQueries.connections, undefined, options)

/**
 * The active connections of the organizations that somebody belongs to; where there are none, of those that the
 * address may join. Needs no session.
 *
 * @example const { data = [] } = useSsoDiscoverConnections(emailAddress, { enabled: emailAddress !== '' })
 */
export const useSsoDiscoverConnections: ReadHookOf<string, SsoActiveConnection[]> = (
  emailAddress,
  options,
) => useRead(ssoQueries.discoverConnections, emailAddress, options)

/**
 * Leaves the page for the connection's identity provider; pending until it is gone.
 *
 * @example <button disabled={start.isPending} onClick={() => start.mutate({ connection_id })}>Sign in</button>
 */
export const useSsoStart: WriteHook<void, SsoStartInput> = (options) =>
  useWrite(ssoMutations.start, options)

/**
 * Signs in with the token that people come back with from the identity provider.
 *
 * @example authenticate.mutate({ sso_token, session_duration_minutes: 60 })
 */
export const useSsoAuthenticate: WriteHook<AuthResponseWithMfa, SsoAuthenticateInput> = (options) =>
  useWrite(ssoMutations.authenticate, options)

/**
 * Deletes a connection of any kind, and what depends on it. `mutate` takes its id.
 *
 * @rbac stytch.sso delete
 * @example remove.mutate(connection.connection_id)
 */
export const useSsoDeleteConnection: WriteHook<SsoDeleteConnectionOutput, string> = (options) =>
  useWrite(ssoMutations.deleteConnection, options)

/**
 * Makes a pending SAML connection.
 *
 * @rbac stytch.sso create
 * @example create.mutate({ display_name: 'Okta', identity_provider: 'okta' })
 */
export const useSsoSamlCreateConnection: WriteHook<
  SamlConnectionOutput,
  SsoCreateConnectionInput
> = (options) => useWrite(ssoSamlMutations.createConnection, options)

/**
 * Changes what is given of a SAML connection; a new name is shown at once. It becomes active once all is told.
 *
 * @rbac stytch.sso update
 * @example update.mutate({ connection_id, idp_entity_id, idp_sso_url, x509_certificate, attribute_mapping })
 */
export const useSsoSamlUpdateConnection: WriteHook<
  SamlConnectionOutput,
  SamlUpdateConnectionInput
> = (options) => useWrite(ssoSamlMutations.updateConnection, options)

/**
 * Reads entity id, address and certificates from the identity provider's metadata.
 *
 * @rbac stytch.sso update
 * @example update.mutate({ connection_id, metadata_url: 'https://idp.example/metadata' })
 */
export const useSsoSamlUpdateConnectionByURL: WriteHook<
  SamlConnectionOutput,
  SamlUpdateConnectionByUrlInput
> = (options) => useWrite(ssoSamlMutations.updateConnectionByURL, options)

/**
 * Deletes a certificate of the identity provider, not the last one.
 *
 * @rbac stytch.sso update
 * @example remove.mutate({ connection_id, certificate_id })
 */
export const useSsoSamlDeleteVerificationCertificate: WriteHook<
  SamlDeleteVerificationCertificateOutput,
  SsoSamlDeleteVerificationCertificateInput
> = (options) => useWrite(ssoSamlMutations.deleteVerificationCertificate, options)

/**
 * Deletes a key that encrypted answers are read with.
 *
 * @rbac stytch.sso update
 * @example remove.mutate({ connection_id, private_key_id })
 */
export const useSsoSamlDeleteEncryptionPrivateKey: WriteHook<
  SamlDeleteEncryptionPrivateKeyOutput,
  SsoSamlDeleteEncryptionPrivateKeyInput
> = (options) => useWrite(ssoSamlMutations.deleteEncryptionPrivateKey, options)

/**
 * Makes a pending OIDC connection.
 *
 * @rbac stytch.sso create
 * @example create.mutate({ display_name: 'Entra', identity_provider: 'microsoft-entra' })
 */
export const useSsoOidcCreateConnection: WriteHook<
  OidcConnectionOutput,
  SsoCreateConnectionInput
> = (options) => useWrite(ssoOidcMutations.createConnection, options)

/**
 * Changes what is given of an OIDC connection; a new name is shown at once. It becomes active once all is told.
 *
 * @rbac stytch.sso update
 * @example update.mutate({ connection_id, issuer, client_id, client_secret })
 */
export const useSsoOidcUpdateConnection: WriteHook<
  OidcUpdateConnectionOutput,
  OidcUpdateConnectionInput
> = (options) => useWrite(ssoOidcMutations.updateConnection, options)

/**
 * Lets this organization sign in through a connection of another one.
 *
 * @rbac stytch.sso create
 * @example create.mutate({ external_organization_id, external_connection_id })
 */
export const useSsoExternalCreateConnection: WriteHook<
  ExternalConnectionOutput,
  ExternalCreateConnectionInput
> = (options) => useWrite(ssoExternalMutations.createConnection, options)

/**
 * Changes what is given of an external connection; a new name is shown at once.
 *
 * @rbac stytch.sso update
 * @example update.mutate({ connection_id, display_name: 'The holding' })
 */
export const useSsoExternalUpdateConnection: WriteHook<
  ExternalConnectionOutput,
  ExternalUpdateConnectionInput
> = (options) => useWrite(ssoExternalMutations.updateConnection, options)
