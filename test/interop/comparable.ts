import { createHash } from 'node:crypto'
import type { Cookie } from '@playwright/test'
import type { Outcome } from './page.ts'
import type { Sent } from './world.ts'

/** A value without what differs from run to run: the client's own random texts, and the ids of requests. */

export interface ComparableRequest {
  method: string
  path: string
  query: string[]
  body: unknown
  /** Names of all headers. */
  headers: string[]
  /** Public token and session token. */
  authorization: string
  /** The cookies that travelled with it. */
  cookies: string[]
  /** The decoded X-SDK-Client header. */
  sdkClient: unknown
}

export function comparableRequest({ method, path, headers, body }: Sent): ComparableRequest {
  const { pathname, searchParams } = new URL(path, 'http://localhost')
  return {
    method,
    path: pathname,
    query: [...searchParams].map(([name, value]) => `${name}=${anonymous(value, name)}`),
    body: comparable(body === '' ? undefined : JSON.parse(body)),
    headers: [...headers.keys()].filter((name) => name !== 'content-length').sort(),
    authorization: decoded(headers.get('authorization')?.replace(/^Basic /, '')),
    cookies: (headers.get('cookie') ?? '')
      .split('; ')
      .filter((pair) => pair !== '')
      .sort(),
    sdkClient: comparable(JSON.parse(decoded(headers.get('x-sdk-client')) || 'null')),
  }
}

export function comparableOutcome(outcome: Outcome, requests: readonly Sent[]): Outcome {
  const value = 'value' in outcome ? outcome : { error: withoutClass(outcome.error) }
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      key === 'request_id' && typeof part === 'string' ? whichAnswer(part, requests) : part,
    ),
  ) as Outcome
}

/** What the API said; classes and texts of the error are each client's own. */
function withoutClass(error: Record<string, unknown>): Record<string, unknown> {
  const { status_code, error_type, error_message, error_url, request_id, error_details } = error
  if (status_code === undefined) return { from: 'the client itself' }
  return { status_code, error_type, error_message, error_url, request_id, error_details }
}

/** The id that a client gives has to be of one of the answers that the call got. */
function whichAnswer(requestId: string, requests: readonly Sent[]): string {
  const index = requests.findIndex(({ answer }) => answer.includes(requestId))
  return index === -1 ? '(of no answer)' : `(of answer ${String(index)})`
}

export interface ComparableCookie {
  name: string
  value: string
  expires: string
  [attribute: string]: unknown
}

export function comparableCookie(
  { value, expires, ...cookie }: Cookie,
  now: number,
): ComparableCookie {
  return {
    ...cookie,
    value,
    // To the minute: an intermediate token's are counted by the browser's clock.
    expires:
      expires === -1
        ? 'with the browser'
        : `in ${String(Math.round((expires * 1000 - now) / 60_000))} minutes`,
  }
}

/** All that the client of this public token has stored under the official names. */
export function comparableStorage(entries: readonly [string, string][]): Record<string, unknown> {
  return Object.fromEntries(
    entries
      .filter(([key]) => key.startsWith('stytch_sdk_state_'))
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, text]) => [
        key,
        key.includes('::PKCE') ? pair(text) : comparable(JSON.parse(text)),
      ]),
  )
}

/** A PKCE pair is random; what counts is that challenge and verifier belong together. */
function pair(text: string): string {
  const { code_challenge, code_verifier, ...more } = JSON.parse(text) as Record<string, string>
  const expected = createHash('sha256')
    .update(code_verifier ?? '')
    .digest('base64url')
  const fits = code_challenge === expected && /^[0-9a-f]{32,128}$/.test(code_verifier ?? '')
  const rest = Object.keys(more).length > 0 ? ` and ${Object.keys(more).join(', ')}` : ''
  return fits ? `a pair${rest}` : `no pair: ${text}`
}

export function comparable(value: unknown): unknown {
  if (value === undefined) return null
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      typeof part === 'string' ? anonymous(part, key) : part,
    ),
  )
}

function anonymous(text: string, key: string): string {
  if (/code_challenge$/.test(key)) return /^[\w-]{43}$/.test(text) ? '(challenge)' : text
  if (/code_verifier$/.test(key)) return /^[0-9a-f]{32,128}$/.test(text) ? '(verifier)' : text
  if (key === 'client_sent_at') return Number.isNaN(Date.parse(text)) ? text : '(time)'
  return text.replace(
    /^(event-id|app-session-id|persistent-id)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    '($1)',
  )
}

function decoded(base64: string | null | undefined): string {
  return base64 ? Buffer.from(base64, 'base64').toString() : ''
}
