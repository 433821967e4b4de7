// #region register
declare module 'orgportal/client' {
  interface Register {
    project: Starships
  }
}

/** What is particular to this app's project. */
export interface Starships {
  memberTrustedMetadata: { badge: number }
  memberUntrustedMetadata: { theme?: 'dark' | 'light' }
  organizationTrustedMetadata: { plan: 'free' | 'fleet' }
  customClaims: { fleet_id: string }
  roles: 'captain' | 'engineer'
  resources: { starship: 'launch' | 'land'; cargo: 'load' }
}
// #endregion
