import { createB2BClient } from 'orgportal/client'

interface Starships {
  memberTrustedMetadata: { badge: number }
  customClaims: { fleet_id: string }
  roles: 'captain' | 'engineer'
  resources: { starship: 'launch' | 'land' }
}

export async function mayLaunch(publicToken: string) {
  const client = createB2BClient<Starships>(publicToken)
  // Completes 'starship' and 'launch', and refuses what does not exist.
  return client.rbac.isAuthorized('starship', 'launch')
}
