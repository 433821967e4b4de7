import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { SamlSsoConnection } from '../../src/components/sso/connections.ts'
import { checkCertificates } from '../../src/components/sso/reading/checkCertificates.ts'
import { readCertificates } from '../../src/components/sso/reading/readCertificates.ts'
import { readPrivateKey } from '../../src/components/sso/reading/readPrivateKey.ts'
import {
  AUTHORITY,
  bytesOf,
  CURVE,
  FUTURE,
  LOGIN,
  LOGIN_2,
  OLD,
  pem,
  PKCS7,
  PUBLIC_KEY,
  REQUEST,
  WEAK_SHA1,
} from './ssoReadingSamples.ts'

const NOW = Date.parse('2030-01-01T00:00:00Z')
const codesOf = async (source: string | Uint8Array) =>
  (await readCertificates(source)).findings.map(({ code }) => code)

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const key = (type: 'pkcs1' | 'pkcs8') => rsa.export({ type, format: 'pem' }).toString()

describe('readCertificates', () => {
  it('reads everything that a certificate says of itself', async () => {
    const { certificates, findings } = await readCertificates(pem(LOGIN))
    expect(findings).toEqual([])
    expect(certificates).toEqual([
      {
        pem: pem(LOGIN),
        subject: 'CN=Login of Acme, O=Acme Example, C=SE',
        issuer: 'CN=Login of Acme, O=Acme Example, C=SE',
        validFrom: '2026-11-22T00:49:45.000Z',
        validUntil: '2046-11-17T00:49:45.000Z',
        serialNumber: '15327EB5BD029EF55F353EFFE6BEBDC74A21C740',
        key: { type: 'rsa', bits: 2048 },
        hash: 'SHA-256',
        isSelfSigned: true,
        isAuthority: true,
        sha1: 'DD:0B:7C:AE:2C:23:2A:0E:D6:25:E3:36:93:02:FE:9D:D1:18:2C:73',
        sha256:
          'B1:10:57:AA:66:6E:8D:57:A7:A2:9C:44:21:B6:DD:76:E6:1D:D3:2F:4A:37:14:6C:A7:A7:A7:DB:42:C5:13:A9',
      },
    ])
  })

  it('knows other keys and hashes', async () => {
    const { certificates } = await readCertificates(pem(CURVE) + pem(WEAK_SHA1))
    expect(certificates.map((one) => [one.key, one.hash])).toEqual([
      [{ type: 'ec', bits: 256 }, 'SHA-256'],
      [{ type: 'rsa', bits: 1024 }, 'SHA-1'],
    ])
  })

  it.each([
    ['with Windows line ends', pem(LOGIN, 'CERTIFICATE', '\r\n')],
    ['on one line', pem(LOGIN, 'CERTIFICATE', ' ')],
    ['without any blanks', pem(LOGIN, 'CERTIFICATE', '')],
    ['with line ends spelled out', pem(LOGIN, 'CERTIFICATE', '\\n')],
    ['with text around', `Bag Attributes\n friendlyName: x\n${pem(LOGIN)}\nregards`],
    ['base64 without a header', LOGIN],
    ['base64 in quotes', `"${LOGIN}",`],
    ['DER', bytesOf(LOGIN)],
    ['PEM as a file', new TextEncoder().encode(pem(LOGIN))],
    ['twice the same', pem(LOGIN) + pem(LOGIN)],
  ])('reads it %s', async (_, source) => {
    const { certificates, findings } = await readCertificates(source)
    expect(findings).toEqual([])
    expect(certificates.map((one) => one.pem)).toEqual([pem(LOGIN)])
  })

  it.each([
    ['nothing', ' ', 'empty'],
    ['a private key', key('pkcs8'), 'certificate-private-key'],
    ['an RSA private key', key('pkcs1'), 'certificate-private-key'],
    [
      'a private key as DER',
      Uint8Array.from(rsa.export({ type: 'pkcs8', format: 'der' })),
      'certificate-private-key',
    ],
    [
      'base64 of a private key',
      rsa.export({ type: 'pkcs1', format: 'der' }).toString('base64'),
      'certificate-private-key',
    ],
    ['a public key', pem(PUBLIC_KEY, 'PUBLIC KEY'), 'certificate-public-key'],
    ['a public key as DER', bytesOf(PUBLIC_KEY), 'certificate-public-key'],
    ['a request', pem(REQUEST, 'CERTIFICATE REQUEST'), 'certificate-request'],
    ['a request as DER', bytesOf(REQUEST), 'certificate-request'],
    ['PKCS #7', pem(PKCS7, 'PKCS7'), 'certificate-pkcs7'],
    ['PKCS #7 as DER', bytesOf(PKCS7), 'certificate-pkcs7'],
    [
      'PKCS #12',
      Uint8Array.of(0x30, 16, 2, 1, 3, 0x30, 11, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1),
      'certificate-pkcs12',
    ],
    ['one that is cut off', pem(LOGIN).slice(0, 400), 'certificate-incomplete'],
    ['one that is damaged', pem(LOGIN.slice(0, 600)), 'certificate-unreadable'],
    [
      'its fingerprint',
      'DD:0B:7C:AE:2C:23:2A:0E:D6:25:E3:36:93:02:FE:9D:D1:18:2C:73',
      'certificate-fingerprint',
    ],
    ['metadata', '<EntityDescriptor/>', 'certificate-metadata'],
    ['an address', 'https://acme.okta.com/cert', 'certificate-address'],
    ['words', 'see attachment', 'certificate-unreadable'],
    ['far too much', 'A'.repeat(1_000_001), 'too-large'],
  ])('says what it is instead: %s', async (_, source, code) => {
    expect(await codesOf(source)).toEqual([code])
  })

  it('keeps what is good beside what is not', async () => {
    const { certificates, findings } = await readCertificates(key('pkcs8') + pem(LOGIN))
    expect(certificates).toHaveLength(1)
    expect(findings).toEqual([{ severity: 'error', code: 'certificate-private-key' }])
  })
})

