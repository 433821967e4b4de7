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
import type { ProofNeeds } from './proofs.ts'
import type { RequestListener } from './requestEvents.ts'
import { DURATION, type SessionStore } from './sessionStore.ts'
import type { SignIn } from './signIn.ts'
import { attempt, type Items } from './storage.ts'
import { describeClient } from './telemetry.ts'
import type { ResponseCommon } from './types.ts'

/** Whatever is sent as JSON. The client takes note of the duration that a session is asked for. */
type RequestBody = object & { session_duration_minutes?: number | undefined }

/** One request as data: all that a method says about itself. The rest is done here. */
export interface Call<Output> extends ProofNeeds {
  method: string
  /** Its parameters are encoded already. */
  path: string
  body?: RequestBody | undefined
  /** A POST that only reads, and so may be repeated as a GET is. */
  repeatable?: true
  /** Sends the token of a begun sign-in along. */
  intermediate?: true
  /** What the answer does to the session. */
  effect?: (store: SessionStore, answer: Output) => void
  /**
   * The call asks whether the session still is. If it is gone it ends here too; if it has been
   * replaced while the call was under way, the call is made again.
   */
  confirmsSession?: true
  signal?: AbortSignal | undefined
}

/** A call on its way. */
interface SentCall<Output> extends Call<Output> {
  id: number
  /** Shared by all copies of the call. */
  attempts: { count: number }
}

/** What both answers and errors tell of themselves. */
interface Outcome {
  status_code?: number | undefined
  request_id?: string | undefined
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
  loadSignIn: () => Promise<SignIn>
  /** Leaves the page; a promise is pending until it is gone. */
  navigate: (url: string) => void | Promise<void>
  /** Told of each request once it has settled. */
  report: RequestListener
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
  const { publicToken, store, cookies, own } = context
  let calls = 0

  const send: Send = (call) => pursue({ ...call, id: ++calls, attempts: { count: 0 } })

  async function pursue<Output>(call: SentCall<Output>): Promise<Output> {
    const { confirmsSession } = call
    const before = whose()
    const isOutdated = () => confirmsSession && whose() !== before
    let answer
    try {
      answer = await (call.pkce || call.challenge || call.isProtected
        ? withProofs(call)
        : withRetry(call))
    } catch (error) {
      if (isOutdated()) return pursue(call)
      if (isSessionGone(error)) {
        if (confirmsSession) store.end(error)
        else context.onDoubt()
      }
      throw error
    }
    if (isOutdated()) return pursue(call)
    const duration = call.body?.session_duration_minutes
    if (duration) own.set(String(duration), DURATION)
    call.effect?.(store, answer)
    return answer
  }

  /** By the cookie too: another tab's sign-in or sign-out may not have been heard of yet. */
  const whose = () => `${store.getSnapshot().session?.member_session_id} ${cookies.read('session')}`

  async function withProofs<Output>(call: SentCall<Output>): Promise<Output> {
    const { send } = await context.loadSignIn()
    return send(call, (fields) => exchange({ ...call, body: { ...fields, ...call.body } }))
  }

  async function withRetry<Output>(call: SentCall<Output>, tries = 1): Promise<Output> {
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

  /** One attempt. */
  async function exchange<Output>(call: SentCall<Output>): Promise<Output> {
    const { id, attempts, method, signal } = call
    signal?.throwIfAborted()
    const attempt = ++attempts.count
    const path = call.path.replace(/\?.*/, '')
    const startedAt = Date.now()
    let outcome: Outcome = {}
    let errorType: string | null = 'AbortError'
    try {
      const answer = await ask(call)
      outcome = answer
      errorType = null
      return answer
    } catch (error) {
      if (isApiError(error) || isNetworkError(error)) {
        outcome = error
        errorType = 'error_type' in error ? error.error_type : error.name
      }
      throw error
    } finally {
      const { status_code: status = null, request_id: requestId = null } = outcome
      const durationMs = Date.now() - startedAt
      context.report({
        id,
        attempt,
        method,
        path,
        startedAt,
        durationMs,
        status,
        requestId,
        errorType,
      })
    }
  }

  async function ask<Output>(call: Call<Output>): Promise<Output & ResponseCommon> {
    const { method, path, body, signal = null } = call
    const token = cookies.read('session') || publicToken
    const intermediate_session_token = (call.intermediate && store.intermediateToken()) || undefined
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
    if (response.ok && isRecord(json) && isRecord(json['data']))
      return json['data'] as Output & ResponseCommon
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

/** Whether the server wants captcha token or device fingerprint anew. */
export const asksCaptcha = (error: unknown) =>
  isNetworkError(error) && error.message.includes(CAPTCHA_REQUIRED)

/** Either an error as documented, or the findings of the schema check. */
const isErrorAnswer = (json: unknown): json is ApiErrorFields =>
  isRecord(json) && ['error_type', 'body', 'params', 'query'].some((name) => name in json)
