import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { bodyOf } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'

/**
 * Projects can keep tokens from scripts: then they travel in HttpOnly cookies only, and stand empty in answers.
 * The names are those that clients use for cookies of their own.
 */
const SESSION = 'stytch_session'
const JWT = 'stytch_session_jwt'
const INTERMEDIATE = 'stytch_intermediate_session_token'
const INTERMEDIATE_SECONDS = 10 * 60

/** The session token of the request's cookie; undefined when there is none, or the project does not use them. */
export function readSessionCookie(context: EmulatorContext, c: Context): string | undefined {
  return context.data.project.opaque_tokens ? getCookie(c, SESSION) || undefined : undefined
}

/** The body with the intermediate session token of the request's cookie, which its sender could not read. */
export function withIntermediateCookie(context: EmulatorContext, c: Context, body: Body): Body {
  const token = context.data.project.opaque_tokens ? getCookie(c, INTERMEDIATE) : undefined
  if (!token || body.has('intermediate_session_token')) return body
  const fields = body.names().map((name) => [name, body.raw(name)])
  return bodyOf({ ...Object.fromEntries(fields), intermediate_session_token: token }, 'The body')
}

/** Moves the tokens of an answer into cookies, where the project wants that; the answer unchanged otherwise. */
export function intoCookies(context: EmulatorContext, c: Context, answer: object): object {
  if (!context.data.project.opaque_tokens) return answer
  const fields = new Map<string, unknown>(Object.entries(answer))
  const sessionToken = fields.get('session_token')
  const intermediateToken = fields.get('intermediate_session_token')
  if (isToken(sessionToken)) {
    const seconds = secondsLeft(context, sessionToken)
    setCookie(context, c, SESSION, sessionToken, seconds)
    setCookie(context, c, JWT, String(fields.get('session_jwt')), seconds)
    setCookie(context, c, INTERMEDIATE, '', 0)
  } else if (isToken(intermediateToken)) {
    setCookie(context, c, INTERMEDIATE, intermediateToken, INTERMEDIATE_SECONDS)
    dropSession(context, c)
  } else {
    const sent = getCookie(c, SESSION)
    if (sent && secondsLeft(context, sent) <= 0) dropSession(context, c)
  }
  for (const name of ['session_token', 'session_jwt', 'intermediate_session_token']) {
    if (fields.has(name)) fields.set(name, '')
  }
  return Object.fromEntries(fields)
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function dropSession(context: EmulatorContext, c: Context): void {
  setCookie(context, c, SESSION, '', 0)
  setCookie(context, c, JWT, '', 0)
}

/** 0 when the session is over, or is none. */
function secondsLeft({ data, clock }: EmulatorContext, sessionToken: string): number {
  const session = Object.values(data.sessions).find(
    ({ session_token }) => session_token === sessionToken,
  )
  return session
    ? Math.max(0, Math.floor((Date.parse(session.expires_at) - clock.now()) / 1000))
    : 0
}

/** Lasts by seconds and not until a time: the emulator's clock may be another than the browser's. */
function setCookie(
  { baseUrl }: EmulatorContext,
  c: Context,
  name: string,
  value: string,
  seconds: number,
): void {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
  const cookie = `${name}=${value}; Max-Age=${String(seconds)}; Path=/; HttpOnly; SameSite=Lax${secure}`
  c.header('set-cookie', cookie, { append: true })
}
