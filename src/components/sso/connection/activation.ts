import type { SsoConnection } from '../connections.ts'

/** Something that the service has to know before a connection works. */
export type ActivationItem =
  | 'entityId'
  | 'ssoUrl'
  | 'certificate'
  | 'mapping'
  | 'issuer'
  | 'clientId'
  | 'clientSecret'
  | 'endpoints'

/** All that a connection needs to become active, and whether it is there. None for an external one: it is active at once. */
export function activationItems(
  connection: SsoConnection,
): { id: ActivationItem; there: boolean }[] {
  switch (connection.protocol) {
    case 'saml':
      return [
        { id: 'ssoUrl', there: connection.idp_sso_url !== '' },
        { id: 'entityId', there: connection.idp_entity_id !== '' },
        { id: 'certificate', there: connection.verification_certificates.length > 0 },
        { id: 'mapping', there: mapsPeople(connection.attribute_mapping) },
      ]
    case 'oidc':
      return [
        { id: 'issuer', there: connection.issuer !== '' },
        { id: 'clientId', there: connection.client_id !== '' },
        { id: 'clientSecret', there: connection.has_client_secret },
        {
          id: 'endpoints',
          there: [
            connection.authorization_url,
            connection.token_url,
            connection.userinfo_url,
            connection.jwks_url,
          ].every((url) => url !== ''),
        },
      ]
    case 'external':
      return []
  }
}

/** An address to know people by, and a name in one piece or two. */
function mapsPeople(mapping: Readonly<Record<string, string>>): boolean {
  const has = (key: string) => Boolean(mapping[key])
  return has('email') && (has('full_name') || (has('first_name') && has('last_name')))
}
