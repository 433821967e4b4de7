import { createEmulator, type Emulator } from 'orgportal/emulator'

/** Somebody of Northwind Robotics in an emulator's data, to be changed before the story begins. */
export function memberOf({ data }: Pick<Emulator, 'data'>, name: string) {
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

/** The address of a member's page. The ids of a seed are always the same. */
export function pageOf(name: string): { member: string } {
  return { member: memberOf(createEmulator({ seed: 'sample' }), name).member_id }
}
