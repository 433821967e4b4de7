import { isRecord } from './check.ts'
import type { Cookies } from './cookies.ts'
import {
  ApiError,
  isApiError,
  isNetworkError,
  isSessionGone,
  NetworkError,
  type ApiErrorFields,
} from './errors.ts'
import type { Pkce, PkceNamespace } from './pkce.ts'
import type { Protect } from './protection.ts'
import { DURATION, type SessionStore } from './sessionStore.ts'
import { attempt, type Items } from './storage.ts'
import { describeClient } from './telemetry.ts'

/** Whatever is sent as JSON. The client takes note of the duration that a session is asked for. */
type RequestBody = object & { session_duration_minutes?: number | undefined }

/** One request as data: all that a method says about itself. The rest is done here. */
export interface Call<Output> {
  method: string
  /** Its parameters are encoded already. */
  path: string
  body?: RequestBody | undefined
  /** A POST that only reads, and so may be repeated as a GET is. */
  repeatable?: true
  /** Sends the token of a begun sign-in along. */
  intermediate?: true
  /**
   * Whose stored code verifier goes along, whenever there is one. Where the server refuses the one of
   * the first namespace, the next is tried; the one that it takes is used up.
   */
  pkce?: readonly PkceNamespace[]
  /** What the verifier is called on the wire: `pkce_code_verifier` when left out. */
  verifierName?: 'code_verifier'
  /** The verifier is not used up: the same pair is needed again. */
  keepsVerifier?: true
  /**
   * A code challenge goes along when the project's settings demand one for this namespace (so the
   * call waits for bootstrap). A pair that is stored already is used again.
   */
  challenge?: PkceNamespace
  /** What the challenge is called on the wire: `pkce_code_challenge` when left out. */
  challengeName?: 'code_challenge'
  /** Captcha token and device fingerprint go along, as far as the project demands them. */
  isProtected?: true
  /** What the answer does to the session. */
  effect?: (store: SessionStore, answer: Output) => void
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
  /** The client's own bookkeeping. */
  own: Items
  pkce: Pkce
  protect: Protect
  /** Leaves the page. */
  navigate: (url: string) => void
  /** Called when an answer makes one doubt that the session still is. */
  onDoubt: () => void
}

const ATTEMPTS = 3
const LONGEST_WAIT_SECONDS = 30
/** How a text, in place of an answer, asks for what protected calls bring along. */
const CAPTCHA_REQUIRED = 'Captcha required'
/** The global one at the time of the request, so that tools may wrap it meanwhile. */
export const globalFetch: typeof fetch = (input, init) => fetch(input, init)

