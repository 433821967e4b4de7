import { describe, expect, it } from 'vitest'
import { attributeLines } from '../../src/components/members/signIn/attributeLines.ts'
import { mailLocale } from '../../src/components/members/signIn/mailLocale.ts'
import { afterRemoval, secondFactors } from '../../src/components/members/signIn/secondFactors.ts'
import { allowsMethod, onlyByPassword, signInWays } from '../../src/components/portal/signInWays.ts'

const okta = { connection_id: 'saml-1', display_name: 'Okta', identity_provider: 'okta' }
const registration = { registration_id: 'r', external_id: 'x', sso_attributes: {} }
const plain = {
  is_breakglass: false,
  member_password_id: '',
  sso_registrations: [],
  oauth_registrations: [],
}
const google = {
  member_oauth_registration_id: 'o',
  provider_subject: '1',
  provider_type: 'Google',
  profile_picture_url: null,
  locale: null,
}
const open = { auth_methods: 'ALL_ALLOWED', sso_active_connections: [okta] }
const only = (...allowed_auth_methods: string[]) => ({
  auth_methods: 'RESTRICTED',
  allowed_auth_methods,
  sso_active_connections: [okta],
})

describe('signInWays', () => {
  it('tells what works now from what is allowed', () => {
    const member = { ...plain, member_password_id: 'p', oauth_registrations: [google] }
    const { policy, ready, later } = signInWays(member, open)
    expect(policy).toBe('all')
    expect(ready).toEqual(['magic_link', 'email_otp', 'password', 'google_oauth'])
    expect(later).toEqual([
      'sso',
      'microsoft_oauth',
      'hubspot_oauth',
      'slack_oauth',
      'github_oauth',
    ])
  })

  it('leaves out what the organization does not allow', () => {
    const member = { ...plain, member_password_id: 'p' }
    expect(signInWays(member, only('sso', 'password'))).toEqual({
      policy: 'restricted',
      ready: ['password'],
      later: ['sso'],
      impossible: [],
    })
  })

  it('counts single sign-on through active connections only', () => {
    const member = { ...plain, sso_registrations: [{ ...registration, connection_id: 'saml-1' }] }
    const former = { ...plain, sso_registrations: [{ ...registration, connection_id: 'saml-0' }] }
    expect(signInWays(member, only('sso')).ready).toEqual(['sso'])
    expect(signInWays(former, only('sso')).later).toEqual(['sso'])
    expect(signInWays(member, { ...only('sso'), sso_active_connections: [] })).toMatchObject({
      ready: [],
      later: [],
      impossible: ['sso'],
    })
  })

  it('sets the limits aside for who may break the glass', () => {
    const ways = signInWays({ ...plain, is_breakglass: true }, only('sso'))
    expect(ways.policy).toBe('breakglass')
    expect(ways.ready).toEqual(['magic_link', 'email_otp'])
    expect(allowsMethod({ is_breakglass: true }, only('sso'), 'password')).toBe(true)
    expect(allowsMethod({ is_breakglass: false }, only('sso'), 'password')).toBe(false)
  })

  it('keeps a method that it does not know', () => {
    expect(signInWays(plain, only('passkey')).later).toEqual(['passkey'])
  })

  it('knows when the password is all there is', () => {
    const member = { ...plain, member_password_id: 'p' }
    expect(onlyByPassword(signInWays(member, only('password', 'sso')))).toBe(true)
    expect(onlyByPassword(signInWays(member, open))).toBe(false)
  })
})

const factorless = {
  mfa_enrolled: false,
  mfa_phone_number: '',
  mfa_phone_number_verified: false,
  totp_registration_id: '',
}
const both = {
  ...factorless,
  mfa_phone_number: '+46701740605',
  mfa_phone_number_verified: true,
  totp_registration_id: 't',
}

describe('secondFactors', () => {
  it('says who asks for one', () => {
    const enrolled = { ...factorless, mfa_enrolled: true }
    expect(secondFactors(factorless, { mfa_policy: 'OPTIONAL' }).askedBy).toBeNull()
    expect(secondFactors(enrolled, { mfa_policy: 'OPTIONAL' }).askedBy).toBe('member')
    expect(secondFactors(factorless, { mfa_policy: 'REQUIRED_FOR_ALL' }).askedBy).toBe(
      'organization',
    )
    expect(secondFactors(enrolled, null).askedBy).toBe('member')
  })

  it('takes only what the organization allows for usable', () => {
    const restricted = {
      mfa_policy: 'OPTIONAL',
      mfa_methods: 'RESTRICTED',
      allowed_mfa_methods: ['totp'],
    }
    expect(secondFactors(both, { mfa_policy: 'OPTIONAL' }).usable).toEqual(['sms_otp', 'totp'])
    expect(secondFactors(both, restricted)).toMatchObject({
      usable: ['totp'],
      phone: { allowed: false },
      totp: { allowed: true },
    })
  })

  it('says what the next sign-in is like after a removal', () => {
    const optional = { mfa_policy: 'OPTIONAL' }
    const required = { mfa_policy: 'REQUIRED_FOR_ALL' }
    expect(afterRemoval(secondFactors(both, required), ['totp'])).toBe('other')
    expect(afterRemoval(secondFactors(both, required), ['totp', 'sms_otp'])).toBe('setUp')
    expect(afterRemoval(secondFactors(both, optional), ['totp', 'sms_otp'])).toBe('free')
  })
})

describe('mailLocale', () => {
  it.each([
    ['en-GB', 'en'],
    ['pt-BR', 'pt-br'],
    ['fr', 'fr'],
    ['pt-PT', undefined],
    ['de-DE', undefined],
  ])('of %s is %s', (portal, mail) => {
    expect(mailLocale(portal)).toBe(mail)
  })
})

describe('attributeLines', () => {
  it('reads whatever an identity provider sends, in the order of names', () => {
    expect(
      attributeLines({
        groups: ['Robotics', 'Fleet'],
        email: 'ada@northwind.example',
        age: 3,
        of: { a: null },
      }),
    ).toEqual([
      { name: 'age', value: '3' },
      { name: 'email', value: 'ada@northwind.example' },
      { name: 'groups', value: 'Robotics, Fleet' },
      { name: 'of', value: '{"a":null}' },
    ])
  })
})
