import { describe, expect, it } from 'vitest'
import { readCertificates } from '../../src/components/sso/reading/readCertificates.ts'
import { readMetadata } from '../../src/components/sso/reading/readMetadata.ts'
import { OKTA, samples } from './ssoReadingMetadataSamples.ts'
import { LOGIN, pem } from './ssoReadingSamples.ts'

const NOW = Date.parse('2030-01-01T00:00:00Z')
const read = (source: string | Uint8Array, entityId?: string) =>
  readMetadata(source, { now: NOW, entityId })
const codesOf = (source: string | Uint8Array) => read(source).findings.map(({ code }) => code)

describe('readMetadata', () => {
  it.each(Object.entries(samples))('reads what %s writes', async (_, sample) => {
    const { ok, findings } = read(sample.xml)
    expect(ok?.entityId).toBe(sample.entityId)
    expect(ok?.ssoUrl).toBe(sample.ssoUrl)
    expect(ok?.certificates).toHaveLength(sample.certificates)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const reading = await readCertificates(ok?.certificates.join('') ?? '')
    expect(reading.findings).toEqual([])
    expect(reading.certificates[0]?.subject).toContain('CN=Login of Acme')
  })

  it('prefers HTTP-Redirect, and says where there is only HTTP-POST', () => {
    const { ok } = read(samples['OneLogin']?.xml ?? '')
    expect(ok?.redirectUrl).toContain('/http-redirect/sso/')
    expect(ok?.postUrl).toContain('/http-post/sso/')
    expect(codesOf(samples['PingFederate']?.xml ?? '')).toEqual([
      'metadata-post-only',
      'metadata-wants-signed',
    ])
  })

  it('takes keys without a use for signing, and each certificate once', () => {
    const key = /<md:KeyDescriptor use="signing">.*<\/md:KeyDescriptor>/s.exec(OKTA)?.[0] ?? ''
    const without = key.replace(' use="signing"', '')
    const { ok } = read(OKTA.replace(key, without + key))
    expect(ok?.certificates).toEqual([pem(LOGIN)])
    expect(codesOf(OKTA.replace(key, key.replace('signing', 'encryption')))).toEqual([
      'metadata-no-certificate',
    ])
  })

  it('reads files by their byte order mark', () => {
    const utf16 = new Uint8Array(OKTA.length * 2 + 2)
    const view = new DataView(utf16.buffer)
    for (const [index, unit] of ['\uFEFF', ...OKTA].entries()) {
      view.setUint16(index * 2, unit.charCodeAt(0), true)
    }
    expect(read(utf16).ok?.entityId).toBe('http://www.okta.com/exk1acme0001')
    expect(read(utf16.slice(2)).ok).not.toBeNull()
    expect(read(new TextEncoder().encode(`\uFEFF${OKTA}`)).ok).not.toBeNull()
  })

  it('has one chosen where a document describes several', () => {
    const inner = [OKTA, samples['Keycloak']?.xml ?? ''].map((xml) => xml.replace(/<\?.*\?>/, ''))
    const several = `<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">${inner.join('')}</EntitiesDescriptor>`
    const reading = read(several)
    expect(reading.findings).toMatchObject([
      { code: 'metadata-several-providers', data: { count: 2 } },
    ])
    expect(reading).toMatchObject({
      ok: null,
      entityIds: ['http://www.okta.com/exk1acme0001', 'https://login.acme.test/realms/staff'],
    })
    expect(read(several, 'https://login.acme.test/realms/staff').ok?.ssoUrl).toContain(
      '/realms/staff/',
    )
  })

  it('notices what is over, and names other than email addresses', () => {
    const old = OKTA.replace('entityID', 'validUntil="2029-12-31T00:00:00Z" entityID')
    expect(read(old).findings).toEqual([
      { severity: 'warning', code: 'metadata-expired', data: { at: '2029-12-31T00:00:00.000Z' } },
    ])
    const transient = OKTA.replace('1.1:nameid-format:emailAddress', '2.0:nameid-format:transient')
    expect(read(transient).findings).toMatchObject([{ data: { format: 'transient' } }])
  })

  it.each([
    ['nothing', '  ', 'empty'],
    ['an address', ' https://acme.okta.com/app/x/sso/saml/metadata ', 'metadata-address'],
    ['a certificate', pem(LOGIN), 'metadata-certificate'],
    ['base64 of a certificate', LOGIN, 'metadata-certificate'],
    ['a sign-in page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'metadata-html'],
    ['XHTML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'metadata-html'],
    ['JSON', '{"issuer":"https://acme.okta.com"}', 'metadata-json'],
    [
      'what a browser shows',
      'This XML file does not appear to have any style information associated with it. <md:EntityDescriptor',
      'metadata-rendered',
    ],
    ['plain text', 'see attachment', 'metadata-not-xml'],
    ['half of it', OKTA.slice(0, 900), 'metadata-broken'],
    ['a document type', `<!DOCTYPE x SYSTEM "https://evil.test/x.dtd">${OKTA}`, 'metadata-doctype'],
    [
      'entities that multiply',
      '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><l>&b;</l>',
      'metadata-doctype',
    ],
    [
      'an answer of a sign-in',
      '<Response xmlns="urn:oasis:names:tc:SAML:2.0:protocol"/>',
      'metadata-message',
    ],
    ['the same in base64', btoa('<samlp:Response ID="x">'), 'metadata-message'],
    ['a feed', '<rss version="2.0"/>', 'metadata-other'],
    [
      'metadata of a service provider',
      '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://sp.test"><SPSSODescriptor protocolSupportEnumeration="x"/></EntityDescriptor>',
      'metadata-service-provider',
    ],
    [
      'no role at all',
      '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://x.test"/>',
      'metadata-no-provider',
    ],
    ['SAML 1', OKTA.replace('SAML:2.0:protocol', 'SAML:1.1:protocol'), 'metadata-saml1'],
    ['no entity id', OKTA.replace('entityID=', 'other='), 'metadata-no-entity-id'],
    [
      'no usable address',
      OKTA.replaceAll(/HTTP-(?:POST|Redirect)/g, 'SOAP'),
      'metadata-no-sso-url',
    ],
    ['far too much', ' '.repeat(1_000_001), 'too-large'],
  ])('says what it is instead: %s', (_, source, code) => {
    expect(codesOf(source)).toEqual([code])
    expect(read(source).ok).toBeNull()
  })
})
