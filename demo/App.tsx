import { useSessionEndReason, useSessionStatus } from 'orgportal/hooks'
import { lazy, Suspense, useState } from 'react'
import { EMULATOR_URL } from './environment.ts'
import { useEmulatorState } from './emulator/useEmulator.ts'
import { EmulatorMissingPage } from './pages/EmulatorMissingPage.tsx'
import { SignInPage } from './pages/SignInPage.tsx'
import { Console } from './shell/Console.tsx'
import { useMagicLink } from './shell/useMagicLink.ts'

// A demo is for looking behind the scenes, so they are in its production build too.
const OrgportalDevtools = lazy(() =>
  import('orgportal/devtools').then((module) => ({ default: module.OrgportalDevtools })),
)

/** On a phone their button would lie over what the portal shows at the bottom. */
const ROOM_FOR_DEVTOOLS = 640

export function App() {
  const [hasRoom] = useState(() => window.innerWidth > ROOM_FOR_DEVTOOLS)
  return (
    <>
      <Screen />
      {hasRoom && (
        <Suspense fallback={null}>
          <OrgportalDevtools emulator={EMULATOR_URL} position="bottom-left" />
        </Suspense>
      )}
    </>
  )
}

/** Who sees what: a magic link first, then the console for members and sign-in for everybody else. */
function Screen() {
  const link = useMagicLink()
  const emulator = useEmulatorState()
  const inConsole = useStaysInConsole()

  if (emulator.isError && emulator.data === undefined) {
    return (
      <EmulatorMissingPage checking={emulator.isFetching} onRetry={() => void emulator.refetch()} />
    )
  }
  if (link.status === 'signing-in') return <SigningIn />
  if (inConsole) return <Console />
  return <SignInPage linkFailure={link.status === 'failed' ? link.message : null} />
}

/**
 * True once somebody is signed in. It stays true when their session expires or is revoked by somebody else, so that
 * what they were typing is not taken from them; signing out, here or in another tab, ends it.
 */
function useStaysInConsole(): boolean {
  const status = useSessionStatus()
  const endReason = useSessionEndReason()
  const [entered, setEntered] = useState(false)
  const signedIn = status === 'authenticated' || status === 'loading'
  const cutOff = endReason?.type === 'expired' || endReason?.type === 'rejected'

  if (status === 'authenticated' && !entered) setEntered(true)
  if (status === 'anonymous' && !cutOff && entered) setEntered(false)

  return signedIn || (entered && cutOff)
}

function SigningIn() {
  return (
    <main className="centered">
      <p role="status">Signing you in</p>
    </main>
  )
}
