import type * as xmldsigjs from 'xmldsigjs'

export type Dsig = typeof xmldsigjs

export const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion'
export const SAMLP = 'urn:oasis:names:tc:SAML:2.0:protocol'
export const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata'
export const XMLDSIG = 'http://www.w3.org/2000/09/xmldsig#'
export const XMLENC = 'http://www.w3.org/2001/04/xmlenc#'

/** A text that is no XML, or XML that nobody should parse. */
export class XmlError extends Error {
  override readonly name = 'XmlError'
}

/** XML and its signatures, loaded at the first use; where the platform has no XML of its own, with what stands in. */
export async function loadDsig(): Promise<Dsig> {
  const [dsig, { setNodeDependencies }] = await Promise.all([
    import('xmldsigjs'),
    import('xml-core'),
  ])
  if (typeof DOMParser === 'undefined') {
    const xmldom = await import('@xmldom/xmldom')
    const { DOMImplementation, XMLSerializer } = xmldom
    class StrictParser extends xmldom.DOMParser {
      constructor() {
        super({ onError: xmldom.onErrorStopParsing })
      }
    }
    setNodeDependencies({ DOMImplementation, DOMParser: StrictParser, XMLSerializer })
  }
  // It writes a name on what it is given, which must not be the platform's own object.
  const { subtle } = crypto
  dsig.Application.setEngine('WebCrypto', {
    subtle,
    getRandomValues: (array) => crypto.getRandomValues(array),
    randomUUID: () => crypto.randomUUID(),
  })
  return dsig
}

/** Throws an `XmlError`. A document type is refused: it could define entities that grow without end or read files. */
export async function parseXml(text: string): Promise<Element> {
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    throw new XmlError('It has a document type, which is refused.')
  const dsig = await loadDsig()
  const root = parseWith(dsig, text)
  if (root) return root
  throw new XmlError('It is not well-formed XML.')
}

function parseWith(dsig: Dsig, text: string): Element | null {
  try {
    const document = dsig.Parse(text)
    const broken = document.getElementsByTagName('parsererror')
    return broken.length > 0 ? null : document.documentElement
  } catch (error) {
    throw new XmlError(
      `It is not well-formed XML: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

/** The child elements of this name. */
export function childrenOf(
  parent: Element | undefined,
  namespace: string,
  name: string,
): Element[] {
  return elementsOf(parent).filter(
    (child) => child.localName === name && child.namespaceURI === namespace,
  )
}

export function childOf(parent: Element | undefined, namespace: string, name: string) {
  return childrenOf(parent, namespace, name)[0]
}

/** The element and all that are in it. */
export function withDescendants(element: Element): Element[] {
  return [element, ...elementsOf(element).flatMap(withDescendants)]
}

/** The text of an element, as a whole, whatever stands between its parts; empty without element. */
export function textOf(element: Element | undefined): string {
  return element?.textContent.trim() ?? ''
}

/** An attribute; undefined when it is missing or empty. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  return element?.getAttribute(name) || undefined
}

/** XML from a template; what is put into it is escaped, unless it was made so itself. */
export function xml(parts: TemplateStringsArray, ...values: readonly XmlValue[]): XmlText {
  const source = parts.reduce((all, part, index) => all + sourceOf(values[index - 1] ?? '') + part)
  return { xml: source }
}

export interface XmlText {
  xml: string
}
type XmlValue = string | XmlText | readonly XmlText[]

function sourceOf(value: XmlValue): string {
  if (typeof value === 'string') return escape(value)
  return 'xml' in value ? value.xml : value.map(sourceOf).join('')
}

/** XML has no way to write the control characters. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function elementsOf(parent: Element | undefined): Element[] {
  const elements: Element[] = []
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) {
    if (isElement(node)) elements.push(node)
  }
  return elements
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
