import { X509Certificate } from 'node:crypto'
import { createEmulator } from 'orgportal/emulator'
import { describe, expect, it } from 'vitest'

/** The certificates that an identity provider of the emulator publishes at this time. */
async function published(
  idp: string,
  time = '2026-03-01T10:20:30.456Z',
): Promise<X509Certificate[]> {
  const emulator = createEmulator({ clock: { now: () => Date.parse(time) } })
  const metadata = await emulator.fetch(`${emulator.baseUrl}/idp/saml/${idp}/metadata`)
  const found = (await metadata.text()).matchAll(/<ds:X509Certificate>([^<]+)</g)
  return [...found].map(([, base64 = '']) => new X509Certificate(Buffer.from(base64, 'base64')))
}

describe('a certificate that the emulator makes', () => {
  it('is read and verified by others, and is the same each time', async () => {
    const [first, second] = await published('okta-rotating')
    if (!first || !second) throw new Error('Two certificates should be published.')
    expect(first.subject).toBe('O=orgportal\nCN=Emulated okta-rotating')
    expect(first.issuer).toBe(first.subject)
    expect(first.verify(first.publicKey)).toBe(true)
    expect(second.verify(second.publicKey)).toBe(true)
    expect(first.verify(second.publicKey)).toBe(false)
    expect(new Date(first.validTo).toISOString()).toBe('2026-03-21T10:20:30.000Z')
    const [again] = await published('okta-rotating')
    expect(again?.raw.equals(first.raw)).toBe(true)
  })

  it('is rightly signed, however long what it says is', async () => {
    // A name longer by 64 letters lets the digest begin and end at every place of a block.
    for (let length = 1; length <= 64; length += 7) {
      const [certificate] = await published(`${'a'.repeat(length)}-expiring`)
      expect(certificate?.verify(certificate.publicKey)).toBe(true)
    }
  })

  it('may hold beyond the year 2049', async () => {
    const [, late] = await published('okta-rotating', '2049-12-01T00:00:00Z')
    expect(new Date(late?.validTo ?? '').getUTCFullYear()).toBe(2051)
    expect(late?.verify(late.publicKey)).toBe(true)
  })
})
