import { blankMember } from '../members/blankMember.ts'
import type { EmulatorContext } from '../context.ts'
import { findRecord } from '../store.ts'
import type { StoreData } from '../store.ts'
import type { StoredMember, StoredScimRegistration } from '../records/organizations.ts'
import type { StoredScimConnection, StoredScimGroup } from '../records/scim.ts'
import { badRequest, conflict, notFound } from './errors.ts'
import { objectsAt, textAt, type JsonObject } from './json.ts'
import {
  displayNameOf,
  emailOf,
  externalIdOf,
  isActive,
  isAddress,
  sameText,
  userNameOf,
} from './userFacts.ts'

/** A member whom a connection manages: what SCIM calls a User. Its SCIM id is the member id. */
export type ProvisionedMember = StoredMember & { scim: StoredScimRegistration }

/** A group as a directory gives it. */
export interface ScimGroupInput {
  displayName: string
  externalId?: string
  /** Ids of users of the same connection. */
  memberIds: readonly string[]
}

/**
 * Makes a member of a SCIM user, or links the organization's member who has the same email address
 * and keeps that member's own roles.
 * @param resource A User as `readResource` gives it: less id, meta and groups.
 * @throws ScimError 409 when the user name or the address is taken, 400 when there is no address.
 */
export function provisionUser(
  context: EmulatorContext,
  connection: StoredScimConnection,
  resource: JsonObject,
): ProvisionedMember {
  const { connection_id, organization_id } = connection
  const email = requireEmail(resource)
  requireUniqueUserName(context.data, connection, resource)
  const existing = findMemberByEmail(context.data, organization_id, email)
  if (existing?.scim?.connection_id === connection_id) throw emailTaken(email)
  const now = context.timestamp()
  const member: ProvisionedMember = {
    ...(existing ?? newMember(context, connection, email)),
    scim: {
      connection_id,
      registration_id: context.newId('scim-registration'),
      external_id: '',
      resource: {},
      created_at: now,
      updated_at: now,
    },
  }
  return commitUser(context, member, resource, email)
}

/**
 * Gives a provisioned member a new user resource. Whoever is no longer active loses their sessions.
 * @throws ScimError as `provisionUser`.
 */
export function updateUser(
  context: EmulatorContext,
  connection: StoredScimConnection,
  member: ProvisionedMember,
  resource: JsonObject,
): ProvisionedMember {
  const email = requireEmail(resource)
  requireUniqueUserName(context.data, connection, resource, member)
  const owner = findMemberByEmail(context.data, connection.organization_id, email)
  if (owner && owner.member_id !== member.member_id) throw emailTaken(email)
  return commitUser(context, { ...member }, resource, email)
}

/** Takes a user out of the connection and of its groups, and deactivates the member. */
export function deprovisionUser(context: EmulatorContext, member: ProvisionedMember): void {
  const { data } = context
  for (const group of groupsOf(data, member)) {
    group.member_ids = group.member_ids.filter((id) => id !== member.member_id)
    group.updated_at = context.timestamp()
  }
  context.members.keep({
    ...member,
    scim: null,
    status: 'deleted',
    updated_at: context.timestamp(),
  })
  revokeSessions(data, member.member_id)
}

/** @throws ScimError 400 when a member of the group is not a user of the connection. */
export function provisionGroup(
  context: EmulatorContext,
  connection: StoredScimConnection,
  input: ScimGroupInput,
): StoredScimGroup {
  requireUsers(context, connection, input)
  return commitGroup(context, input, {
    organization_id: connection.organization_id,
    connection_id: connection.connection_id,
    group_id: context.newId('scim-group'),
    created_at: context.timestamp(),
  })
}

/** @throws ScimError 400 when a member of the group is not a user of the connection. */
export function updateGroup(
  context: EmulatorContext,
  connection: StoredScimConnection,
  group: StoredScimGroup,
  input: ScimGroupInput,
): StoredScimGroup {
  requireUsers(context, connection, input)
  return commitGroup(context, input, group)
}

/** Deletes a group. Role assignments of it stay on the connection until an admin removes them. */
export function deprovisionGroup(context: EmulatorContext, group: StoredScimGroup): void {
  Reflect.deleteProperty(context.data.scim_groups, group.group_id)
}

/** The users of a connection, in the order in which they became members. */
export function usersOf(data: StoreData, connection: StoredScimConnection): ProvisionedMember[] {
  return Object.values(data.members).filter((member) => isUserOf(member, connection))
}

/** @throws ScimError 404 when the connection has no such user. */
export function requireUser(
  data: StoreData,
  connection: StoredScimConnection,
  id: string,
): ProvisionedMember {
  const member = findRecord(data.members, id)
  if (member && isUserOf(member, connection)) return member
  throw notFound(`There is no user "${id}".`)
}

