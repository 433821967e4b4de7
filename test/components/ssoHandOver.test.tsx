import { describe, expect, it } from 'vitest'
import { ssoConnection } from '../../src/components/i18n/en/sso/ssoConnection.ts'
import type { SamlSsoConnection } from '../../src/components/sso/connections.ts'
import { loadGuide } from '../../src/components/sso/guides/loadGuide.ts'
import { escapeMarkup } from '../../src/components/sso/handOver/escapeMarkup.ts'
import { handOverSheet } from '../../src/components/sso/handOver/handOverSheet.ts'
import { sheetHtml } from '../../src/components/sso/handOver/sheetHtml.ts'
import { sheetText } from '../../src/components/sso/handOver/sheetText.ts'
import { spMetadata } from '../../src/components/sso/handOver/spMetadata.ts'
import type { GuideId } from '../../src/components/sso/providers.ts'

const HOSTILE = `"><script>alert(1)</script>&amp;'\u0000\u{1F511}`
const VISIBLE = `"><script>alert(1)</script>&amp;'\u{1F511}`
const words = ssoConnection.handOver.sheet

const connection = (changes: Partial<SamlSsoConnection> = {}): SamlSsoConnection => ({
  protocol: 'saml',
  organization_id: 'organization-1',
  connection_id: 'saml-connection-1',
  status: 'pending',
  display_name: 'Okta',
  identity_provider: 'okta',
  idp_entity_id: '',
  idp_sso_url: '',
  acs_url: 'https://api.example/v1/b2b/sso/callback/saml-connection-1?a=1&b=2',
  audience_uri: 'https://api.example/v1/b2b/sso/callback/saml-connection-1',
  attribute_mapping: {},
  signing_certificates: [
    {
      certificate_id: 'certificate-1',
      certificate: '-----BEGIN CERTIFICATE-----\nQUJD\nREVG\n-----END CERTIFICATE-----\n',
      issuer: 'CN=Service',
      created_at: '2026-01-01T00:00:00Z',
      expires_at: '2036-01-01T00:00:00Z',
      updated_at: '2026-01-01T00:00:00Z',
    },
  ],
  verification_certificates: [],
  saml_connection_implicit_role_assignments: [],
  saml_group_implicit_role_assignments: [],
  saml_encryption_private_keys: [],
  ...changes,
})

const metadataOf = (given: SamlSsoConnection) => {
  const document = new DOMParser().parseFromString(spMetadata(given), 'application/xml')
  expect(document.querySelector('parsererror')).toBeNull()
  return document
}

async function sheetOf(given: SamlSsoConnection, guideId: GuideId = 'okta-saml') {
  const { guide, words: guideWords } = await loadGuide(guideId)
  return handOverSheet({
    connection: given,
    guide,
    guideWords,
    words,
    valueWords: ssoConnection.values,
    names: { product: 'app.example', organization: HOSTILE, provider: 'Okta' },
    dates: { madeOn: '22 Nov 2026', asOf: 'November 2026' },
  })
}

