import { useState } from 'react'
import type { Member } from '../../../client/types.ts'
import { useOrganizationMembersUpdate } from '../../../hooks/organizationMembers.ts'

export interface MemberNameEditor {
  type: 'editing'
  name: string
  differs: boolean
  /** Somebody else saved another name since editing began. */
  changedMeanwhile: boolean
  saving: boolean
  error: Error | null
  setName: (name: string) => void
  takeTheirs: () => void
  save: () => void
  cancel: () => void
}

export type MemberNameState =
  { type: 'viewing'; justSaved: boolean; edit: () => void } | MemberNameEditor

/**
 * The model of a member's name, edited in place and saved with one request.
 *
 * @rbac stytch.member update.info.name, or stytch.self update.info.name for one's own
 */
export function useMemberName(member: Member): MemberNameState {
  const [draft, setDraft] = useState<{ base: string; name: string } | null>(null)
  const update = useOrganizationMembersUpdate()
  if (draft === null) {
    return {
      type: 'viewing',
      justSaved: update.isSuccess,
      edit: () => {
        update.reset()
        setDraft({ base: member.name, name: member.name })
      },
    }
  }
  const name = draft.name.trim()
  const differs = name !== draft.base
  const stop = () => setDraft(null)
  return {
    type: 'editing',
    name: draft.name,
    differs,
    changedMeanwhile: member.name !== draft.base && member.name !== name,
    saving: update.isPending,
    error: update.error,
    setName: (typed) => setDraft({ ...draft, name: typed }),
    takeTheirs: () => setDraft({ base: member.name, name: member.name }),
    save: () => {
      if (!differs || update.isPending) return
      update.mutate({ member_id: member.member_id, name }, { onSuccess: stop })
    },
    cancel: () => {
      update.reset()
      stop()
    },
  }
}
