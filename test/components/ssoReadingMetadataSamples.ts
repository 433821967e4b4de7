import { LOGIN, LOGIN_2 } from './ssoReadingSamples.ts'

// Shaped as these providers write their metadata; every value is invented.

const MD = 'urn:oasis:names:tc:SAML:2.0:metadata'
const DS = 'http://www.w3.org/2000/09/xmldsig#'
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol'
const BINDING = 'urn:oasis:names:tc:SAML:2.0:bindings:'
const EMAIL = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'
const UNSPECIFIED = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified'

const wrapped = (base64: string, indent = '') =>
  (base64.match(/.{1,64}/g) ?? []).map((line) => `\n${indent}${line}`).join('')

export interface MetadataSample {
  xml: string
  entityId: string
  ssoUrl: string
  certificates: number
}

export const samples: Record<string, MetadataSample> = {
  Okta: {
    entityId: 'http://www.okta.com/exk1acme0001',
    ssoUrl: 'https://acme.okta.com/app/acme_app_1/exk1acme0001/sso/saml',
    certificates: 1,
    xml: `<?xml version="1.0" encoding="UTF-8"?><md:EntityDescriptor entityID="http://www.okta.com/exk1acme0001" xmlns:md="${MD}"><md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${PROTOCOL}"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${DS}"><ds:X509Data><ds:X509Certificate>${wrapped(LOGIN)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:NameIDFormat>${EMAIL}</md:NameIDFormat><md:SingleSignOnService Binding="${BINDING}HTTP-POST" Location="https://acme.okta.com/app/acme_app_1/exk1acme0001/sso/saml"/><md:SingleSignOnService Binding="${BINDING}HTTP-Redirect" Location="https://acme.okta.com/app/acme_app_1/exk1acme0001/sso/saml"/></md:IDPSSODescriptor></md:EntityDescriptor>`,
  },
  'Microsoft Entra': {
    entityId: 'https://sts.windows.net/7d1c2a7e-1111-4222-8333-944445555666/',
    ssoUrl: 'https://login.microsoftonline.com/7d1c2a7e-1111-4222-8333-944445555666/saml2',
    certificates: 2,
    xml: `\uFEFF<?xml version="1.0" encoding="utf-8"?><EntityDescriptor ID="_6f" entityID="https://sts.windows.net/7d1c2a7e-1111-4222-8333-944445555666/" xmlns="${MD}"><Signature xmlns="${DS}"><SignedInfo/><KeyInfo><X509Data><X509Certificate>${LOGIN_2}</X509Certificate></X509Data></KeyInfo></Signature><RoleDescriptor xsi:type="fed:SecurityTokenServiceType" protocolSupportEnumeration="http://docs.oasis-open.org/wsfed/federation/200706" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706"><KeyDescriptor use="signing"><KeyInfo xmlns="${DS}"><X509Data><X509Certificate>${LOGIN}</X509Certificate></X509Data></KeyInfo></KeyDescriptor></RoleDescriptor><IDPSSODescriptor protocolSupportEnumeration="${PROTOCOL}"><KeyDescriptor use="signing"><KeyInfo xmlns="${DS}"><X509Data><X509Certificate>${LOGIN}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><KeyDescriptor use="signing"><KeyInfo xmlns="${DS}"><X509Data><X509Certificate>${LOGIN_2}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><SingleLogoutService Binding="${BINDING}HTTP-Redirect" Location="https://login.microsoftonline.com/7d1c2a7e-1111-4222-8333-944445555666/logout"/><SingleSignOnService Binding="${BINDING}HTTP-Redirect" Location="https://login.microsoftonline.com/7d1c2a7e-1111-4222-8333-944445555666/saml2"/><SingleSignOnService Binding="${BINDING}HTTP-POST" Location="https://login.microsoftonline.com/7d1c2a7e-1111-4222-8333-944445555666/saml2"/></IDPSSODescriptor></EntityDescriptor>`,
  },
  'Google Workspace': {
    entityId: 'https://accounts.google.com/o/saml2?idpid=C0acme001',
    ssoUrl: 'https://accounts.google.com/o/saml2/idp?idpid=C0acme001',
    certificates: 1,
    xml: `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<md:EntityDescriptor xmlns:md="${MD}" entityID="https://accounts.google.com/o/saml2?idpid=C0acme001" validUntil="2046-01-01T00:00:00.000Z">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${PROTOCOL}">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="${DS}">
        <ds:X509Data>
          <ds:X509Certificate>${LOGIN.replace(/(.{76})/g, '$1\r\n')}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
    <md:NameIDFormat>${EMAIL}</md:NameIDFormat>
    <md:SingleSignOnService Binding="${BINDING}HTTP-Redirect" Location="https://accounts.google.com/o/saml2/idp?idpid=C0acme001"/>
    <md:SingleSignOnService Binding="${BINDING}HTTP-POST" Location="https://accounts.google.com/o/saml2/idp?idpid=C0acme001"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>`,
  },
  ADFS: {
    entityId: 'http://adfs.acme.test/adfs/services/trust',
    ssoUrl: 'https://adfs.acme.test/adfs/ls/',
    certificates: 1,
    xml: `<EntityDescriptor ID="_a1" entityID="http://adfs.acme.test/adfs/services/trust" xmlns="${MD}"><RoleDescriptor xsi:type="fed:ApplicationServiceType" protocolSupportEnumeration="http://schemas.xmlsoap.org/ws/2005/02/trust" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706"/><SPSSODescriptor WantAssertionsSigned="true" protocolSupportEnumeration="${PROTOCOL}"><KeyDescriptor use="encryption"><KeyInfo xmlns="${DS}"><X509Data><X509Certificate>${LOGIN_2}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><AssertionConsumerService Binding="${BINDING}HTTP-POST" Location="https://adfs.acme.test/adfs/ls/" index="0" isDefault="true"/></SPSSODescriptor><IDPSSODescriptor protocolSupportEnumeration="${PROTOCOL}"><KeyDescriptor use="encryption"><KeyInfo xmlns="${DS}"><X509Data><X509Certificate>${LOGIN_2}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><KeyDescriptor use="signing"><KeyInfo xmlns="${DS}"><X509Data><X509Certificate>${LOGIN}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><NameIDFormat>${EMAIL}</NameIDFormat><NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat><SingleSignOnService Binding="${BINDING}HTTP-Redirect" Location="https://adfs.acme.test/adfs/ls/"/><SingleSignOnService Binding="${BINDING}HTTP-POST" Location="https://adfs.acme.test/adfs/ls/"/><Attribute Name="http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" FriendlyName="E-Mail Address" xmlns="urn:oasis:names:tc:SAML:2.0:assertion"/></IDPSSODescriptor></EntityDescriptor>`,
  },
  PingOne: {
    entityId: 'https://auth.pingone.eu/2b0c0c1e-aaaa-4bbb-8ccc-0ddddddddddd',
    ssoUrl: 'https://auth.pingone.eu/2b0c0c1e-aaaa-4bbb-8ccc-0ddddddddddd/saml20/idp/sso',
    certificates: 1,
    xml: `<?xml version="1.0" encoding="UTF-8"?><md:EntityDescriptor xmlns:md="${MD}" ID="Xy9" cacheDuration="PT1440M" entityID="https://auth.pingone.eu/2b0c0c1e-aaaa-4bbb-8ccc-0ddddddddddd"><md:IDPSSODescriptor protocolSupportEnumeration="${PROTOCOL}" WantAuthnRequestsSigned="false"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${DS}"><ds:X509Data><ds:X509Certificate>${LOGIN}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:NameIDFormat>${UNSPECIFIED}</md:NameIDFormat><md:SingleSignOnService Location="https://auth.pingone.eu/2b0c0c1e-aaaa-4bbb-8ccc-0ddddddddddd/saml20/idp/sso" Binding="${BINDING}HTTP-POST"/><md:SingleSignOnService Location="https://auth.pingone.eu/2b0c0c1e-aaaa-4bbb-8ccc-0ddddddddddd/saml20/idp/sso" Binding="${BINDING}HTTP-Redirect"/></md:IDPSSODescriptor></md:EntityDescriptor>`,
  },
  PingFederate: {
    entityId: 'acme:pf:idp',
    ssoUrl: 'https://sso.acme.test:9031/idp/SSO.saml2',
    certificates: 1,
    xml: `<md:EntityDescriptor ID="pf1" cacheDuration="PT1440M" entityID="acme:pf:idp" xmlns:md="${MD}"><md:IDPSSODescriptor protocolSupportEnumeration="${PROTOCOL}" WantAuthnRequestsSigned="true"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${DS}"><ds:X509Data><ds:X509Certificate>${LOGIN}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:NameIDFormat>${UNSPECIFIED}</md:NameIDFormat><md:SingleSignOnService Binding="${BINDING}SOAP" Location="https://sso.acme.test:9031/idp/SSO.soap"/><md:SingleSignOnService Binding="${BINDING}HTTP-POST" Location="https://sso.acme.test:9031/idp/SSO.saml2"/></md:IDPSSODescriptor><md:ContactPerson contactType="administrative"><md:Company>Acme</md:Company></md:ContactPerson></md:EntityDescriptor>`,
  },
  OneLogin: {
    entityId: 'https://app.onelogin.com/saml/metadata/0a1b2c3d',
    ssoUrl: 'https://acme.onelogin.com/trust/saml2/http-redirect/sso/0a1b2c3d',
    certificates: 1,
    xml: `<?xml version="1.0"?>
<EntityDescriptor xmlns="${MD}" entityID="https://app.onelogin.com/saml/metadata/0a1b2c3d">
  <IDPSSODescriptor xmlns:ds="${DS}" protocolSupportEnumeration="${PROTOCOL}">
    <KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="${DS}"><ds:X509Data><ds:X509Certificate>${wrapped(LOGIN, '      ')}
      </ds:X509Certificate></ds:X509Data></ds:KeyInfo>
    </KeyDescriptor>
    <SingleLogoutService Binding="${BINDING}HTTP-Redirect" Location="https://acme.onelogin.com/trust/saml2/http-redirect/slo/1"/>
    <NameIDFormat>${EMAIL}</NameIDFormat>
    <SingleSignOnService Binding="${BINDING}HTTP-Redirect" Location="https://acme.onelogin.com/trust/saml2/http-redirect/sso/0a1b2c3d"/>
    <SingleSignOnService Binding="${BINDING}HTTP-POST" Location="https://acme.onelogin.com/trust/saml2/http-post/sso/0a1b2c3d"/>
    <SingleSignOnService Binding="${BINDING}SOAP" Location="https://acme.onelogin.com/trust/saml2/soap/sso/0a1b2c3d"/>
  </IDPSSODescriptor>
</EntityDescriptor>`,
  },
  JumpCloud: {
    entityId: 'JumpCloudAcme',
    ssoUrl: 'https://sso.jumpcloud.com/saml2/acme',
    certificates: 1,
    xml: `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="${MD}" entityID="JumpCloudAcme">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${PROTOCOL}">
    <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${DS}"><ds:X509Data><ds:X509Certificate>${wrapped(LOGIN)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    <md:NameIDFormat>${UNSPECIFIED}</md:NameIDFormat>
    <md:SingleSignOnService Binding="${BINDING}HTTP-Redirect" Location="https://sso.jumpcloud.com/saml2/acme"/>
    <md:SingleSignOnService Binding="${BINDING}HTTP-POST" Location="https://sso.jumpcloud.com/saml2/acme"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>`,
  },
  Keycloak: {
    entityId: 'https://login.acme.test/realms/staff',
    ssoUrl: 'https://login.acme.test/realms/staff/protocol/saml',
    certificates: 1,
    xml: `<md:EntityDescriptor xmlns="${MD}" xmlns:md="${MD}" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:ds="${DS}" entityID="https://login.acme.test/realms/staff"><md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="${PROTOCOL}"><md:KeyDescriptor use="signing"><ds:KeyInfo><ds:KeyName>kid-1</ds:KeyName><ds:X509Data><ds:X509Certificate>${LOGIN}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:ArtifactResolutionService Binding="${BINDING}SOAP" Location="https://login.acme.test/realms/staff/protocol/saml/resolve" index="0"/><md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat><md:NameIDFormat>${EMAIL}</md:NameIDFormat><md:SingleSignOnService Binding="${BINDING}HTTP-POST" Location="https://login.acme.test/realms/staff/protocol/saml"/><md:SingleSignOnService Binding="${BINDING}HTTP-Redirect" Location="https://login.acme.test/realms/staff/protocol/saml"/><md:SingleSignOnService Binding="${BINDING}HTTP-Artifact" Location="https://login.acme.test/realms/staff/protocol/saml"/></md:IDPSSODescriptor></md:EntityDescriptor>`,
  },
  Auth0: {
    entityId: 'urn:acme-prod.eu.auth0.com',
    ssoUrl: 'https://acme-prod.eu.auth0.com/samlp/Ab12Cd34?a=1&b=2',
    certificates: 1,
    xml: `<EntityDescriptor entityID="urn:acme-prod.eu.auth0.com" xmlns="${MD}">
  <IDPSSODescriptor protocolSupportEnumeration="${PROTOCOL}">
    <KeyDescriptor use="signing"><KeyInfo xmlns="${DS}"><X509Data><X509Certificate>${LOGIN}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
    <SingleLogoutService Binding="${BINDING}HTTP-Redirect" Location="https://acme-prod.eu.auth0.com/samlp/Ab12Cd34/logout"/>
    <NameIDFormat>${EMAIL}</NameIDFormat>
    <NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</NameIDFormat>
    <SingleSignOnService Binding="${BINDING}HTTP-Redirect" Location="https://acme-prod.eu.auth0.com/samlp/Ab12Cd34?a=1&amp;b=2"/>
    <SingleSignOnService Binding="${BINDING}HTTP-POST" Location="https://acme-prod.eu.auth0.com/samlp/Ab12Cd34?a=1&amp;b=2"/>
    <Attribute Name="http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name" xmlns="urn:oasis:names:tc:SAML:2.0:assertion"/>
  </IDPSSODescriptor>
</EntityDescriptor>`,
  },
}

export const OKTA = samples['Okta']?.xml ?? ''
