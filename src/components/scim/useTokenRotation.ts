import { useState } from 'react'
import type { ScimConnection } from '../../client/scim.ts'
import { useScimRotateCancel, useScimRotateComplete } from '../../hooks/scim.ts'
import { tokenExpiry, type TokenExpiry } from './tokenExpiry.ts'
import { tokenFor, type ConnectionSecrets, type TokenInHand } from './useConnectionSecrets.ts'

/** A running rotation: both tokens work. */
export interface RunningRotation {
  currentLastFour: string
  nextLastFour: string
  nextExpiresAt: string | null
}

/** Where the guided rotation stands. Follows from the connection and the token in hand, so a reload goes on where it was. */
export type RotationStep =
  | { step: 'create'; busy: boolean; error: Error | null; create: () => void }
  | { step: 'store'; running: RunningRotation; token: TokenInHand; store: () => void }
  | { step: 'place'; running: RunningRotation; token: TokenInHand | null; placed: () => void }
  | {
      step: 'complete'
      running: RunningRotation
      busy: boolean
      error: Error | null
      complete: () => void
      back: () => void
    }

export interface TokenRotationModel {
  state: 'steady' | 'expiring' | 'expired' | 'rotating'
  lastFour: string
  expiresAt: string
  expiry: TokenExpiry
  /** The present that `expiry` was worked out for, in milliseconds. */
  now: number
  running: RunningRotation | null
  rotation: RotationStep
  cancellation: { busy: boolean; error: Error | null; cancel: () => void; reset: () => void }
  /** What was done last, to be said where it happened. */
  outcome: 'completed' | 'cancelled' | null
}

/**
 * The model of the bearer token: its expiry, and its rotation in three steps.
 *
 * @rbac stytch.scim update
 */
export function useTokenRotation(input: {
  connection: ScimConnection
  secrets: ConnectionSecrets
  /** The present in milliseconds. */
  now: number
  /** Called when a rotation was completed or cancelled. */
  onEnded?: () => void
}): TokenRotationModel {
  const { connection, secrets, now, onEnded } = input
  const { connection_id: connectionId } = connection
  const complete = useScimRotateComplete()
  const cancel = useScimRotateCancel()
  const [placedLastFour, setPlacedLastFour] = useState<string | null>(null)

  const running = runningRotation(connection)
  const expiry = tokenExpiry(connection.bearer_token_expires_at, now)
  const token = tokenFor(secrets.token, connection)
  const ended = () => {
    setPlacedLastFour(null)
    secrets.forget()
    onEnded?.()
  }

  return {
    state: running
      ? 'rotating'
      : expiry.type === 'expired' || expiry.type === 'expiring'
        ? expiry.type
        : 'steady',
    lastFour: connection.bearer_token_last_four,
    expiresAt: connection.bearer_token_expires_at,
    expiry,
    now,
    running,
    rotation: rotationStep(),
    cancellation: {
      busy: cancel.isPending,
      error: cancel.error,
      cancel: () => cancel.mutate(connectionId, { onSuccess: ended }),
      reset: cancel.reset,
    },
    outcome: complete.isSuccess ? 'completed' : cancel.isSuccess ? 'cancelled' : null,
  }

  function rotationStep(): RotationStep {
    if (!running) {
      return {
        step: 'create',
        busy: secrets.rotateStart.busy,
        error: secrets.rotateStart.error,
        create: () => {
          complete.reset()
          cancel.reset()
          secrets.rotateStart.run(connectionId)
        },
      }
    }
    if (token?.kind === 'next' && !token.stored) {
      return { step: 'store', running, token, store: secrets.markStored }
    }
    if (placedLastFour !== running.nextLastFour) {
      return {
        step: 'place',
        running,
        token,
        placed: () => setPlacedLastFour(running.nextLastFour),
      }
    }
    return {
      step: 'complete',
      running,
      busy: complete.isPending,
      error: complete.error,
      complete: () => complete.mutate(connectionId, { onSuccess: ended }),
      back: () => setPlacedLastFour(null),
    }
  }
}

function runningRotation(connection: ScimConnection): RunningRotation | null {
  const { next_bearer_token_last_four: nextLastFour, next_bearer_token_expires_at } = connection
  if (!nextLastFour) return null
  return {
    currentLastFour: connection.bearer_token_last_four,
    nextLastFour,
    nextExpiresAt: next_bearer_token_expires_at ?? null,
  }
}
