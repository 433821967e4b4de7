'use client'
import type { ReactNode } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { Button } from './Button.tsx'
import { Callout } from './Callout.tsx'
import { ShortId } from './ShortId.tsx'

export interface ErrorStateProps {
  /** What failed, in plain words: `The groups could not be loaded`. */
  title: ReactNode
  /** What that means and what to do. */
  description?: ReactNode
  /** The error itself, for Details. Message, `error_type` and `request_id` are read from it where it has them. */
  error?: unknown
  onRetry?: (() => void) | undefined
  /** A retry is under way. */
  retrying?: boolean | undefined
  /** Further buttons. */
  actions?: ReactNode
}

/** Something failed: in plain words, with a way on, and the technical part folded away. */
export function ErrorState({
  title,
  description,
  error,
  onRetry,
  retrying = false,
  actions,
  ...props
}: ErrorStateProps) {
  const messages = useUiMessages()
  return (
    <Callout
      tone="danger"
      announce="alert"
      title={title}
      actions={
        (onRetry !== undefined || actions !== undefined) && (
          <>
            {onRetry && (
              <Button size="small" busy={retrying} onClick={onRetry}>
                {messages.retry}
              </Button>
            )}
            {actions}
          </>
        )
      }
      {...props}
    >
      {description}
      <ErrorDetails error={error} />
    </Callout>
  )
}

/** Message, type and request id of an error, folded. Nothing when there is nothing to tell. */
export function ErrorDetails({ error }: { error: unknown }) {
  const { error: messages } = useUiMessages()
  const { message, type, requestId } = describeError(error)
  if (message === undefined) return null
  return (
    <details data-part="details">
      <summary data-part="summary">{messages.details}</summary>
      <dl data-part="detail-list">
        <dt data-part="detail-label">{messages.message}</dt>
        <dd data-part="detail-value">{message}</dd>
        {type !== undefined && (
          <>
            <dt data-part="detail-label">{messages.type}</dt>
            <dd data-part="detail-value">
              <code data-part="code">{type}</code>
            </dd>
          </>
        )}
        {requestId !== undefined && (
          <>
            <dt data-part="detail-label">{messages.requestId}</dt>
            <dd data-part="detail-value">
              <ShortId value={requestId} label={messages.requestId} />
            </dd>
          </>
        )}
      </dl>
    </details>
  )
}

interface ErrorDescription {
  message: string | undefined
  type: string | undefined
  requestId: string | undefined
}

function describeError(error: unknown): ErrorDescription {
  const read = (key: string) => {
    if (typeof error !== 'object' || error === null) return undefined
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    message: read('error_message') ?? read('message'),
    type: read('error_type'),
    requestId: read('request_id'),
  }
}
