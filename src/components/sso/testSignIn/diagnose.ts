import type { SetupProtocol, SsoProvider } from '../providers.ts'

/** The way of a sign-in, in its order: to the provider, through it, back to the service, into the organization. */
export const testSteps = ['reach', 'sign-in', 'return', 'let-in'] as const

export type TestStep = (typeof testSteps)[number]

/** What was wrong. The words say how to mend it, where they can at the very provider. */
export type TestCause =
  | 'application'
  | 'reply-url'
  | 'issuer'
  | 'redirect'
  | 'connection'
  | 'request'
  | 'not-assigned'
  | 'unknown-person'
  | 'policy'
  | 'consent'
  | 'cancelled'
  | 'certificate'
  | 'unsigned'
  | 'audience'
  | 'clock'
  | 'response'
  | 'encryption'
  | 'name-id'
  | 'client-secret'
  | 'id-token'
  | 'userinfo'
  | 'started-elsewhere'
  | 'idp-initiated'
  | 'email'
  | 'email-unverified'
  | 'attributes'
  | 'token'
  | 'may-not-join'
  | 'address'

export interface Diagnosis {
  step: TestStep
  cause: TestCause
  /** What it was told by, as it stood there: `AADSTS50105`. */
  sign: string
}

type Verdict = readonly [step: TestStep, cause: TestCause]

/** Error types of the service. */
const types: Readonly<Record<string, Verdict>> = {
  sso_connection_not_found: ['reach', 'connection'],
  saml_connection_not_found: ['reach', 'connection'],
  oidc_connection_not_found: ['reach', 'connection'],
  requires_active_sso_connection: ['reach', 'connection'],
  sso_connection_organization_mismatch: ['reach', 'connection'],
  sso_connection_custom_domain_mismatch: ['reach', 'connection'],
  invalid_login_sso_url: ['reach', 'redirect'],
  invalid_signup_sso_url: ['reach', 'redirect'],
  invalid_idp_sso_url: ['reach', 'issuer'],
  invalid_saml_request: ['reach', 'request'],

  failed_saml_response: ['sign-in', 'not-assigned'],
  oidc_user_not_assigned_to_app_in_idp: ['sign-in', 'not-assigned'],

  invalid_signature_saml_response: ['return', 'certificate'],
  saml_certificate_mismatch: ['return', 'certificate'],
  missing_signature_saml_response: ['return', 'unsigned'],
  invalid_audience_saml_response: ['return', 'audience'],
  expired_saml_response: ['return', 'clock'],
  not_yet_valid_saml_response: ['return', 'clock'],
  expired_oidc_response: ['return', 'clock'],
  invalid_saml_response: ['return', 'response'],
  missing_saml_response: ['return', 'response'],
  invalid_xml_saml_response: ['return', 'response'],
  saml_response_too_long: ['return', 'response'],
  oidc_auth_code_error: ['return', 'client-secret'],
  oidc_invalid_id_token: ['return', 'id-token'],
  oidc_invalid_userinfo: ['return', 'userinfo'],
  oidc_response_subject_mismatch: ['return', 'userinfo'],
  oidc_response_subject_missing: ['return', 'userinfo'],
  duplicate_saml_response: ['return', 'started-elsewhere'],
  unsolicited_saml_response: ['return', 'started-elsewhere'],
  unsolicited_oidc_response: ['return', 'started-elsewhere'],
  missing_saml_relay_state: ['return', 'started-elsewhere'],
  missing_saml_csrf_cookie: ['return', 'started-elsewhere'],
  saml_csrf_cookie_mismatch: ['return', 'started-elsewhere'],
  missing_oidc_state_param: ['return', 'started-elsewhere'],
  missing_oidc_csrf_cookie: ['return', 'started-elsewhere'],
  oidc_csrf_cookie_mismatch: ['return', 'started-elsewhere'],
  oidc_invalid_callback_request: ['return', 'started-elsewhere'],
  saml_idp_initiated_auth_disabled: ['return', 'idp-initiated'],
  invalid_saml_response_email: ['return', 'email'],
  oidc_response_email_missing: ['return', 'email'],
  oidc_response_unverified_email: ['return', 'email-unverified'],
  invalid_saml_response_groups: ['return', 'attributes'],
  oidc_response_name_missing: ['return', 'attributes'],

  sso_token_not_found: ['let-in', 'token'],
  pkce_mismatch: ['let-in', 'token'],
  pkce_expected_code_verifier: ['let-in', 'token'],
  pkce_did_not_expect_code_verifier: ['let-in', 'token'],
  invalid_connection_for_jit_provisioning: ['let-in', 'may-not-join'],
  sso_jit_provisioning_not_allowed: ['let-in', 'may-not-join'],
  action_not_allowed_email_domain_is_claimed: ['let-in', 'address'],
  retired_member_email: ['let-in', 'address'],
  invalid_email: ['let-in', 'address'],
}

