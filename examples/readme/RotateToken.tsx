import { usePermission, useScimConnection, useScimRotateStart } from 'orgportal/hooks'

export function RotateToken() {
  const { data: connection } = useScimConnection()
  const { allowed } = usePermission('stytch.scim', 'update')
  const rotate = useScimRotateStart()
  if (!connection) return null
  return (
    <button disabled={!allowed} onClick={() => rotate.mutate(connection.connection_id)}>
      Rotate the token of {connection.display_name}
    </button>
  )
}
