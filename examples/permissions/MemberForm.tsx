import type { Member } from 'orgportal/client'
import { useEditableFields } from 'orgportal/hooks'

export function MemberForm({ member }: { member: Member }) {
  const { name, roles } = useEditableFields('stytch.member', { memberId: member.member_id })
  return (
    <form>
      <label>
        Name
        <input name="name" defaultValue={member.name} readOnly={!name.allowed} />
      </label>
      <button type="button" disabled={!roles.allowed}>
        Change roles
      </button>
    </form>
  )
}
