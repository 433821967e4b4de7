import { decodeText, MAX_SIZE } from './decodeText.ts'
import type { Finding, FindingCode, FindingData } from './finding.ts'
import { toPem } from './pem.ts'

/** What the metadata of a SAML identity provider says. */
export interface SamlMetadata {
  entityId: string
  /** Where sign-ins are sent: that for HTTP-Redirect if there is one. */
  ssoUrl: string
  redirectUrl: string | null
  postUrl: string | null
  /** What answers are signed with, as PEM, each once. Their own faults are found by `readCertificates`. */
  certificates: string[]
  /** URNs; empty where none is named. */
  nameIdFormats: string[]
  wantsSignedRequests: boolean
  /** RFC 3339; null where it does not end. */
  validUntil: string | null
}

/** `ok` is null where something is in the way; `entityIds` are then those to choose from, if there are several. */
export type MetadataReading =
  | { ok: SamlMetadata; findings: Finding[] }
  | { ok: null; findings: Finding[]; entityIds?: string[] }

export interface ReadMetadataOptions {
  /** Which one, where the document describes several identity providers. */
  entityId?: string | undefined
  /** The present in milliseconds. */
  now?: number | undefined
}

/**
 * Reads the metadata of a SAML identity provider, from a text or the bytes of a file. Nothing is fetched, and document types
 * and entities are refused before anything is parsed. Its address and its certificates are to be checked by `checkUrl` and
 * `readCertificates`.
 *
 * @example const { ok, findings } = readMetadata(await file.text())
 */
export function readMetadata(
  source: string | Uint8Array,
  { entityId, now = Date.now() }: ReadMetadataOptions = {},
): MetadataReading {
  if (source.length > MAX_SIZE) return refused('too-large')
  const text = decodeText(source).trim()
  const other = recognise(text)
  if (other) return refused(other)
  const root = parse(text)
  if (!root) return refused('metadata-broken')
  if (root.namespaceURI === PROTOCOL) return refused('metadata-message', { root: root.localName })
  if (root.namespaceURI !== METADATA || !ENTITIES.has(root.localName)) {
    return refused('metadata-other', { root: root.localName })
  }
  return readProviders(root, entityId, now)
}

const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata'
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol'
const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#'
const BINDING = 'urn:oasis:names:tc:SAML:2.0:bindings:'
const ENTITIES: ReadonlySet<string> = new Set(['EntityDescriptor', 'EntitiesDescriptor'])

const refused = (code: FindingCode, data?: FindingData) => ({
  ok: null,
  findings: [found('error', code, data)],
})

const found = (severity: Finding['severity'], code: FindingCode, data?: FindingData): Finding => ({
  severity,
  code,
  ...(data && { data }),
})

