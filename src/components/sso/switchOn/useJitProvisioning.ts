import { useState } from 'react'
import { useOrganizationUpdate } from '../../../hooks/organization.ts'
import { useOrganization } from '../../../hooks/useSessionSnapshot.ts'
import type { SsoConnection } from '../connections.ts'
import { jitOf, otherJitConnections, restrictJit, switchJit } from './jitProvisioning.ts'

interface JitSaving {
  saving: boolean
  error: Error | null
}

export type JitModel =
  | { type: 'loading' }
  /** On or off for this connection alone. */
  | ({
      type: 'chosen'
      on: boolean
      /** Names of the others that people join through. */
      others: string[]
      /** Names of those that people may join through, after the open policy was left; null else. */
      saved: string[] | null
      toggle: (on: boolean) => void
    } & JitSaving)
  /** On for every connection; `chosen` are those that are to stay while one chooses, null before. */
  | ({
      type: 'all'
      chosen: readonly string[] | null
      choose: (connectionIds: readonly string[]) => void
      edit: () => void
      cancel: () => void
      save: () => void
    } & JitSaving)

/**
 * The model of joining through a connection. Each change is one request with both fields, shown at once.
 *
 * @rbac stytch.organization update.settings.sso-jit-provisioning
 */
export function useJitProvisioning(input: {
  connection: SsoConnection
  connections: readonly SsoConnection[]
}): JitModel {
  const { connection, connections } = input
  const organization = useOrganization()
  const update = useOrganizationUpdate()
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const [restricted, setRestricted] = useState(false)
  if (!organization) return { type: 'loading' }

  const { connection_id } = connection
  const namesOf = (ids: readonly string[]) =>
    connections.filter((one) => ids.includes(one.connection_id)).map((one) => one.display_name)
  const now = jitOf(organization, connection_id)
  const saving = { saving: update.isPending, error: update.error }

  // A save of the choice is shown at once too: the form stays until the answer is there.
  if (chosen !== null || now === 'all') {
    return {
      type: 'all',
      ...saving,
      chosen,
      choose: setChosen,
      edit: () => {
        update.reset()
        setChosen(connections.map((one) => one.connection_id))
      },
      cancel: () => {
        update.reset()
        setChosen(null)
      },
      save: () => {
        if (chosen === null || update.isPending) return
        update.mutate(restrictJit(chosen), {
          onSuccess: () => {
            setRestricted(true)
            setChosen(null)
          },
        })
      },
    }
  }
  return {
    type: 'chosen',
    ...saving,
    on: now === 'on',
    others: namesOf(otherJitConnections(organization, connection_id)),
    saved: restricted ? namesOf(organization.sso_jit_provisioning_allowed_connections) : null,
    toggle: (on) => {
      if (update.isPending) return
      setRestricted(false)
      update.mutate(switchJit(organization, connection_id, on))
    },
  }
}
