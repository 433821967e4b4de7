import type { SamlSsoConnection } from '../connections.ts'
import { escapeMarkup as escape } from './escapeMarkup.ts'

/** What the service asks for where the connection does not say. */
export const EMAIL_NAME_ID = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'

/**
 * The SAML 2.0 metadata of the service for one connection, as identity providers read it: entity id, where answers go,
 * the name-id format, and the certificates that requests are signed with.
 */
export function spMetadata(connection: SamlSsoConnection): string {
  const { audience_uri, signing_certificates, alternative_acs_url } = connection
  const keys = signing_certificates.map(({ certificate }) => bareCertificate(certificate))
  const locations = [connection.acs_url, alternative_acs_url ?? ''].filter((url) => url !== '')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${escape(audience_uri)}">`,
    `  <md:SPSSODescriptor AuthnRequestsSigned="${String(keys.length > 0)}" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">`,
    ...keys.map(keyDescriptor),
    `    <md:NameIDFormat>${escape(nameIdFormat(connection))}</md:NameIDFormat>`,
    ...locations.map(consumerService),
    '  </md:SPSSODescriptor>',
    '</md:EntityDescriptor>',
    '',
  ].join('\n')
}

export const nameIdFormat = ({ nameid_format }: SamlSsoConnection): string =>
  nameid_format || EMAIL_NAME_ID

/** Without header, footer and line breaks. */
const bareCertificate = (pem: string) => pem.replace(/-----[^-]*-----|\s/g, '')

const keyDescriptor = (certificate: string) =>
  [
    '    <md:KeyDescriptor use="signing">',
    '      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
    `        <ds:X509Data><ds:X509Certificate>${escape(certificate)}</ds:X509Certificate></ds:X509Data>`,
    '      </ds:KeyInfo>',
    '    </md:KeyDescriptor>',
  ].join('\n')

const consumerService = (location: string, index: number) =>
  `    <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${escape(location)}" index="${String(index)}"${index === 0 ? ' isDefault="true"' : ''}/>`
