import { check } from './check.ts'
import type { Methods } from './method.ts'
import type { RequestContext } from './request.ts'
import type { RequestOptions, ResponseCommon } from './types.ts'

/** What became of the prompt. */
export type GoogleOneTapResult = { success: true } | { success: false; reason: string }

/** For `google.accounts.id.initialize`. Its `callback` gets what a person has chosen. */
export interface GoogleOneTapConfig {
  client_id: string
  /** Leaves the page, as `oauth.google.start` does. Rejects when the API refuses the credential. */
  callback: (response: { credential: string }) => Promise<void>
  cancel_on_tap_outside: boolean
}

/**
 * Shows Google's prompt, and resolves once it is on the screen, or was skipped.
 *
 * @example
 * googleOneTap: (config) =>
 *   new Promise((resolve) => {
 *     const settings = { auto_select: false, context: 'use', itp_support: true, use_fedcm_for_prompt: true }
 *     google.accounts.id.initialize({ ...settings, ...config })
 *     google.accounts.id.prompt((moment) =>
 *       resolve(moment.isSkippedMoment() ? { success: false, reason: 'skipped' } : { success: true }),
 *     )
 *   })
 */
export type GoogleOneTapPrompt = (config: GoogleOneTapConfig) => Promise<GoogleOneTapResult>

export interface GoogleOneTapStartInput {
  organization_id: string
  login_redirect_url?: string
  signup_redirect_url?: string
  /** Whether a click elsewhere closes the prompt; it does when left out. */
  cancel_on_tap_outside?: boolean
}

export interface GoogleOneTapDiscoveryStartInput {
  discovery_redirect_url?: string
  /** Whether a click elsewhere closes the prompt; it does when left out. */
  cancel_on_tap_outside?: boolean
}

/** Google's prompt on the page. It needs the option `googleOneTap` of `createB2BClient`. */
export interface GoogleOneTapApi {
  /**
   * Shows the prompt; resolves when it is shown or was skipped. Who then chooses an account leaves the
   * page, and comes back as after `oauth.google.start`.
   *
   * @throws ApiError `oauth_config_not_found`, `default_provider_not_allowed`.
   */
  start: (input: GoogleOneTapStartInput) => Promise<GoogleOneTapResult>
  /** The project's client id at Google. `start` asks for it by itself. */
  getClientId: (options?: RequestOptions) => Promise<ResponseCommon & { google_client_id: string }>
  readonly discovery: {
    /** The same without naming an organization. */
    start: (input?: GoogleOneTapDiscoveryStartInput) => Promise<GoogleOneTapResult>
  }
}

export function createGoogleOneTapApi(
  { method, plain }: Methods,
  { loadSignIn }: RequestContext,
): GoogleOneTapApi {
  const ONE_TAP = '/b2b/oauth/google/onetap'
  const getClientId = plain<ResponseCommon & { google_client_id: string }>(`GET ${ONE_TAP}/start`)
  let known: string | undefined
  const clientId = async () => (known ||= (await getClientId()).google_client_id)

  function starting(submitTo: string, ...needs: string[]) {
    const submit = method<{ redirect_url: string }>(submitTo, { challenge: 'oauth' })
    const start = async (input: GoogleOneTapDiscoveryStartInput = {}) => {
      check(start.name, input, ...needs)
      const { showOneTap } = await loadSignIn()
      return showOneTap(input, clientId, submit)
    }
    return start
  }

  return {
    start: starting(`POST ${ONE_TAP}/submit`, 'organization_id'),
    getClientId,
    discovery: { start: starting(`POST ${ONE_TAP}/discovery/submit`) },
  }
}
