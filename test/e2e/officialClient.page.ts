import { createStytchB2BClient } from '@stytch/vanilla-js/b2b/headless'
import { createB2BClient } from 'orgportal/client'

/** Runs in the browser: makes one of the two clients, and takes it through the same calls. */

export type Kind = 'official' | 'ours'

export interface World {
  emulatorUrl: string
  publicToken: string
  magicLinkToken: string
  organizationId: string
}

/** What became of one call. */
export interface Outcome {
  call: string
  value?: unknown
  error?: unknown
}

/** The calls of both clients that the walk makes. */
interface Client {
  magicLinks: {
    authenticate(input: {
      magic_links_token: string
      session_duration_minutes: number
    }): Promise<unknown>
  }
  session: {
    authenticate(input?: { session_duration_minutes: number }): Promise<unknown>
    exchange(input: { organization_id: string; session_duration_minutes: number }): Promise<unknown>
    revoke(): Promise<unknown>
    getSync(): unknown
    getTokens(): unknown
  }
  organization: {
    get(): Promise<unknown>
    getSync(): unknown
    update(input: { organization_name: string }): Promise<unknown>
  }
  self: { get(): Promise<unknown>; getSync(): unknown }
  scim: {
    getConnection(connectionId: string): Promise<unknown>
    createConnection(input: {
      display_name: string
      identity_provider: 'okta'
    }): Promise<{ connection: { connection_id: string } }>
    updateConnection(input: { connection_id: string; display_name: string }): Promise<unknown>
    getConnectionGroups(input: { limit?: number }): Promise<unknown>
    rotateStart(connectionId: string): Promise<unknown>
    rotateComplete(connectionId: string): Promise<unknown>
    rotateCancel(connectionId: string): Promise<unknown>
    deleteConnection(connectionId: string): Promise<unknown>
  }
  rbac: {
    isAuthorized(resource: string, action: string): Promise<boolean>
    isAuthorizedSync(resource: string, action: string): boolean
    allPermissions(): Promise<unknown>
  }
}

interface OfficialOptions extends NonNullable<Parameters<typeof createStytchB2BClient>[1]> {
  /** Read at run time, and the only option that keeps scheme and port; its types do not have it. */
  endpoints: { testAPIURL: string; liveAPIURL: string }
}

function create(kind: Kind, { emulatorUrl, publicToken }: World): Client {
  if (kind === 'ours')
    return createB2BClient(publicToken, { baseUrl: emulatorUrl, telemetry: true })
  const options: OfficialOptions = {
    endpoints: { testAPIURL: emulatorUrl, liveAPIURL: emulatorUrl },
  }
  return createStytchB2BClient(publicToken, options)
}

type Call = (call: string, act: () => unknown) => Promise<void>

async function record(walk: (call: Call) => Promise<void>): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  await walk(async (call, act) => {
    try {
      outcomes.push({ call, value: await act() })
    } catch (error) {
      outcomes.push({ call, error: { ...(error as object) } })
    }
  })
  return outcomes
}

/** Signs in and does all that an admin can do to a SCIM connection. */
function signIn({ magicLinks, session, organization, self, scim, rbac }: Client, world: World) {
  return record(async (call) => {
    let id = 'unknown'
    await call('rbac.isAuthorized, signed out', () => rbac.isAuthorized('stytch.scim', 'get'))
    await call('session.getTokens, signed out', () => session.getTokens())
    await call('scim.getConnection, signed out', () => scim.getConnection(id))
    await call('magicLinks.authenticate, made up', () =>
      magicLinks.authenticate({ magic_links_token: 'made-up', session_duration_minutes: 60 }),
    )
    await call('magicLinks.authenticate', () =>
      magicLinks.authenticate({
        magic_links_token: world.magicLinkToken,
        session_duration_minutes: 60,
      }),
    )
    await call('session.getTokens', () => session.getTokens())
    await call('session.authenticate', () => session.authenticate({ session_duration_minutes: 30 }))
    await call('session.authenticate, no input', () => session.authenticate())
    await call('organization.get', () => organization.get())
    await call('organization.update', () =>
      organization.update({ organization_name: 'Northwind Robots' }),
    )
    await call('self.get', () => self.get())
    await call('rbac.isAuthorized', () => rbac.isAuthorized('stytch.scim', 'create'))
    await call('rbac.isAuthorized, unknown', () => rbac.isAuthorized('document', 'shred'))
    await call('rbac.isAuthorizedSync', () => rbac.isAuthorizedSync('stytch.sso', 'delete'))
    await call('rbac.allPermissions', () => rbac.allPermissions())

    await call('scim.getConnection, none', () => scim.getConnection(id))
    await call('scim.createConnection', async () => {
      const created = await scim.createConnection({
        display_name: 'Okta',
        identity_provider: 'okta',
      })
      id = created.connection.connection_id
      return created
    })
    await call('scim.createConnection, another', () =>
      scim.createConnection({ display_name: 'Another', identity_provider: 'okta' }),
    )
    await call('scim.getConnection', () => scim.getConnection(id))
    await call('scim.updateConnection', () =>
      scim.updateConnection({ connection_id: id, display_name: 'Okta of Oslo' }),
    )
    await call('scim.getConnectionGroups', () => scim.getConnectionGroups({ limit: 10 }))
    await call('scim.getConnectionGroups, all', () => scim.getConnectionGroups({}))
    await call('scim.rotateStart', () => scim.rotateStart(id))
    await call('scim.rotateComplete', () => scim.rotateComplete(id))
    await call('scim.rotateStart, again', () => scim.rotateStart(id))
    await call('scim.rotateCancel', () => scim.rotateCancel(id))
    await call('scim.rotateCancel, none', () => scim.rotateCancel(id))
    await call('scim.deleteConnection', () => scim.deleteConnection(id))
    await call('session.exchange', () =>
      session.exchange({ organization_id: world.organizationId, session_duration_minutes: 60 }),
    )
    await call('session.exchange, unknown', () =>
      session.exchange({ organization_id: 'organization-made-up', session_duration_minutes: 60 }),
    )
  })
}

/** Comes back with a session, and looks at what is remembered before the server has been asked. */
function comeBack({ session, organization, self, rbac }: Client) {
  return record(async (call) => {
    await call('session.getSync', () => session.getSync())
    await call('organization.getSync', () => organization.getSync())
    await call('self.getSync', () => self.getSync())
    await call('rbac.isAuthorizedSync', () => rbac.isAuthorizedSync('stytch.scim', 'create'))
    await call('rbac.isAuthorized', () => rbac.isAuthorized('stytch.scim', 'create'))
  })
}

function signOut({ session, organization }: Client) {
  return record(async (call) => {
    await call('session.revoke', () => session.revoke())
    await call('session.getSync', () => session.getSync())
    await call('session.getTokens', () => session.getTokens())
    await call('organization.getSync', () => organization.getSync())
  })
}

const walks = { signIn, comeBack, signOut }

export type Walk = keyof typeof walks

declare global {
  interface Window {
    /** Makes the page's client, and gives what takes it for a walk. */
    openClient: typeof openClient
    go: (walk: Walk) => Promise<Outcome[]>
  }
}

function openClient(kind: Kind, world: World): void {
  const client = create(kind, world)
  window.go = (walk) => walks[walk](client, world)
}

window.openClient = openClient
