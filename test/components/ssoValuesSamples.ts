/** Self-signed, made for these tests; what they were signed with is gone. Valid until 2051. */
export const SIGNING_1 = `-----BEGIN CERTIFICATE-----
MIIBrjCCAVWgAwIBAgIUE132oXAfU1iOruJPv+TIK+rCTmowCgYIKoZIzj0EAwIw
LDESMBAGA1UEAwwJU2lnbmluZyAxMRYwFAYDVQQKDA1UZXJuIElkZW50aXR5MCAX
DTI2MTEyMjAwNTQ1MFoYDzIwNTEwNzE0MDA1NDUwWjAsMRIwEAYDVQQDDAlTaWdu
aW5nIDExFjAUBgNVBAoMDVRlcm4gSWRlbnRpdHkwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASCac3/jx7qCMdJWrb8J0RnBezcyYPbtgddjcB6C2bjTPhHZc5k5boq
j6IgyWiHzXdJChYGBs4sNDO8gRCVZ3edo1MwUTAdBgNVHQ4EFgQUPePYTZQTwP5N
1l5SXOyKNf4D4CkwHwYDVR0jBBgwFoAUPePYTZQTwP5N1l5SXOyKNf4D4CkwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiAjbC9hJwxLL6/029wC6Ypa
Vk+xQ6YE8hJzOYYZ62kitAIgFBY72wRZK7NsKswlOFT6L30dSQyziPUjZOAsYfBI
obI=
-----END CERTIFICATE-----
`

export const SIGNING_2 = `-----BEGIN CERTIFICATE-----
MIIBrzCCAVWgAwIBAgIUUUbPAl7neVfHmOgssQdk0Byofr0wCgYIKoZIzj0EAwIw
LDESMBAGA1UEAwwJU2lnbmluZyAyMRYwFAYDVQQKDA1UZXJuIElkZW50aXR5MCAX
DTI2MTEyMjAwNTQ1MFoYDzIwNTEwNzE0MDA1NDUwWjAsMRIwEAYDVQQDDAlTaWdu
aW5nIDIxFjAUBgNVBAoMDVRlcm4gSWRlbnRpdHkwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARI6HrHYGyJEK1ab8M/HLaffHRnL0yc4BMplF4ns0R20/jgNqUMqmcB
BFRBnfHWHl5DWUX5kC9mamRk6nUyTPHVo1MwUTAdBgNVHQ4EFgQURbHJGqI4lkH6
GtseRut4p9C5FakwHwYDVR0jBBgwFoAURbHJGqI4lkH6GtseRut4p9C5FakwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiAXvXacj+Gbj9Jt5sV7ai3a
8g0ogaZ57xxf1CfJEDmPEgIhALFmjWK97MtCOGzZoZks7wAI/cyKag8jb/yyQO65
8C1n
-----END CERTIFICATE-----
`

/** Over at the end of February 2027. */
export const SIGNING_BEFORE = `-----BEGIN CERTIFICATE-----
MIIBtjCCAV2gAwIBAgIUZ/7UQSguI3PDvU0E4RIODBys4X8wCgYIKoZIzj0EAwIw
MTEXMBUGA1UEAwwOU2lnbmluZyBiZWZvcmUxFjAUBgNVBAoMDVRlcm4gSWRlbnRp
dHkwHhcNMjYxMTIyMDA1NTI3WhcNMjcwMjIwMDA1NTI3WjAxMRcwFQYDVQQDDA5T
aWduaW5nIGJlZm9yZTEWMBQGA1UECgwNVGVybiBJZGVudGl0eTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABH/TwDRpKAr/AMqfUv8+/Vqbup96usS6IZxufqwOW+ZP
JFQac7lW52HHHNdbIMn8R8gcOz1TYTAbiAZQdMn9iIajUzBRMB0GA1UdDgQWBBRS
fFf+oNG3GsE4Isfr67JNc/NCzDAfBgNVHSMEGDAWgBRSfFf+oNG3GsE4Isfr67JN
c/NCzDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIExIE36LHeRP
9dwUDDynbPO0XiYTdJJ4QTh8r5zWu0DDAiAU3EaFoT4oLb11+ZFsusuH7mAAEFHc
gYDxWpHQ/a1XJw==
-----END CERTIFICATE-----
`

export interface Idp {
  entityId: string
  ssoUrl?: string
  certificates: readonly string[]
}

/** The metadata of one identity provider, or of several in one document. */
export function metadataOf(...idps: readonly Idp[]): string {
  const entities = idps.map(
    ({
      entityId,
      ssoUrl = `${entityId}/sso`,
      certificates,
    }) => `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ${certificates.map(keyOf).join('')}
    <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${ssoUrl}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>`,
  )
  if (entities.length === 1) return entities.join('')
  return `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${entities.join('')}</md:EntitiesDescriptor>`
}

function keyOf(pem: string): string {
  const base64 = pem.replace(/-----[A-Z ]+-----|\s/g, '')
  return `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
}
