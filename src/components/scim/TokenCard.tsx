'use client'
import type { RefObject } from 'react'
import { formatRelative } from '../i18n/format.ts'
import type { Denied } from '../portal/denied.ts'
import { useLocale } from '../portal/PortalContext.ts'
import { Button } from '../ui/Button.tsx'
import { Callout } from '../ui/Callout.tsx'
import { Card } from '../ui/Card.tsx'
import { DateTime } from '../ui/DateTime.tsx'
import { DeniedHint } from '../ui/DeniedHint.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { useScimMessages } from './useScimMessages.ts'
import type { RunningRotation, TokenRotationModel } from './useTokenRotation.ts'

export interface TokenCardProps {
  rotation: TokenRotationModel
  /** The button that begins a rotation; there while none is running. */
  startRef: RefObject<HTMLButtonElement | null>
  denied: Denied | undefined
  onRotate: () => void
  onCancelRotation: () => void
}

/** The bearer token: its last four, when it expires, and how it is replaced. */
export function TokenCard(props: TokenCardProps) {
  const { rotation, startRef, denied, onRotate, onCancelRotation } = props
  const { rotation: messages } = useScimMessages()
  const { running } = rotation
  return (
    <Card
      title={messages.title}
      description={messages.hint}
      data-state={rotation.state}
      action={
        running ? undefined : (
          <Button ref={startRef} size="small" denied={denied} onClick={onRotate}>
            {messages.start}
          </Button>
        )
      }
    >
      <ExpiryWarning rotation={rotation} />
      {running && (
        <Callout
          title={messages.running}
          actions={
            <>
              <Button size="small" variant="primary" denied={denied} onClick={onRotate}>
                {messages.continue}
              </Button>
              <Button size="small" denied={denied} onClick={onCancelRotation}>
                {messages.cancel}
              </Button>
            </>
          }
        >
          {messages.runningHint(running.currentLastFour, running.nextLastFour)}
        </Callout>
      )}
      <Rows>
        <Row label={messages.current}>
          <MaskedToken lastFour={rotation.lastFour} />
        </Row>
        <Row label={messages.expires}>
          <DateTime value={rotation.expiresAt} now={new Date(rotation.now)} />
        </Row>
        {running && <NextToken running={running} />}
      </Rows>
      <DeniedHint denied={denied} />
      <div data-part="saved" role="status">
        {rotation.outcome === 'completed' && messages.completed(rotation.lastFour)}
        {rotation.outcome === 'cancelled' && messages.cancelled(rotation.lastFour)}
      </div>
    </Card>
  )
}

function ExpiryWarning({ rotation }: { rotation: TokenRotationModel }) {
  const { rotation: messages } = useScimMessages()
  const locale = useLocale()
  const { expiry, expiresAt, now } = rotation
  if (expiry.type === 'expired') {
    return (
      <Callout tone="danger" title={messages.expired}>
        {messages.expiredHint}
      </Callout>
    )
  }
  if (expiry.type === 'expiring') {
    return (
      <Callout
        tone="warning"
        title={messages.expiring(formatRelative(locale, new Date(expiresAt), new Date(now)))}
      >
        {messages.expiringHint}
      </Callout>
    )
  }
  return null
}

function NextToken({ running }: { running: RunningRotation }) {
  const { rotation: messages } = useScimMessages()
  return (
    <>
      <Row label={messages.next}>
        <MaskedToken lastFour={running.nextLastFour} />
      </Row>
      <Row label={messages.nextExpires}>
        <DateTime value={running.nextExpiresAt} fallback={messages.unknownExpiry} />
      </Row>
    </>
  )
}

function MaskedToken({ lastFour }: { lastFour: string }) {
  const { rotation: messages } = useScimMessages()
  return (
    <code data-part="code">
      <span aria-hidden="true">{messages.masked(lastFour)}</span>
      <span data-part="visually-hidden">{messages.maskedLabel(lastFour)}</span>
    </code>
  )
}
