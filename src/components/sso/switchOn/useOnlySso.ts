import { useMemo, useState } from 'react'
import type { AuthMethod } from '../../../client/types.ts'
import { useOrganizationUpdate } from '../../../hooks/organization.ts'
import { useOrganization } from '../../../hooks/useSessionSnapshot.ts'
import type { SsoChange } from '../lockOut/lockOut.ts'
import { useSsoNavigation } from '../useSsoNavigation.ts'
import {
  lockOutChange,
  otherMethods,
  waysInChange,
  waysInOf,
  type WaysIn,
  type WaysInChoice,
} from './waysIn.ts'

export interface OnlySsoModel {
  now: WaysIn
  /** The methods beside SSO that are allowed now. */
  methodsNow: readonly AuthMethod[]
  editing: boolean
  /** Null: nothing is chosen yet, because SSO is not allowed now. */
  choice: WaysInChoice | null
  choose: (choice: Partial<WaysInChoice>) => void
  /** There is something to be saved, and it makes sense. */
  differs: boolean
  /** Chosen methods are missing. */
  incomplete: boolean
  /** What the choice means to those who sign in, while it differs from what holds now. */
  change: SsoChange | null
  edit: () => void
  cancel: () => void
  save: () => void
  /** Allows every method, at once. */
  open: () => void
  saving: boolean
  error: Error | null
  /** What was saved just now. */
  saved: Exclude<WaysIn, 'without'> | null
}

/**
 * The model of the ways in: edited in place, at an address of its own. Null until the organization is known.
 *
 * @rbac stytch.organization update.settings.allowed-auth-methods
 */
export function useOnlySso(): OnlySsoModel | null {
  const { address, openDialog, closeDialog } = useSsoNavigation()
  const organization = useOrganization()
  const update = useOrganizationUpdate()
  const [draft, setDraft] = useState<Partial<WaysInChoice>>({})
  const [saved, setSaved] = useState<OnlySsoModel['saved']>(null)
  const [base, setBase] = useState(organization)
  // What is on its way is shown at once; the form goes on from what it began with.
  if (!update.isPending && base !== organization) setBase(organization)

  const stored = update.isPending ? base : organization
  const choice = useMemo(() => stored && choiceOf(stored, draft), [stored, draft])
  const input = choice && stored && waysInChange(stored, choice)
  const incomplete = choice?.ways === 'besides' && choice.methods.length === 0
  const differs = input !== null && !incomplete
  const change = useMemo(
    () => (choice && differs ? lockOutChange(choice) : null),
    [choice, differs],
  )
  if (!organization || !stored) return null

  const send = (next: NonNullable<typeof input>, ways: NonNullable<OnlySsoModel['saved']>) => {
    if (update.isPending) return
    setSaved(null)
    update.mutate(next, {
      onSuccess: () => {
        setSaved(ways)
        setDraft({})
        if (isEditing) closeDialog()
      },
    })
  }
  const isEditing = address.screen === 'list' && address.dialog === 'require'
  return {
    now: waysInOf(organization),
    methodsNow: otherMethods(organization),
    editing: isEditing,
    choice,
    choose: (part) => setDraft({ ...draft, ...part }),
    differs,
    incomplete,
    change,
    edit: () => {
      update.reset()
      setSaved(null)
      setDraft({})
      openDialog('require')
    },
    cancel: () => {
      update.reset()
      setDraft({})
      closeDialog()
    },
    save: () => {
      if (choice && differs) send(input, choice.ways)
    },
    open: () => send({ auth_methods: 'ALL_ALLOWED' }, 'all'),
    saving: update.isPending,
    error: update.error,
    saved,
  }
}

function choiceOf(
  policy: Parameters<typeof waysInOf>[0],
  draft: Partial<WaysInChoice>,
): WaysInChoice | null {
  const now = waysInOf(policy)
  const ways = draft.ways ?? (now === 'without' ? null : now)
  return ways && { ways, methods: draft.methods ?? otherMethods(policy) }
}
