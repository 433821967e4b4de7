import { Navigate } from 'react-router'
import {
  useMember,
  usePermission,
  useScimConnection,
  useSessionRevoke,
  useSessionStatus,
} from 'orgportal/hooks'

export function DirectoryPage() {
  const status = useSessionStatus()
  const member = useMember()
  const { data: connection } = useScimConnection()
  const rotate = usePermission('stytch.scim', 'update')
  const signOut = useSessionRevoke()
  // Loaders run on navigation only; the session may end at any time, also in another tab.
  if (status === 'anonymous') return <Navigate to="/sign-in" replace />
  return (
    <main>
      <p>Signed in as {member?.name}</p>
      <button disabled={signOut.isPending} onClick={() => signOut.mutate()}>
        Sign out
      </button>
      <h2>{connection?.display_name ?? 'No directory is connected.'}</h2>
      <button disabled={!rotate.allowed}>Rotate the token</button>
    </main>
  )
}
