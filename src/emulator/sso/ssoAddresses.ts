import type { EmulatorContext } from '../context.ts'
import type { StoredSsoConnection } from '../records/sso.ts'

type Located = Pick<EmulatorContext, 'baseUrl'>

/** Where the identity provider sends people back to: the ACS of SAML, the redirect URL of OIDC, and our SAML name. */
export function callbackUrl({ baseUrl }: Located, { connection_id }: StoredSsoConnection): string {
  return `${baseUrl}/v1/b2b/sso/callback/${connection_id}`
}

/** An address as it is sent: one of the emulator's own is stored without its beginning. */
export function ownUrl({ baseUrl }: Located, address: string): string {
  return address.startsWith('/') ? baseUrl + address : address
}

/** The addresses of an emulated SAML identity provider, within the emulator. */
export function samlIdpPaths(idp: string) {
  const entityId = `/idp/saml/${idp}`
  return { entityId, sso: `${entityId}/sso`, metadata: `${entityId}/metadata` }
}

/** The addresses of an emulated OIDC provider, within the emulator. */
export function oidcIdpPaths(idp: string) {
  const issuer = `/idp/oidc/${idp}`
  return {
    issuer,
    authorization: `${issuer}/authorize`,
    token: `${issuer}/token`,
    userinfo: `${issuer}/userinfo`,
    jwks: `${issuer}/jwks`,
  }
}

/** What the project is registered as at an emulated OIDC provider. */
export const oidcClientId = (idp: string): string => `orgportal-emulator.${idp}.example`
export const oidcClientSecret = (idp: string): string => `client-secret-of-${idp}`
