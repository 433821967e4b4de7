'use client'

import { usePermission, useScimConnection } from 'orgportal/hooks'

export function ConnectionCard() {
  const { data: connection, error } = useScimConnection()
  const rotate = usePermission('stytch.scim', 'update')
  if (error) return <p role="alert">The directory cannot be shown.</p>
  if (connection === undefined) return <p>Reading the directory…</p>
  if (connection === null) return <p>No directory is connected.</p>
  return (
    <section>
      <h2>{connection.display_name}</h2>
      <button disabled={!rotate.allowed}>Rotate the token</button>
    </section>
  )
}
