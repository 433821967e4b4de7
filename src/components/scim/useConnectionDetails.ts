import { useState } from 'react'
import type { ScimConnection, ScimIdentityProvider } from '../../client/scim.ts'
import { useScimUpdateConnection } from '../../hooks/scim.ts'
import {
  cleanDisplayName,
  displayNameProblem,
  type DisplayNameProblem,
} from '../portal/displayName.ts'

interface Values {
  displayName: string
  identityProvider: ScimIdentityProvider
}

export interface DetailsEditor extends Values {
  type: 'editing'
  problem: DisplayNameProblem | null
  differs: boolean
  /** Somebody else saved other values since editing began. */
  changedMeanwhile: boolean
  saving: boolean
  error: Error | null
  setDisplayName: (text: string) => void
  setIdentityProvider: (provider: ScimIdentityProvider) => void
  takeTheirs: () => void
  save: () => void
  cancel: () => void
}

export type ConnectionDetailsState =
  { type: 'viewing'; justSaved: boolean; edit: () => void } | DetailsEditor

/**
 * The model of the details card: display name and identity provider, edited in place.
 *
 * @rbac stytch.scim update
 */
export function useConnectionDetails(connection: ScimConnection): ConnectionDetailsState {
  const [draft, setDraft] = useState<{ base: Values; values: Values } | null>(null)
  const update = useScimUpdateConnection()
  const server = valuesOf(connection)
  const changes = draft ? changesBetween(draft.base, draft.values) : {}
  const differs = Object.keys(changes).length > 0

  if (draft === null) {
    return {
      type: 'viewing',
      justSaved: update.isSuccess,
      edit: () => {
        update.reset()
        setDraft({ base: server, values: server })
      },
    }
  }
  const problem = displayNameProblem(draft.values.displayName)
  const change = (values: Partial<Values>) =>
    setDraft({ ...draft, values: { ...draft.values, ...values } })
  const stop = () => setDraft(null)
  return {
    type: 'editing',
    ...draft.values,
    problem,
    differs,
    changedMeanwhile: !same(server, draft.base) && !same(server, cleaned(draft.values)),
    saving: update.isPending,
    error: update.error,
    setDisplayName: (displayName) => change({ displayName }),
    setIdentityProvider: (identityProvider) => change({ identityProvider }),
    takeTheirs: () => setDraft({ base: server, values: server }),
    save: () => {
      if (problem || !differs || update.isPending) return
      update.mutate({ connection_id: connection.connection_id, ...changes }, { onSuccess: stop })
    },
    cancel: () => {
      update.reset()
      stop()
    },
  }
}

function valuesOf(connection: ScimConnection): Values {
  return {
    displayName: connection.display_name,
    identityProvider: connection.identity_provider,
  }
}

function cleaned(values: Values): Values {
  return { ...values, displayName: cleanDisplayName(values.displayName) }
}

function same(one: Values, other: Values): boolean {
  return one.displayName === other.displayName && one.identityProvider === other.identityProvider
}

/** Only what was really changed is sent, so that two people can change different things. */
function changesBetween(base: Values, values: Values) {
  const { displayName, identityProvider } = cleaned(values)
  return {
    ...(displayName !== base.displayName && { display_name: displayName }),
    ...(identityProvider !== base.identityProvider && { identity_provider: identityProvider }),
  }
}
