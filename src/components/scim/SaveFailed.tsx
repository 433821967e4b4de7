'use client'
import { isApiError } from '../../client/errors.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useScimMessages } from './useScimMessages.ts'

export interface SaveFailedProps {
  /** What failed, in plain words. */
  title: string
  error: Error | null
  /** Something typed is still there. */
  kept?: boolean
}

/** A write that failed, said where it was asked for; nothing when none failed. */
export function SaveFailed({ title, error, kept = false }: SaveFailedProps) {
  const { saveFailed } = useScimMessages()
  if (error === null) return null
  return (
    <ErrorState
      title={title}
      description={
        <>
          {reason()}
          {kept && ` ${saveFailed.kept}`}
        </>
      }
      error={error}
    />
  )

  function reason(): string {
    if (!isApiError(error)) return saveFailed.network
    if (error.status_code === 403) return saveFailed.denied
    if (error.status_code === 429) return saveFailed.busy(error.retryAfterSeconds ?? null)
    return error.status_code >= 500 ? saveFailed.server : saveFailed.refused
  }
}
