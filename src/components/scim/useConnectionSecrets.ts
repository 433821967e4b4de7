import { useState } from 'react'
import type { ScimConnection, ScimCreateConnectionInput } from '../../client/scim.ts'
import { useScimCreateConnection, useScimRotateStart } from '../../hooks/scim.ts'
import { useUnsavedChanges } from '../portal/useLeaveGuard.ts'
import { useScimMessages } from './useScimMessages.ts'

/** A bearer token that the server has just shown, for this one time. */
export interface TokenInHand {
  connectionId: string
  kind: 'current' | 'next'
  value: string
  /** The viewer has said that it is stored. */
  stored: boolean
}

/** A write that shows a token. */
interface SecretWrite<Input> {
  busy: boolean
  error: Error | null
  run: (input: Input, onDone?: () => void) => void
  reset: () => void
}

export interface ConnectionSecrets {
  token: TokenInHand | null
  create: SecretWrite<ScimCreateConnectionInput>
  rotateStart: SecretWrite<string>
  markStored: () => void
  /** Drops the token from memory. */
  forget: () => void
}

/**
 * Holds the two writes that show a token, for as long as the part is on the screen. From the moment one is sent until the
 * token is said to be stored, leaving asks first. The token moves from the write's result to this component and to nowhere else: the result
 * would be dropped when the session ends, and the token with it.
 *
 * @rbac stytch.scim create; for rotation stytch.scim update
 */
export function useConnectionSecrets(): ConnectionSecrets {
  const create = useScimCreateConnection()
  const rotateStart = useScimRotateStart()
  const [token, setToken] = useState<TokenInHand | null>(null)
  const { token: messages } = useScimMessages()
  const unstored = token !== null && !token.stored
  useUnsavedChanges(create.isPending || rotateStart.isPending || unstored, messages.leave)
  // Agreeing to leave while the token was on its way does not speak for the token that came.
  useUnsavedChanges(unstored, messages.leave)

  return {
    token,
    create: {
      busy: create.isPending,
      error: create.error,
      reset: create.reset,
      run: (input, onDone) =>
        create.mutate(input, {
          onSuccess: ({ connection: { connection_id: connectionId, bearer_token: value } }) => {
            setToken({ connectionId, kind: 'current', value, stored: false })
            create.reset()
            onDone?.()
          },
        }),
    },
    rotateStart: {
      busy: rotateStart.isPending,
      error: rotateStart.error,
      reset: rotateStart.reset,
      run: (id, onDone) =>
        rotateStart.mutate(id, {
          onSuccess: ({
            connection: { connection_id: connectionId, next_bearer_token: value },
          }) => {
            setToken({ connectionId, kind: 'next', value, stored: false })
            rotateStart.reset()
            onDone?.()
          },
        }),
    },
    markStored: () => setToken((held) => held && { ...held, stored: true }),
    forget: () => setToken(null),
  }
}

/** The token, when it is one of this connection that still counts there. */
export function tokenFor(
  token: TokenInHand | null,
  connection: ScimConnection,
): TokenInHand | null {
  if (token?.connectionId !== connection.connection_id) return null
  const counts = [connection.bearer_token_last_four, connection.next_bearer_token_last_four]
  return counts.includes(token.value.slice(-4)) ? token : null
}
