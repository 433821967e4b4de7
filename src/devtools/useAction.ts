'use client'

import { useState } from 'react'
import { isApiError } from '../client/errors.ts'

/** Something that was set going by a button: whether it is under way, and why it failed. */
export interface Action {
  isBusy: boolean
  failure: string | null
  run: (action: () => Promise<unknown>) => void
}

export function useAction(): Action {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function carryOut(action: () => Promise<unknown>) {
    setBusy(true)
    setFailure(null)
    try {
      await action()
    } catch (error) {
      setFailure(describeError(error))
    } finally {
      setBusy(false)
    }
  }

  return { isBusy, failure, run: (action) => void carryOut(action) }
}

/** In the words of developers. */
export function describeError(error: unknown): string {
  if (isApiError(error)) {
    return `${error.status_code} ${error.error_type}: ${error.message} (${error.request_id ?? 'no request id'})`
  }
  return error instanceof Error ? error.message : String(error)
}
