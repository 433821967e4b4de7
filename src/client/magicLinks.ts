import { check } from './check.ts'
import { path, type Send } from './request.ts'
import type { SessionStore } from './sessionStore.ts'
import type { AuthResponseWithMfa, Open, RequestOptions } from './types.ts'

export interface MagicLinksAuthenticateInput {
  magic_links_token: string
  session_duration_minutes: number
  locale?: Open<'en' | 'es' | 'pt-br'>
}

export type MagicLinksAuthenticateOutput = AuthResponseWithMfa & { method_id: string }

export interface MagicLinksApi {
  /**
   * Signs in with the token of a link that was mailed. The answer either has a session, or says what
   * is still required (`member_authenticated: false`); the client's status follows.
   * `session_duration_minutes` is at least 5.
   *
   * @throws ApiError when the link was used, is too old, or belongs to another browser (PKCE).
   */
  authenticate: (
    input: MagicLinksAuthenticateInput,
    options?: RequestOptions,
  ) => Promise<MagicLinksAuthenticateOutput>
}

export const createMagicLinksApi = (send: Send, store: SessionStore): MagicLinksApi => ({
  authenticate: async (input, options) => {
    check('magicLinks.authenticate', input, 'magic_links_token', 'session_duration_minutes')
    return send<MagicLinksAuthenticateOutput>({
      ...options,
      method: 'POST',
      path: path`/b2b/magic_links/authenticate`,
      body: input,
      intermediate: true,
      // A password reset mail has a link to skip the reset, which is a magic link.
      pkce: ['passwords', 'magic_links'],
      session: store.adopt,
    })
  },
})
