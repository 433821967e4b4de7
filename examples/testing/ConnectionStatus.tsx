import { usePermission, useScimConnection } from 'orgportal/hooks'

export function ConnectionStatus() {
  const { data: connection, error, isPending } = useScimConnection()
  const mayUpdate = usePermission('stytch.scim', 'update').allowed
  if (isPending) return <p>Loading…</p>
  if (error) return <p role="alert">The directory cannot be shown.</p>
  if (!connection) return <p>No directory yet.</p>
  return (
    <section>
      <h2>{connection.display_name}</h2>
      <button disabled={!mayUpdate}>Rename</button>
    </section>
  )
}
