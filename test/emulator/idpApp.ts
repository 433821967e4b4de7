import { createApi, memberNamed, readAnswer } from './api.ts'
import type { Answer, Api } from './api.ts'

/** A connected app of the sample project, as it speaks to the emulator, and a member who lets it in. */
export interface IdpApp {
  api: Api
  session: string
  clientId: string
  secret: string | null
  redirectUri: string
  /** What every authorization request has, less what a test is about. */
  request: Record<string, unknown>
  start: (body?: object) => Promise<Answer>
  submit: (body?: object) => Promise<Answer>
  /** A request to the token endpoint, as a form, with the app's own id and secret. */
  exchange: (form: Record<string, string>, headers?: Record<string, string>) => Promise<Answer>
  userinfo: (accessToken: string) => Promise<Answer>
}

export const CODE_VERIFIER = 'a-verifier-that-is-as-long-as-the-standard-wants-it'

export async function connectApp(app: string, member = 'Ada Lovelace'): Promise<IdpApp> {
  const api = createApi()
  const { emulator } = api
  const session = await api.signIn(memberNamed(emulator, member))
  const stored = Object.values(emulator.data.connected_apps).find(({ name }) => name === app)
  const redirectUri = stored?.redirect_urls[0]
  if (!stored || redirectUri === undefined) throw new Error(`The seed has no app ${app}.`)
  const { connected_app_id: clientId, client_secret: secret } = stored
  const request = {
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scopes: ['openid', 'email', 'profile'],
  }
  const post = (step: string, body: object) =>
    api.call('POST', `/sdk/v1/idp/b2b/oauth/authorize/${step}`, { session, body })
  return {
    api,
    session,
    clientId,
    secret,
    redirectUri,
    request,
    start: (body) => post('start', { ...request, ...body }),
    submit: (body) => post('submit', { ...request, consent_granted: true, ...body }),
    exchange: async (form, headers) =>
      readAnswer(
        await emulator.fetch(`${emulator.baseUrl}/v1/oauth2/token`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
          body: new URLSearchParams({
            ...(!headers && {
              client_id: clientId,
              ...(secret !== null && { client_secret: secret }),
            }),
            ...form,
          }).toString(),
        }),
      ),
    userinfo: async (accessToken) =>
      readAnswer(
        await emulator.fetch(`${emulator.baseUrl}/v1/oauth2/userinfo`, {
          headers: { authorization: `Bearer ${accessToken}` },
        }),
      ),
  }
}

/** The S256 challenge of `CODE_VERIFIER`. */
export async function codeChallenge(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(CODE_VERIFIER))
  return Buffer.from(digest).toString('base64url')
}
