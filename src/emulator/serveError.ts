export type ServeErrorCode =
  | 'bad-argument'
  | 'bad-data-file'
  | 'bad-seed-file'
  | 'port-in-use'
  | 'cannot-listen'
  | 'cannot-reach'

/** The emulator cannot be served; the message says what to do about it. */
export class ServeError extends Error {
  override readonly name = 'ServeError'
  readonly code: ServeErrorCode

  constructor(code: ServeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