/** What it is, where it is no XML that may be parsed. */
function recognise(text: string): FindingCode | null {
  const head = text.slice(0, 2000).toLowerCase()
  if (text === '') return 'empty'
  if (/^https?:\/\/\S+$/.test(head)) return 'metadata-address'
  if (/^(?:samlresponse|samlrequest)=|^(?:phnhbw|pd94bw|phjlc3|pjdw)/.test(head)) {
    return 'metadata-message'
  }
  if (head.includes('-----begin ') || /^mii[a-z0-9+/=\s]+$/.test(head))
    return 'metadata-certificate'
  if (head.includes('any style information associated with it')) return 'metadata-rendered'
  if (/^[[{]/.test(head)) return 'metadata-json'
  if (/<!doctype\s+html|<html[\s>]/.test(head)) return 'metadata-html'
  // Before parsing, wherever it stands: nothing in metadata needs one.
  if (/<!(?:doctype|entity)/i.test(text)) return 'metadata-doctype'
  return text.startsWith('<') ? null : 'metadata-not-xml'
}

function parse(text: string): Element | null {
  if (isOutlandish(text)) return null
  const document = new DOMParser().parseFromString(text, 'application/xml')
  const isBroken = document.getElementsByTagName('parsererror').length > 0
  return isBroken ? null : document.documentElement
}

/** Far more than metadata has; parsers differ in what they do then, or take very long. */
const MAX_DEPTH = 200
const MAX_TAG_LENGTH = 20_000

function isOutlandish(text: string): boolean {
  let depth = 0
  for (const [tag] of text.matchAll(/<[^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>') && !/^<[?!]/.test(tag)) depth += 1
    if (depth > MAX_DEPTH || tag.length > MAX_TAG_LENGTH) return true
  }
  return false
}

function readProviders(root: Element, wanted: string | undefined, now: number): MetadataReading {
  const all = [...root.getElementsByTagNameNS(METADATA, 'IDPSSODescriptor')]
  if (all.length === 0) {
    const [service] = root.getElementsByTagNameNS(METADATA, 'SPSSODescriptor')
    if (!service) return refused('metadata-no-provider')
    return refused('metadata-service-provider', { entityId: entityIdOf(service) })
  }
  const providers = all.filter((one) =>
    (one.getAttribute('protocolSupportEnumeration') ?? PROTOCOL).split(/\s+/).includes(PROTOCOL),
  )
  if (providers.length === 0) return refused('metadata-saml1')
  const entityIds = [...new Set(providers.map(entityIdOf))]
  const [provider] =
    wanted === undefined ? providers : providers.filter((one) => entityIdOf(one) === wanted)
  if (!provider || (wanted === undefined && entityIds.length > 1)) {
    return {
      ...refused('metadata-several-providers', { count: entityIds.length }),
      entityIds,
    }
  }
  return readProvider(provider, now)
}

function readProvider(provider: Element, now: number): MetadataReading {
  const entityId = entityIdOf(provider)
  const redirectUrl = locationOf(provider, 'HTTP-Redirect')
  const postUrl = locationOf(provider, 'HTTP-POST')
  const ssoUrl = redirectUrl ?? postUrl
  const certificates = certificatesOf(provider)
  const nameIdFormats = childrenOf(provider, 'NameIDFormat').flatMap((one) => textOf(one) || [])
  const wantsSignedRequests = /^(?:true|1)$/.test(
    provider.getAttribute('WantAuthnRequestsSigned') ?? '',
  )
  const validUntil = validUntilOf(provider)
  const findings: Finding[] = []
  if (entityId === '') findings.push(found('error', 'metadata-no-entity-id'))
  if (ssoUrl === null) findings.push(found('error', 'metadata-no-sso-url'))
  if (certificates.length === 0) findings.push(found('error', 'metadata-no-certificate'))
  if (redirectUrl === null && postUrl !== null) findings.push(found('info', 'metadata-post-only'))
  if (validUntil !== null && Date.parse(validUntil) <= now) {
    findings.push(found('warning', 'metadata-expired', { at: validUntil }))
  }
  if (wantsSignedRequests) findings.push(found('info', 'metadata-wants-signed'))
  if (nameIdFormats.length > 0 && !nameIdFormats.some(mayBeEmail)) {
    findings.push(
      found('warning', 'metadata-name-id', {
        format: nameIdFormats[0]?.split(':').at(-1) ?? '',
      }),
    )
  }
  if (ssoUrl === null || entityId === '' || certificates.length === 0) return { ok: null, findings }
  return {
    ok: {
      entityId,
      ssoUrl,
      redirectUrl,
      postUrl,
      certificates,
      nameIdFormats,
      wantsSignedRequests,
      validUntil,
    },
    findings,
  }
}

const mayBeEmail = (format: string) => /:(?:emailAddress|unspecified)$/.test(format)

const textOf = (element: Element) => element.textContent.trim()

function childrenOf(parent: Element, name: string): Element[] {
  return [...parent.children].filter(
    ({ localName, namespaceURI }) => localName === name && namespaceURI === METADATA,
  )
}

function entityIdOf(descriptor: Element): string {
  return descriptor.parentElement?.getAttribute('entityID')?.trim() ?? ''
}

/** The one that is marked as the default, or the first. */
function locationOf(provider: Element, binding: string): string | null {
  const services = childrenOf(provider, 'SingleSignOnService').filter(
    (one) => one.getAttribute('Binding') === BINDING + binding && one.getAttribute('Location'),
  )
  const service = services.find((one) => one.getAttribute('isDefault') === 'true') ?? services[0]
  return service?.getAttribute('Location')?.trim() || null
}

/** Keys without a use are for everything. */
function certificatesOf(provider: Element): string[] {
  const pems = childrenOf(provider, 'KeyDescriptor')
    .filter((key) => (key.getAttribute('use') || 'signing') === 'signing')
    .flatMap((key) => [...key.getElementsByTagNameNS(SIGNATURE, 'X509Certificate')])
    .flatMap((one) => {
      const base64 = one.textContent.replace(/\s/g, '')
      return base64 === '' ? [] : toPem(base64)
    })
  return [...new Set(pems)]
}

/** The nearest end that the document, the entity or the role names. */
function validUntilOf(provider: Element): string | null {
  const ends: number[] = []
  for (let at: Element | null = provider; at; at = at.parentElement) {
    const end = Date.parse(at.getAttribute('validUntil') ?? '')
    if (!Number.isNaN(end)) ends.push(end)
  }
  return ends.length === 0 ? null : new Date(Math.min(...ends)).toISOString()
}
