/** What the identity provider tells, as it is typed for a SAML connection. All of it may be kept in the browser: none is secret. */
export interface SamlSource {
  mode: 'url' | 'file' | 'manual'
  metadataUrl: string
  /** The XML, as a file or pasted. */
  metadataXml: string
  /** The entity id of the one that is meant, where the XML describes several identity providers. */
  chosenIdp: string
  ssoUrl: string
  entityId: string
  /** PEM, or base64 without a header; one or several. */
  certificate: string
}

/** What the identity provider tells, as it is typed for an OIDC connection. */
export interface OidcSource {
  /** The issuer, or what its template wants (the tenant id of Entra). */
  issuer: string
  clientId: string
  /** Never kept. Empty: the stored one stays. */
  clientSecret: string
  /** Whether the four addresses are typed instead of read from the issuer. */
  manual: boolean
  authorizationUrl: string
  tokenUrl: string
  userinfoUrl: string
  jwksUrl: string
  /** With spaces between. */
  customScopes: string
}

/** One line of the attribute mapping: our name, and the provider's. */
export interface MappingRow {
  key: string
  value: string
}

export const NO_SAML_SOURCE: SamlSource = {
  mode: 'url',
  metadataUrl: '',
  metadataXml: '',
  chosenIdp: '',
  ssoUrl: '',
  entityId: '',
  certificate: '',
}

export const NO_OIDC_SOURCE: OidcSource = {
  issuer: '',
  clientId: '',
  clientSecret: '',
  manual: false,
  authorizationUrl: '',
  tokenUrl: '',
  userinfoUrl: '',
  jwksUrl: '',
  customScopes: '',
}
