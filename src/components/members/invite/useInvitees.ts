import { useCallback, useMemo, useState } from 'react'
import type { MembersViewer } from '../useMembersViewer.ts'
import {
  countInvitees,
  createAddressReader,
  createInviteeCheck,
  hasProblem,
  problemsFirst,
  type AddressReader,
  type CheckedInvitee,
  type InviteeCounts,
} from './checkInvitees.ts'
import {
  blankInvitee,
  newDraft,
  withInputs,
  withoutInvitees,
  type InvitationDraft,
  type InvitationOptions,
} from './invitationDraft.ts'
import { MOST_INVITEES, type Invitee, type InviteeInput } from './invitee.ts'
import type { InvitesSetting } from './invitesSetting.ts'
import { createRoleFinder, type FindRoles } from './roleTexts.ts'
import { useAddressBook, type AddressCheck, type FindAddress } from './useAddressBook.ts'

/** Where the viewer is led: a row, or the time that the invitation is good for. */
export interface InvitationFocus {
  /** The row's id, or `expiry`. */
  id: string
  /** Another each time, though it may be the same row. */
  turn: number
}

/** The rows as they are edited, and what each is held against. */
export interface InviteeEditor {
  rows: readonly CheckedInvitee[]
  counts: InviteeCounts
  options: InvitationOptions
  focus: InvitationFocus | null
  findRoles: FindRoles
  /** The list had roles, which the viewer may not give. */
  rolesDropped: boolean
  changeInvitee: (id: string, change: Partial<Omit<Invitee, 'id'>>) => void
  changeOptions: (change: Partial<InvitationOptions>) => void
  addRow: () => void
  /** Adds rows, in place of those with nothing in them; false where that would be too many. */
  addInvitees: (inputs: readonly InviteeInput[]) => boolean
  remove: (ids: readonly string[]) => void
  removeProblems: () => void
}

export interface Invitees {
  editor: InviteeEditor
  /** Another object after each change. */
  draft: InvitationDraft
  setDraft: (draft: InvitationDraft) => void
  /** With nothing in it but what holds for all. */
  emptyDraft: () => InvitationDraft
  /** Leads the viewer to a row, or to `expiry`. */
  lead: (id: string | undefined) => void
  /** The valid addresses. */
  keys: readonly string[]
  check: AddressCheck
  /** Holds all rows against the rules with what is known now. */
  recheck: (find: FindAddress) => CheckedInvitee[]
}

/** Rows with problems come first when they come; later none moves under the viewer's hands. */
export function useInvitees(
  { roles, access }: MembersViewer,
  invites: InvitesSetting,
  { ask }: { ask: boolean },
): Invitees {
  const [newId] = useState(createIds)
  const [draft, setDraft] = useState(() => newDraft('invite', newId()))
  const [focus, setFocus] = useState<InvitationFocus | null>(null)
  const [rolesDropped, setRolesDropped] = useState(false)
  const { invitees } = draft
  const [addressOf] = useState(createAddressReader)
  const [checkInvitees] = useState(() => createInviteeCheck(addressOf))
  const keys = useMemo(() => validKeys(invitees, addressOf), [invitees, addressOf])
  // One alone costs one request: what is known anyway has to do, and the API is the judge.
  const check = useAddressBook(keys, { ask: ask && invitees.length > 1 })
  const findRoles = useMemo(() => createRoleFinder(roles), [roles])
  const delivery = invites.type === 'nobody' ? 'add' : draft.delivery
  const isRole = useCallback((roleId: string) => roles.display(roleId).known, [roles])
  const recheck = (known: FindAddress, list = invitees) =>
    checkInvitees(list, {
      delivery,
      allowedDomains: invites.type === 'domains' ? invites.domains : null,
      isRole,
      known,
    })
  const rows = recheck(check.find)

  const setInvitees = (list: readonly Invitee[]) => setDraft({ ...draft, invitees: list })
  const lead = (id: string | undefined) => {
    if (id !== undefined) setFocus((before) => ({ id, turn: (before?.turn ?? 0) + 1 }))
  }
  const remove = (isRemoved: (invitee: Invitee) => boolean) => {
    const at = invitees.findIndex(isRemoved)
    const left = withoutInvitees(invitees, isRemoved, newId)
    setInvitees(left)
    lead(left[Math.min(at, left.length - 1)]?.id)
  }
  return {
    draft,
    setDraft,
    emptyDraft: () => ({ ...draft, invitees: [blankInvitee(newId())] }),
    lead,
    keys,
    check,
    recheck,
    editor: {
      rows,
      counts: countInvitees(rows),
      options: { ...draft, delivery },
      focus,
      findRoles,
      rolesDropped,
      changeInvitee: (id, change) =>
        setInvitees(
          invitees.map((invitee) => (invitee.id === id ? { ...invitee, ...change } : invitee)),
        ),
      changeOptions: (change) => setDraft({ ...draft, ...change }),
      addRow: () => {
        if (invitees.length >= MOST_INVITEES) return
        const row = blankInvitee(newId())
        setInvitees([...invitees, row])
        lead(row.id)
      },
      addInvitees: (inputs) => {
        const drops = access.others.roles !== undefined
        const added = drops ? inputs.map((input) => ({ ...input, roles: null })) : inputs
        const list = withInputs(invitees, added, newId)
        if (list.length > MOST_INVITEES) return false
        const sorted = problemsFirst(recheck(check.find, list))
        setInvitees(sorted)
        setRolesDropped(drops && inputs.some((input) => input.roles !== null))
        lead(sorted[0]?.id)
        return true
      },
      remove: (ids) => {
        const gone = new Set(ids)
        remove(({ id }) => gone.has(id))
      },
      removeProblems: () => {
        const bad = new Set(rows.filter(hasProblem).map(({ invitee }) => invitee.id))
        remove(({ id }) => bad.has(id))
      },
    },
  }
}

function validKeys(invitees: readonly Invitee[], addressOf: AddressReader): string[] {
  const valid = invitees.map(addressOf).filter(({ problem }) => problem === null)
  return [...new Set(valid.map(({ key }) => key))]
}

function createIds(): () => string {
  let last = 0
  return () => `invitee-${String((last += 1))}`
}
