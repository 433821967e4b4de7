'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { useMember, useSessionRevoke, useSessionStatus } from 'orgportal/hooks'

/** What only a signed-in member sees. */
export function SignedIn({ children }: { children: ReactNode }) {
  const router = useRouter()
  const status = useSessionStatus()
  const member = useMember()
  // Server components do not follow the session by themselves.
  const signOut = useSessionRevoke({ onSuccess: () => router.refresh() })
  if (status === 'loading') return <p>One moment…</p>
  if (status !== 'authenticated') return <p>Please sign in.</p>
  return (
    <main>
      <p>Signed in as {member?.name}</p>
      <button disabled={signOut.isPending} onClick={() => signOut.mutate()}>
        Sign out
      </button>
      {children}
    </main>
  )
}
