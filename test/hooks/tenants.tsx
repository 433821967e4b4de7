import { act, render } from '@testing-library/react'
import { Component, Profiler, StrictMode, Suspense, type ReactNode } from 'react'
import type { SessionIdentity } from 'orgportal/client'
import type { Emulator } from 'orgportal/emulator'
import { useOrgportalClient } from 'orgportal/hooks'
import { signIn, type TestPortal } from 'orgportal/testing'

/** Whose turn it is on the device. `nobody` signs out. */
export type Who = 'admin' | 'member' | 'admin at Tern' | 'Ada at Tern' | 'nobody'

/** Makes `who` the one who is signed in with this client. Ada gets to Tern by an exchange. */
export async function become({ client, emulator }: TestPortal, who: Who): Promise<void> {
  if (who === 'nobody') {
    await client.session.revoke({ forceClear: true })
  } else if (who === 'Ada at Tern') {
    const organization_id = ternIn(emulator).organization_id
    if (client.getSnapshot().member?.email_address !== adaAtTern(emulator).email_address) {
      await signIn(client, emulator, 'admin')
    }
    await client.session.exchange({ organization_id, session_duration_minutes: 60 })
  } else {
    await signIn(client, emulator, who === 'admin at Tern' ? adminOfTern(emulator) : who)
  }
}

export const idOf = (emulator: Emulator, who: Exclude<Who, 'nobody'>): string =>
  who === 'Ada at Tern'
    ? adaAtTern(emulator).member_id
    : who === 'admin at Tern'
      ? adminOfTern(emulator)
      : (emulator.personas.find(({ id }) => id === who)?.member_id ?? '')

/** The ids of everything that the server would not show to `identity`: another tenant's, and another member's. */
export function foreignIds({ data }: Emulator, identity: SessionIdentity | null): string[] {
  const own = identity?.organizationId
  const isAdmin = data.members[identity?.memberId ?? '']?.role_ids.includes('stytch_admin') === true
  const ids: string[] = []
  for (const { organization_id } of Object.values(data.organizations)) {
    if (organization_id !== own) ids.push(organization_id)
  }
  for (const { organization_id, member_id } of Object.values(data.members)) {
    const isOwn = organization_id === own && (isAdmin || member_id === identity?.memberId)
    if (!isOwn) ids.push(member_id)
  }
  for (const { organization_id, group_id } of Object.values(data.scim_groups)) {
    if (organization_id !== own || !isAdmin) ids.push(group_id)
  }
  for (const { organization_id, connection_id } of Object.values(data.scim_connections)) {
    if (organization_id !== own) ids.push(connection_id)
  }
  return ids
}

/** Every place in the two caches that holds something which whoever is signed in now must not see. */
export function leaksIn({ client, emulator, queryClient }: TestPortal): string[] {
  const foreign = foreignIds(emulator, client.getSnapshot().identity)
  const places = [
    ...queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => ({ key: queryKey, content: [state.data, state.error] })),
    ...queryClient
      .getMutationCache()
      .getAll()
      .map(({ options, state }) => ({ key: options.mutationKey, content: state })),
  ]
  return places.flatMap((place) => {
    const leaks = foreignIn(JSON.stringify(place), foreign)
    return leaks.length > 0 ? [`${JSON.stringify(place.key)}: ${leaks.join(', ')}`] : []
  })
}

const foreignIn = (text: string, ids: string[]) => ids.filter((id) => text.includes(id))

/**
 * Renders within the portal's providers, in StrictMode, and looks at every commit: what is on the screen must be of
 * whom the client then says is signed in. `leaks` has what was not; `text` is what is shown now.
 */
export function renderWatched(portal: TestPortal, screen: ReactNode) {
  const leaks: string[] = []
  let commits = 0
  const container = document.body.appendChild(document.createElement('div'))
  const look = () => {
    commits += 1
    const { identity } = portal.client.getSnapshot()
    const found = foreignIn(container.textContent, foreignIds(portal.emulator, identity))
    if (found.length > 0) leaks.push(`commit ${String(commits)}: ${found.join(', ')}`)
  }
  const { unmount } = render(
    <StrictMode>
      <Profiler id="screen" onRender={look}>
        <portal.Provider>{screen}</portal.Provider>
      </Profiler>
    </StrictMode>,
    // What is refused is shown; it need not be in the log too.
    { container, onCaughtError: () => undefined },
  )
  return {
    leaks,
    text: () => container.textContent,
    commits: () => commits,
    unmount: () => {
      unmount()
      container.remove()
    },
  }
}

/** Suspends, and shows what its children throw; begins anew for each owner. */
export function Boundary({ children }: { children: ReactNode }): ReactNode {
  const { identity } = useOrgportalClient().getSnapshot()
  return (
    <Refusal key={identity?.memberId}>
      <Suspense fallback="reading">{children}</Suspense>
    </Refusal>
  )
}

class Refusal extends Component<{ children: ReactNode }, { message: string | null }> {
  override state: { message: string | null } = { message: null }
  static getDerivedStateFromError = (error: Error) => ({ message: error.message })
  override render(): ReactNode {
    return this.state.message ?? this.props.children
  }
}

/** Lets answers arrive, effects run and commits happen. */
export const breathe = (turns = 4): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((done) => setTimeout(done, 0))
  })

export function ternIn({ data }: Emulator) {
  const tern = Object.values(data.organizations).find(
    ({ organization_slug }) => organization_slug === 'tern',
  )
  if (!tern) throw new Error('This seed has no second organization.')
  return tern
}

function membersOfTern(emulator: Emulator) {
  const { organization_id } = ternIn(emulator)
  return Object.values(emulator.data.members).filter(
    (member) => member.organization_id === organization_id,
  )
}

function adaAtTern(emulator: Emulator) {
  const ada = membersOfTern(emulator).find(({ name }) => name === 'Ada Lovelace')
  if (!ada) throw new Error('The sample has Ada in two organizations.')
  return ada
}

function adminOfTern(emulator: Emulator): string {
  const admin = membersOfTern(emulator).find(({ role_ids }) => role_ids.includes('stytch_admin'))
  return admin?.member_id ?? ''
}