/** @throws ScimError 404 when the connection has no such group. */
export function requireGroup(
  data: StoreData,
  connection: StoredScimConnection,
  id: string,
): StoredScimGroup {
  const group = findRecord(data.scim_groups, id)
  if (group?.connection_id === connection.connection_id) return group
  throw notFound(`There is no group "${id}".`)
}

/** The SCIM groups that a member is in. */
export function groupsOf(data: StoreData, member: ProvisionedMember): StoredScimGroup[] {
  return Object.values(data.scim_groups).filter(
    (group) =>
      group.connection_id === member.scim.connection_id &&
      group.member_ids.includes(member.member_id),
  )
}

export function isProvisioned(member: StoredMember): member is ProvisionedMember {
  return member.scim !== null
}

function isUserOf(
  member: StoredMember,
  connection: StoredScimConnection,
): member is ProvisionedMember {
  return member.scim?.connection_id === connection.connection_id
}

function requireEmail(resource: JsonObject): string {
  const invalid = objectsAt(resource, 'emails').findIndex(
    (email) => !isAddress(textAt(email, 'value') ?? ''),
  )
  if (invalid >= 0) {
    throw badRequest('invalidValue', `emails[${String(invalid)}].value: expected an email address.`)
  }
  const email = emailOf(resource)
  if (email !== undefined) return email
  throw badRequest(
    'invalidValue',
    'emails: required where userName is not an email address, expected at least one address.',
  )
}

function requireUniqueUserName(
  data: StoreData,
  connection: StoredScimConnection,
  resource: JsonObject,
  self?: ProvisionedMember,
): void {
  const userName = userNameOf(resource)
  const owner = usersOf(data, connection).find(
    (member) =>
      member.member_id !== self?.member_id && sameText(userNameOf(member.scim.resource), userName),
  )
  if (owner) throw conflict(`userName: "${userName}" is taken by user ${owner.member_id}.`)
}

function emailTaken(email: string): Error {
  return conflict(`emails: "${email}" belongs to another member of the organization.`)
}

function findMemberByEmail(
  data: StoreData,
  organizationId: string,
  email: string,
): StoredMember | undefined {
  return Object.values(data.members).find(
    (member) => member.organization_id === organizationId && sameText(member.email_address, email),
  )
}

/** The one place where a user resource becomes what the organization knows about the member. */
function commitUser(
  context: EmulatorContext,
  member: ProvisionedMember,
  resource: JsonObject,
  email: string,
): ProvisionedMember {
  const now = context.timestamp()
  const active = isActive(resource)
  const committed: ProvisionedMember = {
    ...member,
    email_address: email,
    email_address_verified: member.email_address_verified && sameText(member.email_address, email),
    name: displayNameOf(resource) || member.name,
    status: active ? 'active' : 'deleted',
    updated_at: now,
    scim: {
      ...member.scim,
      external_id: externalIdOf(resource),
      resource: { ...resource, active },
      updated_at: now,
    },
  }
  context.members.keep(committed)
  if (!active) revokeSessions(context.data, member.member_id)
  return committed
}

function requireUsers(
  { data }: EmulatorContext,
  connection: StoredScimConnection,
  { memberIds }: ScimGroupInput,
): void {
  for (const [index, id] of memberIds.entries()) {
    const member = findRecord(data.members, id)
    if (!member || !isUserOf(member, connection)) {
      throw badRequest('invalidValue', `members[${String(index)}].value: there is no user "${id}".`)
    }
  }
}

function commitGroup(
  context: EmulatorContext,
  input: ScimGroupInput,
  group: Pick<StoredScimGroup, 'organization_id' | 'connection_id' | 'group_id' | 'created_at'>,
): StoredScimGroup {
  const committed: StoredScimGroup = {
    organization_id: group.organization_id,
    connection_id: group.connection_id,
    group_id: group.group_id,
    group_name: input.displayName,
    external_id: input.externalId ?? '',
    member_ids: [...new Set(input.memberIds)],
    created_at: group.created_at,
    updated_at: context.timestamp(),
  }
  context.data.scim_groups[committed.group_id] = committed
  return committed
}

function revokeSessions(data: StoreData, memberId: string): void {
  for (const session of Object.values(data.sessions)) {
    if (session.member_id !== memberId) continue
    Reflect.deleteProperty(data.sessions, session.member_session_id)
  }
  for (const session of Object.values(data.intermediate_sessions)) {
    if (session.member_id !== memberId) continue
    Reflect.deleteProperty(data.intermediate_sessions, session.token)
  }
}

function newMember(
  context: EmulatorContext,
  connection: StoredScimConnection,
  email: string,
): StoredMember {
  const now = context.timestamp()
  return blankMember({
    organization_id: connection.organization_id,
    member_id: context.newId('member'),
    email_address: email,
    created_at: now,
    updated_at: now,
  })
}
