import { isApiError, isNetworkError, isSessionGone } from '../../../client/errors.ts'
import { SessionChangedError } from '../../../hooks/read.ts'

/** What a failed request means for a run. */
export type SendFailure =
  /** Too many were sent; seconds to wait where the server says so. */
  | { type: 'limited'; seconds: number | null }
  /** No answer came. */
  | { type: 'lost' }
  /** The server failed, which may pass. */
  | { type: 'broken' }
  /** The session is over, or another's: nothing more can be sent. */
  | { type: 'over' }
  /** The server said no. */
  | { type: 'refused' }

export function sendFailure(error: Error): SendFailure {
  if (isSessionGone(error) || error instanceof SessionChangedError) return { type: 'over' }
  const status = isApiError(error) || isNetworkError(error) ? error.status_code : null
  if (status === 429 && (isApiError(error) || isNetworkError(error))) {
    return { type: 'limited', seconds: error.retryAfterSeconds ?? null }
  }
  if (status === undefined) return { type: 'lost' }
  return status !== null && status >= 500 ? { type: 'broken' } : { type: 'refused' }
}

export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown))