/** What the providers write on their own pages. The first that is found counts. */
const signs: readonly (readonly [sign: RegExp, verdict: Verdict, of?: SetupProtocol])[] = [
  [/AADSTS50105\b/, ['sign-in', 'not-assigned']],
  [/AADSTS500?11[0-9]?\b|AADSTS900971\b/, ['reach', 'reply-url']],
  [/AADSTS700016\b|AADSTS70001\b|AADSTS650056\b/, ['reach', 'application']],
  [/AADSTS7000215\b|AADSTS7000222\b|AADSTS7000218\b/, ['return', 'client-secret']],
  [/AADSTS9000[26]\d?\b|AADSTS900023\b|AADSTS50059\b/, ['reach', 'issuer']],
  [/AADSTS5003[24]\b|AADSTS50020\b|AADSTS51004\b/, ['sign-in', 'unknown-person']],
  [/AADSTS6500[14]\b|AADSTS90094\b/, ['sign-in', 'consent']],
  [/AADSTS5300\d\b|AADSTS5007[269]\b|AADSTS50158\b|AADSTS50057\b/, ['sign-in', 'policy']],
  [/AADSTS7500\d+\b|AADSTS75011\b/, ['reach', 'request']],

  [/app_not_enabled_for_user/, ['sign-in', 'not-assigned']],
  [/app_not_configured_for_user/, ['sign-in', 'not-assigned']],
  [/app_not_configured\b|not_a_saml_app/, ['reach', 'application']],

  [/MSIS(7007|3020|3055|9605)\b/, ['reach', 'application']],
  [/MSIS(3200|9224)\b/, ['reach', 'reply-url']],
  [/MSIS5007\b/, ['sign-in', 'not-assigned']],
  [/MSIS7070\b/, ['sign-in', 'name-id']],
  [/MSIS003[78]\b/, ['reach', 'request']],

  [
    /not assigned to (the client application|this app|a role for the app)/i,
    ['sign-in', 'not-assigned'],
  ],
  [
    /(not|n't) (have )?(access|been (assigned|granted)|authori[sz]ed)( to)? (to )?(this|the) app/i,
    ['sign-in', 'not-assigned'],
  ],
  [/(in ?valid|illegal|unregistered|mismatch\w*).{0,24}redirect.?uri/i, ['reach', 'reply-url']],
  [
    /redirect.?uri.{0,60}(mismatch|invalid|must be|not (match|allowed|valid|registered))/i,
    ['reach', 'reply-url'],
  ],
  [/callback url mismatch/i, ['reach', 'reply-url']],
  [
    /(assertion consumer service|\bACS\b|reply url).{0,80}(mismatch|invalid|not (match|allowed|valid|registered|configured))/i,
    ['reach', 'reply-url'],
  ],
  [
    /(in ?valid|unknown) (requester|client|issuer|application)\b(?! (secret|credential))/i,
    ['reach', 'application'],
    'saml',
  ],
  [
    /client not found|unknown (client|application)|unauthorized_client|application .{0,40}not found/i,
    ['reach', 'application'],
  ],
  [/name ?id ?policy|invalidnameidpolicy/i, ['sign-in', 'name-id']],
  [/invalid_client\b|invalid client (secret|credential)/i, ['return', 'client-secret']],
  [/requestdenied|authnfailed|status:responder/i, ['sign-in', 'not-assigned']],
  [/consent_required|admin approval/i, ['sign-in', 'consent']],
  [/access_denied|user (denied|cancel\w*)/i, ['sign-in', 'cancelled']],
]

/**
 * Finds out which step of a sign-in failed and why, from the page on which it ended: its text or JSON as pasted, or an
 * error type. Null where nothing in it is known.
 *
 * @example diagnose('AADSTS50105: Your administrator has configured …', { protocol: 'saml' })
 */
export function diagnose(
  text: string,
  { protocol }: { protocol: SetupProtocol },
): Diagnosis | null {
  for (const [word] of text.matchAll(/[a-z]+(?:_[a-z]+)+/g)) {
    const verdict = Object.hasOwn(types, word) && types[word]
    if (verdict) return diagnosis(verdict, word)
  }
  for (const [sign, verdict, of = protocol] of signs) {
    const [found] = sign.exec(text) ?? []
    if (found !== undefined && of === protocol) return diagnosis(verdict, found)
  }
  return null
}

const diagnosis = ([step, cause]: Verdict, sign: string): Diagnosis => ({ step, cause, sign })

/** What usually is wrong where a sign-in got no further than a step, the likeliest first. */
export function usualCauses(step: TestStep, protocol: SetupProtocol): readonly TestCause[] {
  const isSaml = protocol === 'saml'
  switch (step) {
    case 'reach':
      return ['reply-url', 'application', 'issuer']
    case 'sign-in':
      return ['not-assigned', 'unknown-person', 'policy']
    case 'return':
      return isSaml ? ['certificate', 'audience', 'email'] : ['client-secret', 'id-token', 'email']
    case 'let-in':
      return ['redirect', 'may-not-join', 'token']
  }
}

/** Whether a cause may be mended at the identity provider, so that its own labels help. */
export type ConsoleHints = Readonly<
  Partial<
    Record<
      SsoProvider,
      Readonly<Partial<Record<TestCause | `${TestCause}-${SetupProtocol}`, string>>>
    >
  >
>

/** Where in the provider's console to look; undefined where that is not known. */
export function consoleHint(
  hints: ConsoleHints,
  cause: TestCause,
  { provider, protocol }: { provider: SsoProvider; protocol: SetupProtocol },
): string | undefined {
  const ofProvider = hints[provider]
  return ofProvider?.[`${cause}-${protocol}`] ?? ofProvider?.[cause]
}
