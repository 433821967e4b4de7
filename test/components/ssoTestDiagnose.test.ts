import { en } from 'orgportal/locales/en'
import { describe, expect, it } from 'vitest'
import {
  consoleHint,
  diagnose,
  testSteps,
  usualCauses,
  type ConsoleHints,
} from '../../src/components/sso/testSignIn/diagnose.ts'

const saml = { protocol: 'saml' } as const
const oidc = { protocol: 'oidc' } as const

describe('diagnose', () => {
  it.each([
    [
      'Entra, the person is not assigned',
      "AADSTS50105: Your administrator has configured the application Portal ('1f2') to block users unless they are specifically granted ('assigned') access.",
      saml,
      ['sign-in', 'not-assigned', 'AADSTS50105'],
    ],
    [
      'Entra, another reply URL',
      "AADSTS50011: The reply URL 'https://api.example/acs' specified in the request does not match",
      saml,
      ['reach', 'reply-url', 'AADSTS50011'],
    ],
    [
      'Entra, another entity id',
      "AADSTS700016: Application with identifier 'https://api.example' was not found in the directory",
      saml,
      ['reach', 'application', 'AADSTS700016'],
    ],
    [
      'Entra, a wrong secret behind the error of the service',
      'AADSTS7000215: Invalid client secret provided.',
      oidc,
      ['return', 'client-secret', 'AADSTS7000215'],
    ],
    [
      'Okta, the person is not assigned',
      'User is not assigned to the client application.',
      oidc,
      ['sign-in', 'not-assigned', 'not assigned to the client application'],
    ],
    [
      'Okta, a redirect URI that it does not know',
      "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings",
      oidc,
      ['reach', 'reply-url', "redirect_uri' parameter must be"],
    ],
    [
      'Google, access is off',
      '403. Error: app_not_enabled_for_user',
      saml,
      ['sign-in', 'not-assigned', 'app_not_enabled_for_user'],
    ],
    [
      'Google, the person may not',
      'Error: app_not_configured_for_user',
      saml,
      ['sign-in', 'not-assigned', 'app_not_configured_for_user'],
    ],
    [
      'Google, no such entity id',
      'Error: app_not_configured',
      saml,
      ['reach', 'application', 'app_not_configured'],
    ],
    [
      'AD FS, no such trust',
      'MSIS7007: The requested relying party trust is unspecified',
      saml,
      ['reach', 'application', 'MSIS7007'],
    ],
    [
      'AD FS, no authorization',
      'MSIS5007: The caller authorization failed',
      saml,
      ['sign-in', 'not-assigned', 'MSIS5007'],
    ],
    [
      'Keycloak, redirect URI',
      'We are sorry... Invalid redirect uri',
      saml,
      ['reach', 'reply-url', 'Invalid redirect uri'],
    ],
    [
      'Keycloak, redirect URI of OIDC',
      'Invalid parameter: redirect_uri',
      oidc,
      ['reach', 'reply-url', 'Invalid parameter: redirect_uri'],
    ],
    [
      'Keycloak, requester',
      'We are sorry... Invalid Requester',
      saml,
      ['reach', 'application', 'Invalid Requester'],
    ],
    [
      'Auth0, callback',
      'Callback URL mismatch.',
      oidc,
      ['reach', 'reply-url', 'Callback URL mismatch'],
    ],
  ] as const)('%s', (_name, text, protocol, [step, cause, sign]) => {
    expect(diagnose(text, protocol)).toEqual({ step, cause, sign })
  })

  it('reads the error type out of the JSON of the service', () => {
    const text = JSON.stringify({
      status_code: 400,
      request_id: 'request-id-test-1',
      error_type: 'invalid_signature_saml_response',
      error_message: 'The signature was refused.',
      error_url: 'https://example.com/docs',
    })
    expect(diagnose(text, saml)).toEqual({
      step: 'return',
      cause: 'certificate',
      sign: 'invalid_signature_saml_response',
    })
  })

  it('takes the word of the service before that of the provider', () => {
    const text = 'oidc_auth_code_error: the provider said invalid_client, AADSTS7000222'
    expect(diagnose(text, oidc)).toMatchObject({ sign: 'oidc_auth_code_error' })
  })

  it.each(['', 'Something went wrong', 'constructor __proto__ to_string', '<html>404</html>'])(
    'knows nothing of %j',
    (text) => {
      expect(diagnose(text, saml)).toBeNull()
    },
  )

  it('is not held up by a long text', () => {
    const text = 'redirect_uri '.repeat(20_000)
    expect(diagnose(text, oidc)).toBeNull()
  })
})

describe('causes', () => {
  it('have words, also the usual ones of each step', () => {
    for (const step of testSteps) {
      for (const protocol of ['saml', 'oidc'] as const) {
        const causes = usualCauses(step, protocol)
        expect(causes.length).toBeGreaterThan(1)
        for (const cause of causes) expect(en.ssoTest.causes[cause].fix).not.toBe('')
      }
    }
  })

  it('are found in the console by protocol, then for both, else not at all', () => {
    const hints: ConsoleHints = en.ssoTest.consoles
    const okta = (protocol: 'saml' | 'oidc') => ({ provider: 'okta', protocol }) as const
    expect(consoleHint(hints, 'reply-url', okta('saml'))).toContain('Single sign-on URL')
    expect(consoleHint(hints, 'reply-url', okta('oidc'))).toContain('Sign-in redirect URIs')
    expect(consoleHint(hints, 'not-assigned', okta('oidc'))).toContain('Assignments')
    expect(consoleHint(hints, 'clock', okta('saml'))).toBeUndefined()
    expect(
      consoleHint(hints, 'certificate', { provider: 'custom', protocol: 'saml' }),
    ).toBeUndefined()
  })
})
