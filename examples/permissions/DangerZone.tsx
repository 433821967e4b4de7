import { Authorized } from 'orgportal/hooks'

export function DangerZone() {
  return (
    <Authorized
      resource="stytch.organization"
      action="delete"
      fallback={<p>Only administrators can delete the organization.</p>}
      pending={<p>One moment.</p>}
    >
      <button type="button">Delete the organization</button>
    </Authorized>
  )
}
