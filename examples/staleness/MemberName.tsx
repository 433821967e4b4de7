import type { Member } from 'orgportal/client'
import { useOrganizationMembersUpdate } from 'orgportal/hooks'

// #region name
export function MemberName({ member }: { member: Member }) {
  const update = useOrganizationMembersUpdate()
  return (
    <>
      <strong>{member.name}</strong>
      <button onClick={() => update.mutate({ member_id: member.member_id, name: 'Ada King' })}>
        Rename
      </button>
      {update.isError && <p role="alert">The name could not be changed.</p>}
    </>
  )
}
// #endregion
