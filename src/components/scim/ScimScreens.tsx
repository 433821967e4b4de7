'use client'
import { FaultNet } from '../portal/FaultNet.tsx'
import { ConnectionScreen } from './ConnectionScreen.tsx'
import { EmptyScreen } from './EmptyScreen.tsx'
import { KeptContext } from './KeptContext.ts'
import { lazyScreen } from './lazyScreen.tsx'
import { tokenFor, useConnectionSecrets, type ConnectionSecrets } from './useConnectionSecrets.ts'
import { useScimNavigation, type ScimNavigation } from './useScimNavigation.ts'
import type { OnDeleting, ShownScreens } from './useShownScreens.ts'

const NewConnectionScreen = lazyScreen(() =>
  import('./NewConnectionScreen.tsx').then((file) => file.NewConnectionScreen),
)
const StoreTokenScreen = lazyScreen(() =>
  import('./StoreTokenScreen.tsx').then((file) => file.StoreTokenScreen),
)
const SetupScreen = lazyScreen(() => import('./SetupScreen.tsx').then((file) => file.SetupScreen))

export interface ScimScreensProps extends ShownScreens {
  onDeleting: OnDeleting
}

/** The screens of the part. A token in hand outlives a fault of any of them. */
export function ScimScreens(props: ScimScreensProps) {
  const navigation = useScimNavigation()
  const secrets = useConnectionSecrets()
  return (
    <KeptContext.Provider value={props.keptBecause}>
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
      return <StoreTokenScreen token={token} session={session} onStored={secrets.markStored} />
    }
    return <SetupScreen {...{ page, session, secrets, navigation, address }} />
  }
  return <ConnectionScreen {...{ page, session, secrets, navigation, onDeleting }} />
}