const stored = (certificate: string) => ({
  certificate_id: certificate.slice(40, 60),
  certificate,
  issuer: 'CN=x',
  created_at: '2026-01-01T00:00:00Z',
  expires_at: '2046-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
})

const connection = (
  display_name: string,
  verifies: string[],
  signs: string[] = [],
): SamlSsoConnection => ({
  protocol: 'saml',
  organization_id: 'o',
  connection_id: `saml-${display_name}`,
  status: 'active',
  display_name,
  identity_provider: 'generic',
  idp_entity_id: '',
  idp_sso_url: '',
  acs_url: '',
  audience_uri: '',
  attribute_mapping: {},
  signing_certificates: signs.map(stored),
  verification_certificates: verifies.map(stored),
  saml_connection_implicit_role_assignments: [],
  saml_group_implicit_role_assignments: [],
  saml_encryption_private_keys: [],
})

describe('checkCertificates', () => {
  const check = async (
    source: string,
    own?: SamlSsoConnection,
    siblings: SamlSsoConnection[] = [],
    now = NOW,
  ) => {
    const { certificates } = await readCertificates(source)
    return checkCertificates(certificates, { now, connection: own, siblings })
  }

  it('has nothing to say of a good one', async () => {
    expect(await check(pem(LOGIN), connection('Own', []))).toEqual([])
  })

  it.each([
    ['one that ended', pem(OLD), 'error', 'certificate-expired'],
    ['one that has not begun', pem(FUTURE), 'warning', 'certificate-not-yet-valid'],
    ['an authority', pem(AUTHORITY), 'warning', 'certificate-authority'],
  ])('notices %s', async (_, source, severity, code) => {
    expect(await check(source)).toMatchObject([{ severity, code }])
  })

  it('lets an old one be where a good one comes along', async () => {
    expect(await check(pem(OLD) + pem(LOGIN))).toMatchObject([
      {
        severity: 'warning',
        code: 'certificate-expired',
        data: { at: '2018-01-01T00:00:00.000Z' },
      },
    ])
  })

  it('notices a weak key and an old hash, and an end within 60 days', async () => {
    expect(await check(pem(WEAK_SHA1))).toMatchObject([
      { code: 'certificate-weak-key', data: { bits: 1024 } },
      { code: 'certificate-sha1', data: { hash: 'SHA-1' } },
    ])
    const soon = Date.parse('2046-11-10T00:49:45Z')
    expect(await check(pem(LOGIN), undefined, [], soon)).toMatchObject([
      { code: 'certificate-expires-soon', data: { days: 7 } },
    ])
  })

  it('knows those of this connection, of others, and our own', async () => {
    const own = connection('Own', [pem(LOGIN, 'CERTIFICATE', '\r\n')])
    expect(await check(pem(LOGIN), own)).toMatchObject([
      { severity: 'info', code: 'certificate-known' },
    ])
    const other = connection('Other', [pem(LOGIN_2)])
    expect(await check(pem(LOGIN_2), own, [own, other])).toMatchObject([
      { code: 'certificate-elsewhere', data: { connection: 'Other' } },
    ])
    expect(await check(pem(LOGIN_2), connection('Own', [], [pem(LOGIN_2)]))).toMatchObject([
      { severity: 'error', code: 'certificate-own' },
    ])
  })

  it('says before saving when there would be more than five', async () => {
    const full = connection('Own', [pem(LOGIN), pem(CURVE), pem(OLD), pem(FUTURE), pem(AUTHORITY)])
    expect(await check(pem(LOGIN_2), full)).toMatchObject([
      { severity: 'error', code: 'certificate-too-many', data: { count: 6, max: 5, over: 1 } },
    ])
    expect(await check(pem(LOGIN), full)).toMatchObject([{ code: 'certificate-known' }])
  })
})

describe('readPrivateKey', () => {
  it('takes PKCS #1', () => {
    expect(readPrivateKey(key('pkcs1'))).toEqual({ pem: key('pkcs1'), bits: 2048, findings: [] })
  })

  it.each([
    ['nothing', '', 'empty'],
    ['PKCS #8', key('pkcs8'), 'key-pkcs8'],
    ['a certificate', pem(LOGIN), 'key-certificate'],
    ['a public key', pem(PUBLIC_KEY, 'PUBLIC KEY'), 'key-public'],
    [
      'an encrypted key',
      rsa
        .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'x' })
        .toString(),
      'key-encrypted',
    ],
    [
      'an encrypted key of old',
      rsa
        .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'x' })
        .toString(),
      'key-encrypted',
    ],
    [
      'an elliptic curve',
      generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .privateKey.export({ type: 'sec1', format: 'pem' })
        .toString(),
      'key-not-rsa',
    ],
    ['half a key', key('pkcs1').slice(0, 500), 'key-unreadable'],
    ['words', 'hunter2', 'key-unreadable'],
  ])('says what it is instead: %s', (_, source, code) => {
    expect(readPrivateKey(source)).toEqual({ pem: null, findings: [{ severity: 'error', code }] })
  })
})
