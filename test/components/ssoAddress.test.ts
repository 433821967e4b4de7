import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSsoAddress, ssoParams, type SsoAddress } from '../../src/components/sso/ssoAddress.ts'

const word = fc.string({ minLength: 1 })
const maybe = fc.option(word)
const dialog = fc.constantFrom('delete', 'default', 'require', 'add-certificate', null)

const anyAddress: fc.Arbitrary<SsoAddress> = fc.oneof(
  fc.record({ screen: fc.constant('list'), dialog }),
  fc.record({ screen: fc.constant('new'), choice: maybe }),
  fc.record({ screen: fc.constant('setup'), connectionId: word, step: maybe, guide: maybe }),
  fc.record({
    screen: fc.constant('connection'),
    connectionId: word,
    dialog,
    section: fc.constantFrom('test', 'certificates', 'roles', null),
  }),
)

/** As it comes back from a query string. */
function throughURL(params: Record<string, string | undefined>): Record<string, string> {
  const url = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) if (value !== undefined) url.set(key, value)
  return Object.fromEntries(new URLSearchParams(url.toString()))
}

describe('the address of the SSO part', () => {
  it('says the same after it was written and read, whatever it is', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(readSsoAddress(throughURL(ssoParams(address)))).toEqual(address)
      }),
    )
  })

  it('is empty for the plain list', () => {
    expect(throughURL(ssoParams(readSsoAddress({})))).toEqual({})
  })

  it('leaves nothing of the screen before', () => {
    const before = ssoParams({ screen: 'setup', connectionId: 'c', step: 'a', guide: 'okta-saml' })
    const after = { ...before, ...ssoParams({ screen: 'list', dialog: null }) }
    expect(throughURL(after)).toEqual({})
  })

  it.each([
    [{ screen: 'nowhere', dialog: 'explode' }],
    [{ screen: 'setup', step: 'source' }],
    [{ connection: '', section: 'roles' }],
  ])('passes over what makes no sense: %j', (params) => {
    expect(readSsoAddress(params)).toEqual({ screen: 'list', dialog: null })
  })

  it('opens the page of a connection where the section or the dialog is unknown', () => {
    expect(readSsoAddress({ connection: 'c', section: 'attic', dialog: 'explode' })).toEqual({
      screen: 'connection',
      connectionId: 'c',
      dialog: null,
      section: null,
    })
  })
})
