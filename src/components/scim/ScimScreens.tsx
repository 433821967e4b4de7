'use client'
import { ConnectionScreen } from './ConnectionScreen.tsx'
import { EmptyScreen } from './EmptyScreen.tsx'
import { lazyScreen } from './lazyScreen.tsx'
import { tokenFor, useConnectionSecrets } from './useConnectionSecrets.ts'
import { useScimNavigation } from './useScimNavigation.ts'
import type { ShownScreens } from './useShownScreens.ts'

const NewConnectionScreen = lazyScreen(() =>
  import('./NewConnectionScreen.tsx').then((file) => file.NewConnectionScreen),
)
const StoreTokenScreen = lazyScreen(() =>
  import('./StoreTokenScreen.tsx').then((file) => file.StoreTokenScreen),
)
const SetupScreen = lazyScreen(() => import('./SetupScreen.tsx').then((file) => file.SetupScreen))

/** The screens of the part; which one follows from the address and from what there is. */
export function ScimScreens({ viewer, page, session }: ShownScreens) {
  const navigation = useScimNavigation()
  const secrets = useConnectionSecrets()
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
  return <ConnectionScreen {...{ page, session, secrets, navigation }} />
}
