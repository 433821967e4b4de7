import { useState } from 'react'
import type { SsoIdentityProvider } from '../../../client/sso.ts'
import {
  cleanDisplayName,
  displayNameProblem,
  type DisplayNameProblem,
} from '../../portal/displayName.ts'
import type { SsoConnection } from '../connections.ts'
import { useConnectionUpdate, type ConnectionChange } from './useConnectionUpdate.ts'

interface Values {
  name: string
  /** Null: it is another organization's, and only known there. */
  provider: SsoIdentityProvider | null
}

export interface SsoDetailsEditor extends Values {
  type: 'editing'
  problem: DisplayNameProblem | null
  differs: boolean
  /** Somebody else saved other values since editing began. */
  changedMeanwhile: boolean
  saving: boolean
  error: Error | null
  setName: (name: string) => void
  setProvider: (provider: SsoIdentityProvider) => void
  takeTheirs: () => void
  save: () => void
  cancel: () => void
}

export type SsoDetailsState =
  { type: 'viewing'; justSaved: boolean; edit: () => void } | SsoDetailsEditor

/**
 * The model of a connection's name and identity provider, edited in place and saved with one request.
 *
 * @rbac stytch.sso update
 */
export function useSsoConnectionDetails(connection: SsoConnection): SsoDetailsState {
  const [draft, setDraft] = useState<{ base: Values; values: Values } | null>(null)
  const update = useConnectionUpdate(connection)
  const server = valuesOf(connection)

  if (draft === null) {
    return {
      type: 'viewing',
      justSaved: update.saved,
      edit: () => {
        update.reset()
        setDraft({ base: server, values: server })
      },
    }
  }
  const { base, values } = draft
  const problem = displayNameProblem(values.name)
  const change = changesBetween(base, values)
  const differs = Object.keys(change).length > 0
  const stop = () => setDraft(null)
  const set = (next: Partial<Values>) => setDraft({ base, values: { ...values, ...next } })
  return {
    type: 'editing',
    ...values,
    problem,
    differs,
    changedMeanwhile:
      !update.saving && !same(server, base) && !same(server, { ...values, name: cleaned(values) }),
    saving: update.saving,
    error: update.error,
    setName: (name) => set({ name }),
    setProvider: (provider) => set({ provider }),
    takeTheirs: () => setDraft({ base: server, values: server }),
    save: () => {
      if (problem === null && differs && !update.saving) update.send(change, { onSuccess: stop })
    },
    cancel: () => {
      update.reset()
      stop()
    },
  }
}

const valuesOf = (connection: SsoConnection): Values => ({
  name: connection.display_name,
  provider: connection.protocol === 'external' ? null : connection.identity_provider,
})

const cleaned = ({ name }: Values) => cleanDisplayName(name)

const same = (one: Values, other: Values) =>
  one.name === other.name && one.provider === other.provider

/** Only what was really changed is sent, so that two people can change different things. */
function changesBetween(base: Values, values: Values): ConnectionChange {
  const name = cleaned(values)
  return {
    ...(name !== base.name && { display_name: name }),
    ...(values.provider !== null &&
      values.provider !== base.provider && { identity_provider: values.provider }),
  }
}
