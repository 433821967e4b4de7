import type { StoredConnectedApp } from '../records/connectedApps.ts'
import { seedId, seedSecret } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'

const APPS: readonly (Pick<StoredConnectedApp, 'name' | 'description' | 'client_type'> & {
  id: string
  /** Whom it belongs to and where it runs. */
  url: string
  full_access_allowed?: boolean
  /** By the names of the members who have let it in. */
  grants?: Readonly<Record<string, readonly string[]>>
})[] = [
  {
    id: 'fleet-console',
    name: 'Fleet Console',
    description: 'The desktop console of Orbit Control',
    client_type: 'first_party',
    url: 'http://localhost:3100',
    full_access_allowed: true,
    grants: { 'Ada Lovelace': ['openid', 'profile', 'email', 'full_access'] },
  },
  {
    id: 'orbit-mobile',
    name: 'Orbit Mobile',
    description: 'Orbit Control for phones',
    client_type: 'first_party_public',
    url: 'http://localhost:3101',
    full_access_allowed: true,
  },
  {
    id: 'harbor-reports',
    name: 'Harbor Reports',
    description: 'Turns documents into weekly reports',
    client_type: 'third_party',
    url: 'http://localhost:3102',
    grants: {
      'Ada Lovelace': ['openid', 'email'],
      'Amara Diallo': ['openid', 'email', 'documents:read', 'offline_access'],
    },
  },
  {
    id: 'pathfinder-assistant',
    name: 'Pathfinder Assistant',
    description: 'An AI assistant that reads documents',
    client_type: 'third_party_public',
    url: 'http://localhost:3103',
    grants: { 'Mia Svensson': ['openid', 'profile'] },
  },
]

/** Connected apps of each kind, some of them let in by members of the sample organization. */
export function addConnectedApps({ data, inDays }: SeedStore): void {
  for (const { id, url, grants = {}, full_access_allowed = false, ...app } of APPS) {
    const connected_app_id = seedId('connected-app', id)
    const isPublic = app.client_type.endsWith('_public')
    data.connected_apps[connected_app_id] = {
      ...app,
      connected_app_id,
      client_secret: isPublic ? null : seedSecret(`connected-app/${id}`),
      logo_url: '',
      redirect_urls: [`${url}/callback`],
      post_logout_redirect_urls: [`${url}/signed-out`],
      full_access_allowed,
      bypass_consent_for_offline_access: false,
    }
    for (const [name, scopes] of Object.entries(grants)) {
      const member = Object.values(data.members).find((candidate) => candidate.name === name)
      if (!member) throw new Error(`The seed has nobody called ${name}.`)
      const { member_id, organization_id } = member
      const granted_at = inDays(-20)
      data.app_grants.push({
        connected_app_id,
        member_id,
        organization_id,
        scopes: [...scopes],
        granted_at,
      })
    }
  }
}
