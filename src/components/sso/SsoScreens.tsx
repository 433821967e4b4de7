'use client'
import { FaultNet } from '../portal/FaultNet.tsx'
import { KeptContext } from '../portal/KeptContext.ts'
import { lazyScreen } from '../portal/lazyScreen.tsx'
import { PartFrame } from '../portal/PartFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ConnectionListScreen } from './list/ConnectionListScreen.tsx'
import { SsoScreenSkeleton } from './SsoStateScreen.tsx'
import { TestResults } from './testSignIn/TestResults.tsx'
import { useSsoMessages } from './useSsoMessages.ts'
import { useSsoNavigation } from './useSsoNavigation.ts'
import type { ShownSso } from './useShownSso.ts'

const NewConnectionScreen = lazyScreen(
  () => import('./create/NewConnectionScreen.tsx').then((file) => file.NewConnectionScreen),
  SsoScreenSkeleton,
)
const SetupScreen = lazyScreen(
  () => import('./setup/SetupScreen.tsx').then((file) => file.SetupScreen),
  SsoScreenSkeleton,
)
const ConnectionScreen = lazyScreen(
  () => import('./connection/ConnectionScreen.tsx').then((file) => file.ConnectionScreen),
  SsoScreenSkeleton,
)

export type SsoScreensProps = ShownSso

/** The screens of the part. What a test sign-in brought is known on all of them. */
export function SsoScreens({ kept, ...props }: SsoScreensProps) {
  const { address } = useSsoNavigation()
  const key = `${address.screen} ${'connectionId' in address ? address.connectionId : ''}`
  return (
    <KeptContext.Provider value={kept}>
      <TestResults>
        <FaultNet key={key}>
          <CurrentScreen {...props} />
        </FaultNet>
      </TestResults>
    </KeptContext.Provider>
  )
}

function CurrentScreen({ viewer, connections, projectLimits }: Omit<SsoScreensProps, 'kept'>) {
  const { address, go } = useSsoNavigation()
  if (address.screen === 'list') {
    return <ConnectionListScreen {...{ viewer, connections, projectLimits }} />
  }
  if (address.screen === 'new') {
    const toList = () => go({ screen: 'list', dialog: null })
    return <NewConnectionScreen {...{ viewer, connections, projectLimits }} onClose={toList} />
  }
  const { connectionId } = address
  const connection = connections.find(({ connection_id }) => connection_id === connectionId)
  if (!connection) return <NotFoundScreen />
  const shown = { viewer, connection, connections }
  if (address.screen === 'setup') {
    const toPage = () => go({ screen: 'connection', connectionId, dialog: null })
    return <SetupScreen key={connectionId} {...shown} onLeave={toPage} />
  }
  return <ConnectionScreen key={connectionId} {...shown} />
}

/** The address names a connection that there is not. */
function NotFoundScreen() {
  const { title, back, notFound } = useSsoMessages()
  const { replace } = useSsoNavigation()
  const toList = () => replace({ screen: 'list', dialog: null })
  return (
    <PartFrame title={title} back={{ label: back, onSelect: toList }} screen="not-found">
      <EmptyState
        title={notFound.title}
        description={notFound.hint}
        action={<Button onClick={toList}>{notFound.back}</Button>}
      />
    </PartFrame>
  )
}
