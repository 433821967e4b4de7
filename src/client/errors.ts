/** What an error answer of the API says. */
export interface ApiErrorFields {
  status_code: number
  error_type: string
  error_message: string
  /** Where the API documents this error. */
  error_url?: string | undefined
  /** Quote it when you ask the API's support about the call. */
  request_id?: string | undefined
  error_details?: unknown
  /** Seconds to wait, where the answer had a `Retry-After` header that could be read. */
  retryAfterSeconds?: number | undefined
}

/**
 * The server answered, and said no. Machines read `error_type`, developers read `message`.
 * A request that breaks the API's schema has the type `schema_error`; the server's findings are
 * its `error_details`.
 */
export class ApiError extends Error implements ApiErrorFields {
  override readonly name = 'ApiError'
  declare readonly status_code: number
  declare readonly error_type: string
  declare readonly error_message: string
  declare readonly error_url?: string | undefined
  declare readonly request_id?: string | undefined
  declare readonly error_details?: unknown
  declare readonly retryAfterSeconds?: number | undefined

  constructor(fields: ApiErrorFields) {
    super(`${fields.error_type} (${fields.status_code}): ${fields.error_message}`)
    Object.assign(this, fields)
  }
}

/**
 * No usable answer: the network failed (see `cause`), or what answered is not the API, for example
 * a proxy with its own error page (then `status_code` is its HTTP status).
 */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
  declare readonly status_code?: number | undefined
  declare readonly retryAfterSeconds?: number | undefined

  constructor(
    message: string,
    fields: ErrorOptions & Pick<Partial<ApiErrorFields>, 'status_code' | 'retryAfterSeconds'> = {},
  ) {
    super(message, fields)
    Object.assign(this, fields)
  }
}

/** The caller's mistake, found before anything was sent. The message names method and argument. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  constructor(method: string, argument: string, expected: string) {
    super(`${method}: ${argument} must be ${expected}.`)
  }
}

// By name, not by instanceof: two copies of this package on a page know each other's errors.
const hasName = (error: unknown, name: string) => error instanceof Error && error.name === name

export const isApiError = (error: unknown): error is ApiError => hasName(error, 'ApiError')
export const isNetworkError = (error: unknown): error is NetworkError =>
  hasName(error, 'NetworkError')
export const isUsageError = (error: unknown): error is UsageError => hasName(error, 'UsageError')

/** A part of the client that is loaded when it is needed: without a network it is no more to be had than an answer. */
export const loaded = <Part>(part: Promise<Part>): Promise<Part> =>
  part.catch((cause: unknown) => {
    throw new NetworkError('a part of the client: not loaded', { cause })
  })

const SESSION_GONE =
  /^(unauthorized_credentials|user_unauthenticated|invalid_secret_authentication|session_not_found)$/

/** Whether the error says that there is no such session (any more). The HTTP status is no guide to it. */
export const isSessionGone = (error: unknown): error is ApiError =>
  isApiError(error) && SESSION_GONE.test(error.error_type)
