import { usePermissions } from 'orgportal/hooks'

export function MemberActions() {
  const { canInvite, canRemove, canPublish } = usePermissions({
    canInvite: ['stytch.member', 'create'],
    canRemove: ['stytch.member', 'delete'],
    canPublish: ['document', 'publish'],
  })
  return (
    <ul aria-label="What you may do">
      {canInvite.allowed && <li>Invite</li>}
      {canRemove.allowed && <li>Remove</li>}
      {canPublish.allowed && <li>Publish</li>}
    </ul>
  )
}
