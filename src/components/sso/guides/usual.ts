import type { SsoCopyValue, SsoGuideStep } from './SsoGuide.ts'

/* What many guides have in common. */

/** The address as NameID, and names as the guides tell to call them. */
export const SAML_MAPPING = { email: 'NameID', first_name: 'firstName', last_name: 'lastName' }

/** The address as NameID, and names by the claim types of WS-Federation, as Microsoft and Auth0 send them. */
export const CLAIM_MAPPING = {
  email: 'NameID',
  first_name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname',
  last_name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname',
}

/** The standard claims of OpenID Connect. */
export const OIDC_MAPPING = {
  email: 'email',
  first_name: 'given_name',
  last_name: 'family_name',
}

/** How most tell about themselves. */
export const ANY_SOURCE = ['url', 'file', 'manual'] as const

export const ACS_URL: SsoCopyValue = { id: 'acs', is: 'acs-url' }
export const AUDIENCE_URI: SsoCopyValue = { id: 'audience', is: 'audience-uri' }
export const REDIRECT_URL: SsoCopyValue = { id: 'redirect', is: 'redirect-url' }

export const MAPPING_STEP: SsoGuideStep = { id: 'mapping', form: 'mapping' }
export const SOURCE_STEP: SsoGuideStep = { id: 'source', form: 'source' }

/** The step that sends `firstName` and `lastName`. */
export const NAMES_STEP: SsoGuideStep = {
  id: 'attributes',
  picture: { type: 'attributes', labels: ['firstName', 'lastName'] },
}
