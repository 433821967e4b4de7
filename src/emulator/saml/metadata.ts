import { toPem, fromBase64, fromPem, readCertificate, toBase64 } from './pem.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  METADATA,
  parseXml,
  textOf,
  withDescendants,
  xml,
  XMLDSIG,
} from './xml.ts'

const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'
const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'

/** What an identity provider publishes of itself. */
export interface IdpMetadata {
  entityId: string
  ssoUrl: string
  /** PEM. */
  certificates: string[]
}

/** The metadata document of an identity provider. */
export function writeMetadata({ entityId, ssoUrl, certificates }: IdpMetadata): string {
  const keys = certificates.map((certificate) => {
    const base64 = toBase64(fromPem(certificate, 'CERTIFICATE') ?? new Uint8Array())
    return xml`
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="${XMLDSIG}"><ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
    </md:KeyDescriptor>`
  })
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="${METADATA}" entityID="${entityId}">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${keys}
    <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
    <md:SingleSignOnService Binding="${REDIRECT}" Location="${ssoUrl}"/>
    <md:SingleSignOnService Binding="${POST}" Location="${ssoUrl}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`.xml
}

/**
 * Reads metadata. Throws an `XmlError` when it is no XML, or XML with a document type; gives null when it does not
 * describe an identity provider with an address and a certificate.
 */
export async function readMetadata(source: string): Promise<IdpMetadata | null> {
  const root = await parseXml(source)
  // Federations publish many entities in one document.
  const entity = withDescendants(root).find(
    (element) =>
      element.localName === 'EntityDescriptor' &&
      element.namespaceURI === METADATA &&
      childOf(element, METADATA, 'IDPSSODescriptor') !== undefined,
  )
  const descriptor = childOf(entity, METADATA, 'IDPSSODescriptor')
  const services = childrenOf(descriptor, METADATA, 'SingleSignOnService')
  const service = [REDIRECT, POST]
    .map((binding) => services.find((candidate) => attributeOf(candidate, 'Binding') === binding))
    .find(Boolean)
  const entityId = attributeOf(entity, 'entityID')
  const ssoUrl = attributeOf(service, 'Location')
  const certificates = await certificatesOf(descriptor)
  if (entityId === undefined || ssoUrl === undefined || certificates.length === 0) return null
  return { entityId, ssoUrl, certificates }
}

async function certificatesOf(descriptor: Element | undefined): Promise<string[]> {
  const certificates = new Set<string>()
  for (const key of childrenOf(descriptor, METADATA, 'KeyDescriptor')) {
    if (attributeOf(key, 'use') === 'encryption') continue
    for (const data of childrenOf(childOf(key, XMLDSIG, 'KeyInfo'), XMLDSIG, 'X509Data')) {
      for (const element of childrenOf(data, XMLDSIG, 'X509Certificate')) {
        const bytes = fromBase64(textOf(element))
        if (bytes && (await readCertificate(bytes))) certificates.add(toPem(bytes, 'CERTIFICATE'))
      }
    }
  }
  return [...certificates]
}
