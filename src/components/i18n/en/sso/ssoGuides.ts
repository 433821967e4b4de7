import { adfsSaml } from './guides/adfs.ts'
import { auth0Oidc, auth0Saml } from './guides/auth0.ts'
import { customOidc, customSaml } from './guides/custom.ts'
import { cyberarkOidc, cyberarkSaml } from './guides/cyberark.ts'
import { duoOidc, duoSaml } from './guides/duo.ts'
import { googleWorkspaceSaml } from './guides/googleWorkspace.ts'
import { guidePictures } from './guides/guidePictures.ts'
import { jumpcloudOidc, jumpcloudSaml } from './guides/jumpcloud.ts'
import { keycloakOidc, keycloakSaml } from './guides/keycloak.ts'
import { microsoftEntraOidc, microsoftEntraSaml } from './guides/microsoftEntra.ts'
import { oktaOidc, oktaSaml } from './guides/okta.ts'
import { oneloginOidc, oneloginSaml } from './guides/onelogin.ts'
import { pingfederateOidc, pingfederateSaml } from './guides/pingfederate.ts'
import { pingoneOidc, pingoneSaml } from './guides/pingone.ts'
import { ripplingSaml } from './guides/rippling.ts'

/** The words of the guides by their ids. Only the type is read from here: each guide brings its words itself. */
export const ssoGuides = {
  'okta-saml': oktaSaml,
  'okta-oidc': oktaOidc,
  'microsoft-entra-saml': microsoftEntraSaml,
  'microsoft-entra-oidc': microsoftEntraOidc,
  'google-workspace-saml': googleWorkspaceSaml,
  'adfs-saml': adfsSaml,
  'pingone-saml': pingoneSaml,
  'pingone-oidc': pingoneOidc,
  'pingfederate-saml': pingfederateSaml,
  'pingfederate-oidc': pingfederateOidc,
  'onelogin-saml': oneloginSaml,
  'onelogin-oidc': oneloginOidc,
  'jumpcloud-saml': jumpcloudSaml,
  'jumpcloud-oidc': jumpcloudOidc,
  'cyberark-saml': cyberarkSaml,
  'cyberark-oidc': cyberarkOidc,
  'rippling-saml': ripplingSaml,
  'keycloak-saml': keycloakSaml,
  'keycloak-oidc': keycloakOidc,
  'auth0-saml': auth0Saml,
  'auth0-oidc': auth0Oidc,
  'duo-saml': duoSaml,
  'duo-oidc': duoOidc,
  'custom-saml': customSaml,
  'custom-oidc': customOidc,
  pictures: guidePictures,
}
