import { buildResponse } from './buildResponse.ts'
import type { SamlStatement } from './buildResponse.ts'
import { PROJECT_CERTIFICATE } from './developmentKeys.ts'
import type { XmlSigner } from './signXml.ts'

/** What can be wrong with a SAML response. */
export const SAML_FORGERIES = [
  'wrong-audience',
  'wrong-issuer',
  'wrong-recipient',
  'wrong-request',
  'expired',
  'not-yet-valid',
  'failed',
  'unsigned',
  'other-key',
  'altered',
  'wrapped',
  'no-email',
  'document-type',
] as const
export type SamlForgery = (typeof SAML_FORGERIES)[number]

/** A SAML Response as XML in which one thing is wrong. */
export async function buildForgedResponse(
  right: SamlStatement,
  forgery: SamlForgery,
): Promise<string> {
  const response = await buildResponse({ ...right, ...(await wrongPart(right, forgery)) })
  return tampered(response, right.nameId, forgery)
}

async function wrongPart(
  right: SamlStatement,
  forgery: SamlForgery,
): Promise<Partial<SamlStatement>> {
  const later = (date: Date, hours: number) => new Date(date.getTime() + hours * 60 * 60_000)
  switch (forgery) {
    case 'wrong-audience':
      return { audience: 'https://another.example/audience' }
    case 'wrong-issuer':
      return { issuer: 'https://another.example/issuer' }
    case 'wrong-recipient':
      return { recipient: 'https://another.example/acs' }
    case 'wrong-request':
      return { inResponseTo: '_another-request' }
    case 'expired':
      return {
        notBefore: later(right.notBefore, -1),
        notOnOrAfter: later(right.notOnOrAfter, -1),
      }
    case 'not-yet-valid':
      return { notBefore: later(right.notBefore, 1), notOnOrAfter: later(right.notOnOrAfter, 1) }
    case 'failed':
      return { status: 'Responder' }
    case 'unsigned':
      return { signer: null }
    case 'other-key':
      return { signer: await otherSigner() }
    case 'no-email':
      return { nameId: 'nobody', attributes: {} }
    case 'altered':
    case 'wrapped':
    case 'document-type':
      // What is wrong with these comes after the signature.
      return {}
  }
}

/** What somebody does to a response on its way. */
function tampered(response: string, emailAddress: string, forgery: SamlForgery): string {
  switch (forgery) {
    case 'altered':
      return response.replaceAll(emailAddress, `attacker-${emailAddress}`)
    case 'wrapped': {
      // The signed assertion is kept inside of its own signature, where nobody reads; another one takes its place.
      const [signed = ''] = /<saml:Assertion.*<\/saml:Assertion>/s.exec(response) ?? []
      const [signature = ''] = /<ds:Signature.*<\/ds:Signature>/s.exec(signed) ?? []
      const original = signed.replace(signature, '')
      const keeping = signature.replace(
        /(?=<\/ds:Signature>)/,
        `<ds:Object>${original}</ds:Object>`,
      )
      const own = original.replaceAll(emailAddress, `attacker-${emailAddress}`)
      return response.replace(signed, own.replace('</saml:Issuer>', `</saml:Issuer>${keeping}`))
    }
    case 'document-type':
      return `<!DOCTYPE samlp:Response [<!ENTITY who "${emailAddress}">]>${response.replaceAll(emailAddress, '&who;')}`
    default:
      return response
  }
}

async function otherSigner(): Promise<XmlSigner> {
  const { privateKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  )
  return { key: privateKey, certificate: PROJECT_CERTIFICATE }
}
