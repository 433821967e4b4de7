import { isRecord } from './check.ts'
import type { Cookies } from './cookies.ts'
import { ApiError, isApiError, isNetworkError, isSessionGone, NetworkError } from './errors.ts'
import { DURATION, reasonOf, type SessionStore } from './sessionStore.ts'
import { attempt, type Items } from './storage.ts'
import { describeClient } from './telemetry.ts'

/** A path whose parameters are encoded. Made by the `path` tag only. */
export interface Path {
  readonly encoded: string
}

/** The one place where path parameters are encoded: path`/b2b/scim/${connectionId}` */
export const path = (fixed: TemplateStringsArray, ...parameters: string[]): Path => ({
  encoded: String.raw({ raw: fixed }, ...parameters.map(encodeURIComponent)),
})

export type PkceNamespace = 'oauth' | 'magic_links' | 'sso' | 'passwords'

/** Whatever is sent as JSON. The client takes note of the duration that a session is asked for. */
type RequestBody = object & { session_duration_minutes?: number | undefined }

/** One request as data: all that a method says about itself. The rest is done here. */
export interface Call<Output> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: Path
  body?: RequestBody | undefined
  /** A POST that only reads, and so may be repeated as a GET is. */
  repeatable?: true
  /** Sends the token of a begun sign-in along. */
  intermediate?: true
  /**
   * Whose stored code verifier goes along. Where the server refuses the one of the first
   * namespace, the next is tried; the one that it takes is used up.
   */
  pkce?: readonly PkceNamespace[]
  /** What the answer does to the session. */
  session?: (answer: Output) => void
  /**
   * The call asks whether the session still is. If it is gone it ends here too; if it has been
   * replaced while the call was under way, the call is made again.
   */
  confirmsSession?: true
  signal?: AbortSignal | undefined
}

/** Sends a call and resolves to the answer without its envelope. */
export type Send = <Output>(call: Call<Output>) => Promise<Output>

export interface RequestContext {
  publicToken: string
  baseUrl: string
  fetch: typeof fetch
  store: SessionStore
  cookies: Cookies
  items: Items
  /** Called when an answer makes one doubt that the session still is. */
  onDoubt: () => void
}

const ATTEMPTS = 3
const LONGEST_WAIT_SECONDS = 30
/** For an error that is not the server's, such as an abort. */
const OUR_OWN: Pick<ApiError, 'status_code' | 'retryAfterSeconds'> = { status_code: 0 }

/** The global one at the time of the request, so that tools may wrap it meanwhile. */
export const globalFetch: typeof fetch = (input, init) => fetch(input, init)

/** The pipeline that every request goes through. Nothing else touches fetch or a Response. */
export function createSend(context: RequestContext): Send {
  const { publicToken, store, cookies, items } = context

  async function send<Output>(call: Call<Output>): Promise<Output> {
    const { session } = store.getSnapshot()
    const isOutdated = () =>
      call.confirmsSession &&
      store.getSnapshot().session?.member_session_id !== session?.member_session_id
    try {
      const answer = await withVerifier(call, call.pkce)
      if (!isOutdated()) {
        const duration = call.body?.session_duration_minutes
        if (duration) items.set(String(duration), DURATION)
        call.session?.(answer)
        return answer
      }
    } catch (error) {
      if (!isOutdated()) {
        if (isSessionGone(error)) {
          if (call.confirmsSession) store.end(reasonOf(session, error))
          else context.onDoubt()
        }
        throw error
      }
    }
    return send(call)
  }

  async function withVerifier<Output>(
    call: Call<Output>,
    [namespace, ...others]: readonly PkceNamespace[] = [],
  ): Promise<Output> {
    if (!namespace) return withRetry(call)
    const item = `PKCE_VERIFIER:${namespace}`
    const pair = items.getJson(item)
    if (!isRecord(pair)) return withVerifier(call, others)
    let answer
    try {
      const verifier = { pkce_code_verifier: pair['code_verifier'] }
      answer = await withRetry({ ...call, body: { ...verifier, ...call.body } })
    } catch (error) {
      if (others.length && isApiError(error) && /pkce/i.test(error.message)) {
        return withVerifier(call, others)
      }
      throw error
    }
    items.remove(item)
    return answer
  }

  async function withRetry<Output>(call: Call<Output>): Promise<Output> {
    const isRepeatable = call.repeatable ?? call.method === 'GET'
    for (let tries = 1; ; tries++) {
      try {
        return await exchange(call)
      } catch (error) {
        const { status_code = 500, retryAfterSeconds = 0.15 * 2 ** tries * (0.5 + Math.random()) } =
          isApiError(error) || isNetworkError(error) ? error : OUR_OWN
        const isFinal = status_code < 500 && status_code !== 429
        const isTooMuch = tries === ATTEMPTS || retryAfterSeconds > LONGEST_WAIT_SECONDS
        if (!isRepeatable || isFinal || isTooMuch) throw error
        await new Promise((resolve) => {
          setTimeout(resolve, retryAfterSeconds * 1000)
          call.signal?.addEventListener('abort', resolve, { once: true })
        })
      }
    }
  }

  async function exchange<Output>(call: Call<Output>): Promise<Output> {
    const { method, path, body, signal = null } = call
    const token = cookies.read('session') || publicToken
    const intermediate_session_token = (call.intermediate && cookies.read('ist')) || undefined
    signal?.throwIfAborted()
    let response, text
    try {
      response = await context.fetch(`${context.baseUrl}/sdk/v1${path.encoded}`, {
        method,
        headers: {
          Authorization: `Basic ${btoa(`${publicToken}:${token}`)}`,
          'Content-Type': 'application/json',
          'X-SDK-Client': btoa(JSON.stringify(describeClient(store.getSnapshot()))),
          ...(typeof location === 'object' && { 'X-SDK-Parent-Host': location.origin }),
        },
        credentials: 'include',
        signal,
        ...(body && { body: JSON.stringify({ intermediate_session_token, ...body }) }),
      })
      text = await response.text()
    } catch (cause) {
      signal?.throwIfAborted()
      throw new NetworkError(`${method} ${path.encoded}: no answer`, { cause })
    }
    const json = attempt((): unknown => JSON.parse(text))
    // The edge: what the API documents for this call is taken to be what it answers.
    if (response.ok && isRecord(json) && 'data' in json) return json['data'] as Output
    throw errorOf(response, text, json)
  }

  return send
}

function errorOf({ status, headers }: Response, text: string, json: unknown) {
  const after = headers.get('retry-after') ?? ''
  const retryAfterSeconds = Number(after) || (Date.parse(after) - Date.now()) / 1000 || undefined
  const facts = { status_code: status, retryAfterSeconds }
  if (status > 299 && isRecord(json) && /"(error_type|body|params|query)":/.test(text)) {
    return new ApiError({
      error_type: 'schema_error',
      error_message: text,
      error_details: json,
      ...json,
      ...facts,
    })
  }
  return new NetworkError(`${status}: no answer`, facts)
}
