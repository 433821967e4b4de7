import type { Context } from 'hono'

/** The emulator says no. Thrown anywhere in a route; `errorResponse` makes wire JSON of it. */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError'

  constructor(
    readonly status: number,
    readonly errorType: string,
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message)
  }
}

export function badRequest(message: string, errorType = 'bad_request'): EmulatorError {
  return new EmulatorError(400, errorType, message)
}

export function notFound(errorType: string, message: string): EmulatorError {
  return new EmulatorError(404, errorType, message)
}

/** Thrown where the network is meant to fail: no answer at all. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure'
}

/** The API's error JSON. Unlike answers, it travels without an envelope. */
export function errorResponse(error: unknown, requestId: string): Response {
  const known =
    error instanceof EmulatorError
      ? error
      : new EmulatorError(500, 'internal_server_error', describeDefect(error))
  const headers = new Headers({ 'content-type': 'application/json' })
  if (known.retryAfterSeconds !== undefined) {
    headers.set('retry-after', String(known.retryAfterSeconds))
  }
  return new Response(
    JSON.stringify({
      status_code: known.status,
      request_id: requestId,
      error_type: known.errorType,
      error_message: known.message,
      error_url: `https://stytch.com/docs/api/errors/${String(known.status)}`,
    }),
    { status: known.status, headers },
  )
}

export function tooLarge(maxBytes: number): EmulatorError {
  return new EmulatorError(
    413,
    'request_too_large',
    `The body of a request must have at most ${maxBytes.toLocaleString('en')} bytes.`,
  )
}

/** An endpoint of the API that this emulator does not have. */
export function notImplemented(request: Context['req']): EmulatorError {
  return new EmulatorError(
    501,
    'emulator_not_implemented',
    `The emulator does not implement ${request.method} ${request.path}.`,
  )
}

/** What to say of something that no route throws on purpose; the stack goes to `reportDefect`. */
export function describeDefect(error: unknown): string {
  return `The emulator failed, by a mistake of its own: ${error instanceof Error ? error.message : String(error)}`
}
