import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseCsv } from '../../src/components/members/csv.ts'
import { checkIssuer } from '../../src/components/sso/reading/checkIssuer.ts'
import { checkUrl } from '../../src/components/sso/reading/checkUrl.ts'
import { findingCodes } from '../../src/components/sso/reading/finding.ts'
import { readCertificates } from '../../src/components/sso/reading/readCertificates.ts'
import { readMetadata } from '../../src/components/sso/reading/readMetadata.ts'
import { readPrivateKey } from '../../src/components/sso/reading/readPrivateKey.ts'
import { samples } from './ssoReadingMetadataSamples.ts'
import { AUTHORITY, bytesOf, CURVE, LOGIN, pem, PKCS7, REQUEST } from './ssoReadingSamples.ts'

const xmls = Object.values(samples).map(({ xml }) => xml)
const certificates = [LOGIN, CURVE, AUTHORITY, PKCS7, REQUEST]
const CODES: ReadonlySet<string> = new Set(findingCodes)

/** A text that somebody cut, doubled, swapped or wrote into. */
const mutated = (texts: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(
        fc.record({
          kind: fc.constantFrom('cut', 'double', 'swap', 'insert', 'flip'),
          from: fc.nat(10_000),
          length: fc.nat(200),
          text: fc.string({ maxLength: 8, unit: 'binary' }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    )
    .map(([text, changes]) =>
      changes.reduce((now, { kind, from, length, text: other }) => {
        const start = now.length === 0 ? 0 : from % now.length
        const piece = now.slice(start, start + length)
        const head = now.slice(0, start)
        const tail = now.slice(start + length)
        if (kind === 'cut') return head + tail
        if (kind === 'double') return head + piece + piece + tail
        if (kind === 'swap') return tail + piece + head
        if (kind === 'insert') return head + other + piece + tail
        return head + (piece[0] === '<' ? '>' : '<') + piece.slice(1) + tail
      }, text),
    )

const bytes = fc.uint8Array({ maxLength: 2000 })

const expectMetadata = (source: string | Uint8Array) => {
  const { ok, findings } = readMetadata(source)
  for (const { code } of findings) expect(CODES).toContain(code)
  const hasError = findings.some(({ severity }) => severity === 'error')
  expect(ok === null).toBe(hasError)
  if (ok) expect([ok.entityId, ok.ssoUrl, ok.certificates.length > 0]).not.toContain('')
}

const expectCertificates = async (source: string | Uint8Array) => {
  const { certificates: read, findings } = await readCertificates(source)
  for (const { code } of findings) expect(CODES).toContain(code)
  expect(read.length + findings.length).toBeGreaterThan(0)
  for (const { pem: text, validUntil } of read) {
    expect(text).toContain('-----BEGIN CERTIFICATE-----')
    expect(Date.parse(validUntil)).not.toBeNaN()
  }
}

describe('the readers, whatever they are given', () => {
  const requests = vi.fn()
  beforeEach(() => {
    requests.mockClear()
    vi.stubGlobal('fetch', requests)
    vi.stubGlobal('XMLHttpRequest', requests)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    expect(requests).not.toHaveBeenCalled()
  })

  it('metadata: mutations of good ones', () => {
    fc.assert(fc.property(mutated(xmls), expectMetadata), { numRuns: 300 })
  })
  it('metadata: any bytes and any text', () => {
    fc.assert(fc.property(bytes, expectMetadata), { numRuns: 300 })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expectMetadata(text)
        expectMetadata(`<a>${text}</a>`)
      }),
      { numRuns: 200 },
    )
  })
  it.each([
    ['nested 10,000 deep', '<a>'.repeat(10_000) + '</a>'.repeat(10_000)],
    ['nested and never closed', '<a>'.repeat(300_000)],
    ['nothing but opening brackets', '<'.repeat(900_000)],
    ['comments that never end', `<a>${'<!--'.repeat(200_000)}`],
    ['blanks', `<a ${' '.repeat(900_000)}`],
    [
      'attributes',
      `<a ${Array.from({ length: 20_000 }, (_, index) => `b${index}="1"`).join(' ')}/>`,
    ],
  ])('metadata: %s', (_, source) => {
    expectMetadata(source)
  })

  it('certificates: mutations of good ones', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(certificates.map((one) => pem(one))), expectCertificates),
      { numRuns: 300 },
    )
  })
  it('certificates: mutations of DER', async () => {
    const changed = fc
      .tuple(fc.constantFrom(...certificates), fc.array(fc.tuple(fc.nat(1200), fc.nat(255))))
      .map(([base64, changes]) => {
        const der = bytesOf(base64)
        for (const [at, byte] of changes) der[at % der.length] = byte
        der[0] = 0x30
        return der
      })
    await fc.assert(fc.asyncProperty(changed, expectCertificates), { numRuns: 500 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...certificates), fc.nat(1200), (base64, end) =>
        expectCertificates(bytesOf(base64).slice(0, Math.max(end, 1))),
      ),
      { numRuns: 200 },
    )
  })
  it('certificates: any bytes and any text', async () => {
    await fc.assert(fc.asyncProperty(bytes, expectCertificates), { numRuns: 300 })
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 500 }), async (text) => {
        await expectCertificates(text)
        await expectCertificates(`-----BEGIN CERTIFICATE-----${text}-----END CERTIFICATE-----`)
      }),
      { numRuns: 200 },
    )
  })
  it.each([
    [
      'sequences 10,000 deep',
      Uint8Array.from({ length: 30_000 }, (_, at) => [0x30, 0x80, 0x30][at % 3] ?? 0),
    ],
    ['lengths that lie', Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x30, 0x00)],
    ['beginnings without an end', '-----BEGIN '.repeat(90_000)],
    ['one long line', 'A'.repeat(999_999)],
    ['quotes', '"'.repeat(999_999)],
    ['dashes', '-'.repeat(999_999)],
  ])('certificates: %s', async (_, source) => {
    await expectCertificates(source)
  })

  it('private keys, addresses and issuers: any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      mutated(['https://acme.okta.com/app/x/sso/saml', 'https://a.test/.well-known/x', pem(LOGIN)]),
    )
    fc.assert(
      fc.property(text, (value) => {
        const findings = [
          ...readPrivateKey(value).findings,
          ...checkIssuer(value),
          ...checkUrl(value, 'sso-url'),
          ...checkUrl(value, 'entity-id'),
          ...checkUrl(value, 'metadata-url'),
        ]
        for (const { code } of findings) expect(CODES).toContain(code)
      }),
      { numRuns: 500 },
    )
  })

  it('CSV: any text, and mutations of tables', () => {
    const tables = ['email,name\r\na@b.test,"Ada, ""L"""\r\n', 'sep=;\nemail;roles\nx@y.test;a\n']
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 500 }), mutated(tables))
    fc.assert(
      fc.property(text, (value) => {
        const { rows, problems } = parseCsv(value)
        for (const { line, cells } of rows) {
          expect(line).toBeGreaterThan(0)
          expect(cells.length).toBeGreaterThan(0)
        }
        for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
    for (const piece of ['"', ',', '\n', '""', '",']) {
      expect(parseCsv(piece.repeat(200_000)).rows.length).toBeGreaterThanOrEqual(0)
    }
  })
})