describe('SP metadata', () => {
  it('tells entity id, where answers go, the name-id format and the signing certificate', () => {
    const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata'
    const document = metadataOf(connection())
    const root = document.documentElement
    expect([root.namespaceURI, root.localName]).toEqual([METADATA, 'EntityDescriptor'])
    expect(root.getAttribute('entityID')).toBe(connection().audience_uri)
    const descriptor = root.firstElementChild
    // The order is the schema's: keys, name-id formats, consumer services.
    expect([...(descriptor?.children ?? [])].map(({ localName }) => localName)).toEqual([
      'KeyDescriptor',
      'NameIDFormat',
      'AssertionConsumerService',
    ])
    const [service] = document.getElementsByTagNameNS(METADATA, 'AssertionConsumerService')
    expect(service?.getAttribute('Location')).toBe(connection().acs_url)
    expect(service?.getAttribute('Binding')).toBe('urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST')
    const [certificate] = document.getElementsByTagNameNS('*', 'X509Certificate')
    expect(certificate?.textContent).toBe('QUJDREVG')
    expect(document.getElementsByTagNameNS('*', 'NameIDFormat')[0]?.textContent).toBe(
      'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    )
  })

  it('says that requests are not signed where there is no certificate', () => {
    const document = metadataOf(connection({ signing_certificates: [] }))
    expect(document.documentElement.firstElementChild?.getAttribute('AuthnRequestsSigned')).toBe(
      'false',
    )
    expect(document.getElementsByTagNameNS('*', 'KeyDescriptor')).toHaveLength(0)
  })

  it('has a second address where the connection has one', () => {
    const document = metadataOf(connection({ alternative_acs_url: 'https://sso.example/acs' }))
    const services = [...document.getElementsByTagNameNS('*', 'AssertionConsumerService')]
    expect(services.map((one) => one.getAttribute('index'))).toEqual(['0', '1'])
    expect(services.map((one) => one.getAttribute('isDefault'))).toEqual(['true', null])
  })

  it('holds whatever a value holds, and stays well-formed', () => {
    const document = metadataOf(connection({ audience_uri: HOSTILE, nameid_format: HOSTILE }))
    expect(document.documentElement.getAttribute('entityID')).toBe(VISIBLE)
    expect(document.getElementsByTagNameNS('*', 'NameIDFormat')[0]?.textContent).toBe(VISIBLE)
    expect(document.querySelector('script')).toBeNull()
  })

  it('leaves out what XML cannot hold, and nothing else', () => {
    expect(escapeMarkup('a\u0000b\u001Fc\uD800d\uFFFEe\tf\u{1F511}')).toBe('abcde\tf\u{1F511}')
  })
})

describe('the hand-over sheet', () => {
  it('has the steps in the order of the guide with all values filled in', async () => {
    const sheet = await sheetOf(connection())
    const { guide, words: guideWords } = await loadGuide('okta-saml')
    const told = guide.steps.filter(({ form }) => form !== 'mapping')
    expect(sheet.steps.map(({ title }) => title)).toEqual(
      told.map(({ id }) => guideWords.steps[id]?.title),
    )
    const values = sheet.steps.flatMap((step) => step.values.map(({ value }) => value))
    expect(values).toContain(connection().acs_url)
    expect(values).toContain(connection().audience_uri)
    expect(values.every((value) => value !== '')).toBe(true)
    expect(sheet.sendBack.map(({ label }) => label)).toEqual([words.back.metadataUrl])
  })

  it('tells the mapping as it is saved, and the usual one before', async () => {
    const { guide } = await loadGuide('okta-saml')
    expect((await sheetOf(connection())).mapping).toHaveLength(Object.keys(guide.mapping).length)
    const saved = await sheetOf(connection({ attribute_mapping: { email: 'mail', team: 'ou' } }))
    expect(saved.mapping).toEqual([
      { label: words.names.email, value: 'mail' },
      { label: 'team', value: 'ou' },
    ])
  })

  it('is a page of its own in which nothing of what it says becomes markup', async () => {
    const given = connection({ display_name: HOSTILE, attribute_mapping: { [HOSTILE]: HOSTILE } })
    const html = sheetHtml(await sheetOf(given), words, HOSTILE)
    const document = new DOMParser().parseFromString(html, 'text/html')
    expect(document.querySelectorAll('script, img, link, iframe, a')).toHaveLength(0)
    expect(document.documentElement.getAttribute('lang')).toBe(VISIBLE)
    const cells = [...document.querySelectorAll('td, tbody th')].map((cell) => cell.textContent)
    expect(cells.filter((text) => text === VISIBLE)).toHaveLength(2)
    expect(document.body.textContent).toContain(`(connection “${VISIBLE}”)`)
    expect(document.querySelectorAll('ol > li')).toHaveLength((await sheetOf(given)).steps.length)
  })

  it('says the same as text, without the marks of the guide', async () => {
    const text = sheetText(await sheetOf(connection()), words)
    expect(text).toContain(`: ${connection().acs_url}`)
    expect(text).toContain('1. ')
    expect(text).not.toMatch(/\*\w[^*\n]*\*/)
  })

  it('holds long values whole, and asks for a secret in a safe way', async () => {
    const long = `https://api.example/${'x'.repeat(4000)}`
    const sheet = await sheetOf(connection({ acs_url: long }))
    expect(sheetText(sheet, words)).toContain(long)
    expect(sheetHtml(sheet, words, 'en')).toContain(long)
    const secretly = { ...sheet, sendSecretly: true }
    expect(sheetText(secretly, words)).toContain(words.secretly)
  })
})
