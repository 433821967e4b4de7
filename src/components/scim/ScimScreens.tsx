'use client'
import { FaultNet } from '../portal/FaultNet.tsx'
import { ConnectionScreen } from './ConnectionScreen.tsx'
import { EmptyScreen } from './EmptyScreen.tsx'
import { KeptContext } from '../portal/KeptContext.ts'
import { lazyScreen } from '../portal/lazyScreen.tsx'
import { tokenFor, useConnectionSecrets, type ConnectionSecrets } from './useConnectionSecrets.ts'
import { ScimSkeleton } from './ScimStateScreen.tsx'
import { useKeptWords } from './useKeptWords.ts'
import { useScimNavigation, type ScimNavigation } from './useScimNavigation.ts'
import type { OnDeleting, ShownScreens } from './useShownScreens.ts'

const NewConnectionScreen = lazyScreen(
  () => import('./NewConnectionScreen.tsx').then((file) => file.NewConnectionScreen),
  ScimSkeleton,
)
const StoreTokenScreen = lazyScreen(
  () => import('./StoreTokenScreen.tsx').then((file) => file.StoreTokenScreen),
  ScimSkeleton,
)
const SetupScreen = lazyScreen(
  () => import('./SetupScreen.tsx').then((file) => file.SetupScreen),
  ScimSkeleton,
)

export interface ScimScreensProps extends ShownScreens {
  onDeleting: OnDeleting
}

/** The screens of the part. A token in hand outlives a fault of any of them. */
export function ScimScreens(props: ScimScreensProps) {
  const navigation = useScimNavigation()
  const secrets = useConnectionSecrets()
  return (
    <KeptContext.Provider value={useKeptWords(props.keptBecause)}>
      <FaultNet key={navigation.address.screen}>
        <CurrentScreen {...props} navigation={navigation} secrets={secrets} />
      </FaultNet>
    </KeptContext.Provider>
  )
}

interface CurrentScreenProps extends ScimScreensProps {
  navigation: ScimNavigation
  secrets: ConnectionSecrets
}

/** Which screen it is follows from the address and from what there is. */
function CurrentScreen(props: CurrentScreenProps) {
  const { viewer, page, session, onDeleting, navigation, secrets } = props
  const { address } = navigation

  if (page === null) {
    if (address.screen === 'new' && viewer.access.create === undefined) {
      return <NewConnectionScreen {...{ session, secrets, navigation }} />
    }
    return (
      <EmptyScreen
        denied={viewer.access.create}
        onCreate={() => navigation.go({ screen: 'new' })}
      />
    )
  }
  if (address.screen === 'setup') {
    const token = tokenFor(secrets.token, page.connection)
    if (token?.kind === 'current' && !token.stored) {
      return <StoreTokenScreen token={token} onStored={secrets.markStored} />
    }
    return <SetupScreen {...{ page, secrets, navigation, address }} />
  }
  return <ConnectionScreen {...{ page, session, secrets, navigation, onDeleting }} />
}
