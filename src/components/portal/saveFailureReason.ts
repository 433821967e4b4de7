import { isApiError, isNetworkError } from '../../client/errors.ts'
import type { Messages } from '../i18n/messages.ts'

/** Why a write failed, in plain words; the network is named only where it is the cause. */
export function saveFailureReason(error: Error, texts: Messages['ui']['saveFailed']): string {
  if (isNetworkError(error)) return texts.network
  if (!isApiError(error)) return texts.unexpected
  if (error.status_code === 403) return texts.denied
  if (error.status_code === 429) return texts.busy(error.retryAfterSeconds ?? null)
  return error.status_code >= 500 ? texts.server : texts.refused
}
