import type { ExternalConnection } from '../../client/ssoExternal.ts'
import type { OidcConnection } from '../../client/ssoOidc.ts'
import type { SamlConnection } from '../../client/ssoSaml.ts'
import type { SsoActiveConnection } from '../../client/types.ts'
import type { EmulatorContext } from '../context.ts'
import type {
  StoredExternalConnection,
  StoredOidcConnection,
  StoredSamlConnection,
} from '../records/sso.ts'
import { findRecord } from '../store.ts'
import { callbackUrl, ownUrl } from './ssoAddresses.ts'

/** What everybody may know of an organization's active connections. */
export function activeSsoConnections(
  { data }: EmulatorContext,
  organizationId: string,
): SsoActiveConnection[] {
  return Object.values(data.sso_connections)
    .filter((sso) => sso.organization_id === organizationId && sso.status === 'active')
    .map((sso) => {
      const { connection_id, display_name } = sso
      const target =
        sso.type === 'external' ? findRecord(data.sso_connections, sso.external_connection_id) : sso
      const identity_provider =
        target && target.type !== 'external' ? target.identity_provider : 'generic'
      return { connection_id, display_name, identity_provider }
    })
}

export function wireSaml(context: EmulatorContext, stored: StoredSamlConnection): SamlConnection {
  const {
    type: _type,
    signing_private_key: _key,
    implicit_role_assignments,
    group_implicit_role_assignments,
    encryption_private_keys,
    ...connection
  } = stored
  return {
    ...connection,
    idp_entity_id: ownUrl(context, stored.idp_entity_id),
    idp_sso_url: ownUrl(context, stored.idp_sso_url),
    acs_url: callbackUrl(context, stored),
    audience_uri: callbackUrl(context, stored),
    saml_connection_implicit_role_assignments: implicit_role_assignments,
    saml_group_implicit_role_assignments: group_implicit_role_assignments,
    // A key is told once, by whoever brings it; it is never given away again.
    saml_encryption_private_keys: encryption_private_keys.map((key) => ({
      ...key,
      private_key: MASKED_KEY,
    })),
  }
}

export function wireOidc(context: EmulatorContext, stored: StoredOidcConnection): OidcConnection {
  const { type: _type, ...connection } = stored
  return {
    ...connection,
    redirect_url: callbackUrl(context, stored),
    issuer: ownUrl(context, stored.issuer),
    authorization_url: ownUrl(context, stored.authorization_url),
    token_url: ownUrl(context, stored.token_url),
    userinfo_url: ownUrl(context, stored.userinfo_url),
    jwks_url: ownUrl(context, stored.jwks_url),
  }
}

export function wireExternal(stored: StoredExternalConnection): ExternalConnection {
  const {
    type: _type,
    implicit_role_assignments,
    group_implicit_role_assignments,
    ...connection
  } = stored
  return {
    ...connection,
    external_connection_implicit_role_assignments: implicit_role_assignments,
    external_group_implicit_role_assignments: group_implicit_role_assignments,
  }
}

const MASKED_KEY = '********'
