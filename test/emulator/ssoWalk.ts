import type { Answer, Api } from './api.ts'

export const SSO = '/sdk/v1/b2b/sso'

/** Browsers need no session to walk. */
type AtEmulator = Pick<Api, 'emulator'>

/** Who is picked on the page of an identity provider, or what is typed in there. */
export type Choice = Record<string, string>

/** The SAML connection of the sample organization. */
export function sampleConnection({ emulator }: AtEmulator): string {
  return Object.keys(emulator.data.sso_connections)[0] ?? ''
}

/** The address at the identity provider that the start leads to. */
export async function start(
  api: AtEmulator,
  connection_id: string,
  query: Choice = {},
): Promise<URL> {
  const search = new URLSearchParams({
    public_token: api.emulator.publicToken,
    connection_id,
    ...query,
  })
  const url = `${api.emulator.baseUrl}/v1/public/sso/start?${search.toString()}`
  return locationOf(await follow(api, url))
}

/** Picks somebody at a SAML identity provider and gives the form that its answer posts. */
export async function choose(api: AtEmulator, at: URL, choice: Choice): Promise<Choice> {
  const form = { ...Object.fromEntries(at.searchParams), ...choice }
  const response = await post(api, at.pathname, form)
  const page = await response.text()
  if (response.status !== 200) throw new Error(page)
  const fields = page.matchAll(/name="(\w+)" value="([^"]*)"/g)
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]))
}

/** Posts the form of an identity provider to the connection's ACS URL. */
export const answer = (api: AtEmulator, connectionId: string, form: Choice): Promise<Response> =>
  post(api, `/v1/b2b/sso/callback/${connectionId}`, form)

/** From the app to a SAML identity provider and back; the address that the app is left with. */
export async function walkSaml(
  api: AtEmulator,
  connectionId: string,
  choice: Choice,
  query: Choice = {},
): Promise<URL> {
  const form = await choose(api, await start(api, connectionId, query), choice)
  return locationOf(await answer(api, connectionId, form))
}

/** From the app to an OIDC provider and back. */
export async function walkOidc(
  api: Api,
  connectionId: string,
  choice: Choice,
  query: Choice = {},
): Promise<URL> {
  return locationOf(await follow(api, (await atOidc(api, connectionId, choice, query)).href))
}

/** The address that an OIDC provider leads back to. */
export async function atOidc(
  api: Api,
  connectionId: string,
  choice: Choice,
  query: Choice = {},
): Promise<URL> {
  const at = await start(api, connectionId, query)
  const form = { ...Object.fromEntries(at.searchParams), ...choice }
  return locationOf(await post(api, at.pathname, form))
}

export function authenticate(api: Api, at: URL, more: object = {}): Promise<Answer> {
  return api.call('POST', `${SSO}/authenticate`, {
    body: { sso_token: tokenOf(at), session_duration_minutes: 60, ...more },
  })
}

export const tokenOf = (url: URL): string => url.searchParams.get('token') ?? ''

export const follow = ({ emulator }: AtEmulator, url: string, accept = '*/*'): Promise<Response> =>
  emulator.fetch(url, { redirect: 'manual', headers: { accept } })

export const post = ({ emulator }: AtEmulator, path: string, form: Choice): Promise<Response> =>
  emulator.fetch(emulator.baseUrl + path, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  })

/** The error type of a refusal; fails when it is none. */
export async function refusalOf(response: Response): Promise<string> {
  const body: unknown = JSON.parse(await response.text())
  if (response.status >= 400 && typeof body === 'object' && body !== null && 'error_type' in body) {
    return String(body.error_type)
  }
  throw new Error(`It was not refused: ${String(response.status)}`)
}

export function locationOf(response: Response): URL {
  return new URL(response.headers.get('location') ?? `nowhere:${String(response.status)}`)
}
