import { useState } from 'react'
import { useSsoExternalUpdateConnection, useSsoSamlUpdateConnection } from '../../../hooks/sso.ts'
import {
  diffRoles,
  everybodysRoles,
  groupRows,
  groupsAttribute,
  mergeRoles,
  pairsOf,
  rolesInput,
  sameRoles,
  storedPairs,
  type GroupRow,
  type RolePair,
  type RolePairsDiff,
  type RolesConnection,
} from './connectionRoles.ts'
import { useLatestConnection } from './useLatestConnection.ts'

/** A group with its roles while it is edited; the id stays while the name is typed. */
export interface EditedRow extends GroupRow {
  id: number
}

export interface RolesEditor {
  type: 'editing'
  everybody: readonly string[]
  rows: readonly EditedRow[]
  /** What the identity provider calls the groups, where that has to be given first; null where it is known. */
  attribute: string | null
  differs: boolean
  /** Why it cannot be saved yet; null where it can. */
  missing: 'group-name' | 'attribute' | null
  /** What somebody else saved since editing began; null when nothing. */
  conflict: RolePairsDiff | null
  setEverybody: (roleIds: readonly string[]) => void
  addRow: () => void
  setRow: (id: number, row: Partial<GroupRow>) => void
  removeRow: (id: number) => void
  setAttribute: (attribute: string) => void
  /** My changes on top of theirs. */
  keepBoth: () => void
  /** Theirs, without mine. */
  discardMine: () => void
  cancel: () => void
  /** What is asked before it is saved; null while editing. */
  review: RolesReview | null
  openReview: () => void
}

export interface RolesReview {
  before: readonly RolePair[]
  after: readonly RolePair[]
  /** The mapping of groups that is added; null where none is. */
  attribute: string | null
  saving: boolean
  error: Error | null
  save: () => void
  back: () => void
}

export type ConnectionRolesState =
  | { type: 'viewing'; everybody: string[]; rows: GroupRow[]; justSaved: boolean; edit: () => void }
  | RolesEditor

interface Draft {
  base: readonly RolePair[]
  everybody: readonly string[]
  rows: readonly EditedRow[]
  attribute: string
  reviewing: boolean
}

/**
 * The model of the roles that follow from a connection: for everybody and by group, edited as a whole and reviewed before it
 * is saved. A save replaces whole lists, so it first looks whether somebody else saved meanwhile; what differs is then sent
 * with one request.
 *
 * @rbac stytch.sso update
 */
export function useConnectionRoles(connection: RolesConnection): ConnectionRolesState {
  const stored = storedPairs(connection)
  const attributeNow = groupsAttribute(connection)
  const [draft, setDraft] = useState<Draft | null>(null)
  const saml = useSsoSamlUpdateConnection()
  const external = useSsoExternalUpdateConnection()
  const latest = useLatestConnection(connection.connection_id)

  if (draft === null) {
    return {
      type: 'viewing',
      everybody: everybodysRoles(stored),
      rows: groupRows(stored),
      justSaved: saml.isSuccess || external.isSuccess,
      edit: () => {
        saml.reset()
        external.reset()
        latest.reset()
        setDraft(draftOf(stored, stored, attributeNow))
      },
    }
  }

  const mine = pairsOf(draft.everybody, draft.rows, [...draft.base, ...stored])
  const changed = (now: readonly RolePair[]) => !sameRoles(now, draft.base) && !sameRoles(now, mine)
  const conflicting = changed(stored)
  const asksAttribute = attributeNow === ''
  const newAttribute =
    asksAttribute && draft.attribute.trim() !== '' ? draft.attribute.trim() : null
  const differs = !sameRoles(mine, draft.base) || newAttribute !== null
  const missing = missingIn(draft, { asksAttribute, mine })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const setReviewing = (reviewing: boolean) => {
    saml.reset()
    external.reset()
    latest.reset()
    change({ reviewing })
  }

  const save = async () => {
    const now = await latest.look()
    if (now === null) return
    if (changed(storedPairs(now))) {
      setReviewing(false)
      return
    }
    // Somebody else saved the very same: nothing is left to be sent.
    if (newAttribute === null && sameRoles(storedPairs(now), mine)) {
      setDraft(null)
      return
    }
    const write = rolesInput(now, mine, newAttribute)
    const onSuccess = () => setDraft(null)
    if (write.protocol === 'saml') saml.mutate(write.input, { onSuccess })
    else external.mutate(write.input, { onSuccess })
  }

  return {
    type: 'editing',
    everybody: draft.everybody,
    rows: draft.rows,
    attribute: asksAttribute ? draft.attribute : null,
    differs,
    missing,
    conflict: conflicting ? diffRoles(draft.base, stored) : null,
    setEverybody: (everybody) => change({ everybody }),
    addRow: () => {
      const id = 1 + Math.max(0, ...draft.rows.map((row) => row.id))
      change({ rows: [...draft.rows, { id, group: '', roleIds: [] }] })
    },
    setRow: (id, part) =>
      change({ rows: draft.rows.map((row) => (row.id === id ? { ...row, ...part } : row)) }),
    removeRow: (id) => change({ rows: draft.rows.filter((row) => row.id !== id) }),
    setAttribute: (attribute) => change({ attribute }),
    keepBoth: () => {
      const merged = mergeRoles({ base: draft.base, theirs: stored, mine })
      setDraft({ ...draftOf(stored, merged, attributeNow), attribute: draft.attribute })
    },
    discardMine: () => setDraft(draftOf(stored, stored, attributeNow)),
    cancel: () => setDraft(null),
    review:
      draft.reviewing && !conflicting
        ? {
            before: draft.base,
            after: mine,
            attribute: newAttribute,
            saving: latest.looking || saml.isPending || external.isPending,
            error: latest.error ?? saml.error ?? external.error,
            save: () => void save(),
            back: () => setReviewing(false),
          }
        : null,
    openReview: () => {
      if (differs && missing === null && !conflicting) setReviewing(true)
    },
  }
}

function draftOf(
  base: readonly RolePair[],
  pairs: readonly RolePair[],
  attribute: string | null,
): Draft {
  return {
    base,
    everybody: everybodysRoles(pairs),
    rows: groupRows(pairs).map((row, id) => ({ ...row, id })),
    attribute: attribute ?? '',
    reviewing: false,
  }
}

function missingIn(
  { rows, attribute }: Draft,
  { asksAttribute, mine }: { asksAttribute: boolean; mine: readonly RolePair[] },
): RolesEditor['missing'] {
  if (rows.some(({ group, roleIds }) => group.trim() === '' && roleIds.length > 0)) {
    return 'group-name'
  }
  const byGroup = mine.some(({ group }) => group !== null)
  return asksAttribute && byGroup && attribute.trim() === '' ? 'attribute' : null
}