/** The pipeline that every request goes through. Nothing else touches fetch or a Response. */
export function createSend(context: RequestContext): Send {
  const { publicToken, store, cookies, own, pkce, protect } = context

  async function send<Output>(call: Call<Output>): Promise<Output> {
    const { challenge, challengeName = 'pkce_code_challenge', confirmsSession } = call
    const before = whose()
    const isOutdated = () => confirmsSession && whose() !== before
    let answer
    try {
      const fields = challenge && { [challengeName]: await pkce.challenge(challenge) }
      answer = await withVerifier(fields ? withBody(call, fields) : call, call.pkce)
    } catch (error) {
      if (isOutdated()) return send(call)
      if (isSessionGone(error)) {
        if (confirmsSession) store.end(error)
        else context.onDoubt()
      }
      throw error
    }
    if (isOutdated()) return send(call)
    const duration = call.body?.session_duration_minutes
    if (duration) own.set(String(duration), DURATION)
    call.effect?.(store, answer)
    return answer
  }

  /** By the cookie too: another tab's sign-in or sign-out may not have been heard of yet. */
  const whose = () => `${store.getSnapshot().session?.member_session_id} ${cookies.read('session')}`

  async function withVerifier<Output>(
    call: Call<Output>,
    [namespace, ...others]: readonly PkceNamespace[] = [],
  ): Promise<Output> {
    if (!namespace) return withProtection(call)
    const { verifierName = 'pkce_code_verifier', keepsVerifier } = call
    const verifier = pkce.verifier(namespace)
    if (!verifier) return withVerifier(call, others)
    try {
      const answer = await withProtection(withBody(call, { [verifierName]: verifier }))
      if (!keepsVerifier) pkce.remove(namespace)
      return answer
    } catch (error) {
      if (!isApiError(error) || !/pkce/i.test(error.message)) throw error
      // It would only be refused again, whatever the next link is.
      pkce.remove(namespace)
      if (!others.length) throw error
      return withVerifier(call, others)
    }
  }

  async function withProtection<Output>(call: Call<Output>): Promise<Output> {
    if (!call.isProtected) return withRetry(call)
    try {
      return await exchange(withBody(call, await protect()))
    } catch (error) {
      const isAsked = isNetworkError(error) && error.message.includes(CAPTCHA_REQUIRED)
      const proof = isAsked && (await protect('again'))
      if (!proof) throw error
      return exchange(withBody(call, proof))
    }
  }

  async function withRetry<Output>(call: Call<Output>, tries = 1): Promise<Output> {
    const { signal, repeatable = call.method === 'GET' } = call
    try {
      return await exchange(call)
    } catch (error) {
      const wait = isApiError(error) || isNetworkError(error) ? waitAfter(error, tries) : Infinity
      if (!repeatable || tries === ATTEMPTS || wait > LONGEST_WAIT_SECONDS) throw error
      await new Promise((resolve) => {
        setTimeout(resolve, wait * 1000)
        signal?.addEventListener('abort', resolve)
      })
      return withRetry(call, tries + 1)
    }
  }

  async function exchange<Output>(call: Call<Output>): Promise<Output> {
    const { method, path, body, signal = null } = call
    const token = cookies.read('session') || publicToken
    const intermediate_session_token = (call.intermediate && cookies.read('ist')) || undefined
    signal?.throwIfAborted()
    let response, text
    try {
      response = await context.fetch(`${context.baseUrl}/sdk/v1${path}`, {
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
      throw new NetworkError(`${method} ${path}: no answer`, { cause })
    }
    const json = attempt((): unknown => JSON.parse(text))
    // The edge: what the API documents for this call is taken to be what it answers.
    if (response.ok && isRecord(json) && 'data' in json) return json['data'] as Output
    throw errorOf(response, text, json)
  }

  return send
}

/** Seconds until another try makes sense. */
const waitAfter = (
  { status_code = 500, retryAfterSeconds }: ApiError | NetworkError,
  tries: number,
) =>
  status_code < 500 && status_code !== 429
    ? Infinity
    : (retryAfterSeconds ?? 0.15 * 2 ** tries * (0.5 + Math.random()))

const withBody = <Output>(call: Call<Output>, fields?: object): Call<Output> => ({
  ...call,
  body: { ...fields, ...call.body },
})

function errorOf({ status, headers }: Response, text: string, json: unknown) {
  const after = headers.get('retry-after') ?? ''
  const retryAfterSeconds = Number(after) || (Date.parse(after) - Date.now()) / 1000 || undefined
  if (status > 299 && isErrorAnswer(json)) {
    const findings = { error_type: 'schema_error', error_message: text, error_details: json }
    return new ApiError({
      status_code: status,
      ...(json.error_type ? json : findings),
      retryAfterSeconds,
    })
  }
  const what = json === null && text.includes(CAPTCHA_REQUIRED) ? CAPTCHA_REQUIRED : 'no answer'
  return new NetworkError(`${status}: ${what}`, { status_code: status, retryAfterSeconds })
}

/** Either an error as documented, or the findings of the schema check. */
const isErrorAnswer = (json: unknown): json is ApiErrorFields =>
  isRecord(json) && ['error_type', 'body', 'params', 'query'].some((name) => name in json)
