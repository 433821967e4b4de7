import { useState } from 'react'
import { isApiError } from '../../../client/errors.ts'
import {
  useSsoConnections,
  useSsoSamlDeleteEncryptionPrivateKey,
  useSsoSamlUpdateConnection,
} from '../../../hooks/sso.ts'

/** What a key is for: signing our requests, or reading encrypted answers. */
export type KeyPurpose = 'signing' | 'encryption'

export interface ServiceKeysModel {
  saving: { busy: boolean; error: Error | null; reset: () => void }
  /** Sends a key, which is kept nowhere. */
  save: (purpose: KeyPurpose, pem: string, onDone: () => void) => void
  removal: { busy: boolean; error: Error | null; reset: () => void }
  remove: (privateKeyId: string, onDone: () => void) => void
  /** What was done last. */
  outcome: KeyPurpose | 'removed' | null
}

/**
 * The model of our keys at a SAML connection. A key is in the request only: neither in the query cache nor in any state here.
 *
 * @rbac stytch.sso update
 */
export function useServiceKeys(connection_id: string): ServiceKeysModel {
  const update = useSsoSamlUpdateConnection()
  const deletion = useSsoSamlDeleteEncryptionPrivateKey()
  const connections = useSsoConnections({ enabled: false })
  const [goneElsewhere, setGoneElsewhere] = useState(false)
  const [outcome, setOutcome] = useState<ServiceKeysModel['outcome']>(null)
  const removed = (onDone: () => void) => {
    setOutcome('removed')
    onDone()
  }
  return {
    saving: { busy: update.isPending, error: update.error, reset: update.reset },
    save: (purpose, pem, onDone) =>
      update.mutate(
        {
          connection_id,
          [purpose === 'signing' ? 'signing_private_key' : 'saml_encryption_private_key']: pem,
        },
        {
          onSuccess: () => {
            // The mutation remembers what it was given.
            update.reset()
            setOutcome(purpose)
            onDone()
          },
        },
      ),
    removal: {
      busy: deletion.isPending || connections.isFetching,
      error: goneElsewhere ? null : deletion.error,
      reset: deletion.reset,
    },
    remove: (private_key_id, onDone) => {
      setGoneElsewhere(false)
      deletion.mutate(
        { connection_id, private_key_id },
        {
          onSuccess: () => removed(onDone),
          onError: (error) => {
            // Somebody else was faster: it is gone, and what is shown here is old.
            if (!isGone(error)) return
            setGoneElsewhere(true)
            void connections.refetch().then(() => removed(onDone))
          },
        },
      )
    },
    outcome,
  }
}

const isGone = (error: Error) =>
  isApiError(error) && error.error_type === 'sso_encryption_private_key_not_found'
