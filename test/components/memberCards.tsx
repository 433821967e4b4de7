import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { onTestFinished } from 'vitest'
import {
  AdminPortalMemberManagement,
  createMemoryLocation,
  type AdminPortalMemberManagementProps,
} from 'orgportal/components'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { createTestPortal, type TestPortalOptions } from 'orgportal/testing'

export type Stored = Emulator['data']['members'][string]

export interface OpenMember extends Pick<TestPortalOptions, 'seed' | 'faults'> {
  /** Who looks: a persona, or `self` for the member. @default 'admin' */
  persona?: string
  /** Whose page. */
  name: string
  /** Changes the world before anybody is signed in. */
  world?: (emulator: Emulator, member: Stored) => void
  /** Changes the world once somebody is signed in: what would have kept them out. */
  then?: (emulator: Emulator) => void
  config?: AdminPortalMemberManagementProps['config']
}

/** Opens the page of a member of Northwind Robotics, and waits until it has settled. */
export async function openMember(options: OpenMember) {
  const { name, world, then, config, seed = 'sample', persona = 'admin', faults } = options
  const emulator = createEmulator({ seed })
  const member = memberNamed(emulator, name)
  world?.(emulator, member)
  const portal = await createTestPortal({
    emulator,
    persona: persona === 'self' ? member.member_id : persona,
    faults,
  })
  onTestFinished(portal.dispose)
  if (then) {
    then(emulator)
    await portal.client.organization.get()
  }
  const asked = portal.requests().length
  const location = createMemoryLocation({ member: member.member_id })
  render(<AdminPortalMemberManagement location={location} config={config} />, {
    wrapper: portal.Provider,
  })
  await screen.findByRole('region', { name: 'Sign-in methods' })
  const writes = () =>
    portal
      .requests()
      .slice(asked)
      .filter((request) => !/members\/search|^GET|authenticate/.test(request))
      .map((request) => request.replaceAll(member.member_id, ':id'))
  return { ...portal, member, writes, user: userEvent.setup() }
}

function memberNamed({ data }: Emulator, name: string): Stored {
  const organization = Object.values(data.organizations).find(
    ({ organization_slug }) => organization_slug === 'northwind',
  )
  const member = Object.values(data.members).find(
    (candidate) =>
      candidate.name === name && candidate.organization_id === organization?.organization_id,
  )
  if (!member) throw new Error(`The seed has nobody called ${name}.`)
  return member
}
