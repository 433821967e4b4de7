import type { MemberRole, RbacRole, RoleSource, SsoRegistration } from '../client/types.ts'
import type { StoreData } from './store.ts'
import type { StoredMember, StoredOrganization } from './records/organizations.ts'
import type { StoredScimGroup } from './records/scim.ts'
import type { StoredOidcConnection, StoredSsoConnection } from './records/sso.ts'
import type { StoredSession } from './records/sessions.ts'

export const MEMBER_ROLE = 'stytch_member'
export const ADMIN_ROLE = 'stytch_admin'

export type RoleResolver = (member: StoredMember) => MemberRole[]

/**
 * Explicit and implicit roles of some of an organization's members, with where each comes from. What is the same for
 * them all is looked up once.
 */
export function createRoleResolver(
  data: StoreData,
  organizationId: string,
  members: readonly StoredMember[],
): RoleResolver {
  const organization = data.organizations[organizationId]
  const emailAssignments = organization?.rbac_email_implicit_role_assignments ?? []
  const scimRoles = scimRolesByMember(data, organizationId, members)

  return (member) => {
    const sources = new Map<string, RoleSource[]>()
    const add = (roleId: string, source: RoleSource) => {
      sources.set(roleId, [...(sources.get(roleId) ?? []), source])
    }
    for (const roleId of new Set([MEMBER_ROLE, ...member.role_ids])) {
      add(roleId, { type: 'direct_assignment', details: {} })
    }
    const domain = emailDomain(member.email_address)
    for (const assignment of emailAssignments) {
      if (member.email_address_verified && assignment.domain.toLowerCase() === domain) {
        add(assignment.role_id, {
          type: 'email_assignment',
          details: { email_domain: assignment.domain },
        })
      }
    }
    for (const { roleId, source } of ssoRoles(data, member)) add(roleId, source)
    for (const { roleId, source } of scimRoles.get(member.member_id) ?? []) add(roleId, source)
    return [...sources].map(([role_id, roleSources]) => ({ role_id, sources: roleSources }))
  }
}

/** Whether a member of the organization holds one of the roles: to be asked of very many. */
export function createRoleTest(
  data: StoreData,
  organizationId: string,
  roleIds: readonly string[],
): (member: StoredMember) => boolean {
  const wanted = new Set(roleIds)
  const assignments = data.organizations[organizationId]?.rbac_email_implicit_role_assignments ?? []
  const domains = new Set(
    assignments
      .filter(({ role_id }) => wanted.has(role_id))
      .map(({ domain }) => domain.toLowerCase()),
  )
  const inGroups = new Set(
    mappedScimGroups(data, organizationId)
      .filter(({ role_id }) => wanted.has(role_id))
      .flatMap(({ group }) => group.member_ids),
  )
  const connections = new Map(
    Object.values(data.sso_connections).flatMap((connection) =>
      connection.status !== 'active' || connection.type === 'oidc'
        ? []
        : [[connection.connection_id, connectionTest(connection, wanted)]],
    ),
  )
  return (member) =>
    wanted.has(MEMBER_ROLE) ||
    member.role_ids.some((roleId) => wanted.has(roleId)) ||
    inGroups.has(member.member_id) ||
    (domains.size > 0 &&
      member.email_address_verified &&
      domains.has(emailDomain(member.email_address))) ||
    (member.sso_registrations.length > 0 &&
      member.sso_registrations.some(
        (registration) => connections.get(registration.connection_id)?.(registration) ?? false,
      ))
}

/** The role ids that count for authorization now: those from SSO only while the session was made through it. */
export function sessionRoles(roles: readonly MemberRole[], session: StoredSession): string[] {
  const connections = new Set(session.authentication_factors.map(ssoConnectionOf))
  return roles
    .filter((role) =>
      role.sources.some(
        (source) =>
          (source.type !== 'sso_connection' && source.type !== 'sso_connection_group') ||
          connections.has(source.details.connection_id),
      ),
    )
    .map((role) => role.role_id)
}

/** Whether one of the roles grants the action, by the project's policy and the organization's own roles. */
export function rolesAllow(
  data: StoreData,
  organization: StoredOrganization,
  roleIds: readonly string[],
  resource: string,
  action: string,
): boolean {
  const roles = knownRoles(data, organization)
  return roleIds.some((roleId) =>
    roles
      .get(roleId)
      ?.permissions.some(
        (permission) =>
          permission.resource_id === resource &&
          (permission.actions.includes(action) || permission.actions.includes('*')),
      ),
  )
}

/** Roles by id; one of the organization overrides one of the project. */
export function knownRoles(
  data: StoreData,
  organization: StoredOrganization,
): Map<string, RbacRole> {
  const roles = [...data.project.rbac_policy.roles, ...(organization.custom_roles ?? [])]
  return new Map(roles.map((role) => [role.role_id, role]))
}

export function emailDomain(emailAddress: string): string {
  return emailAddress.slice(emailAddress.lastIndexOf('@') + 1).toLowerCase()
}

/** By OIDC, roles do not follow. */
type ConnectionWithRoles = Exclude<StoredSsoConnection, StoredOidcConnection>

interface ImplicitRole {
  roleId: string
  source: RoleSource
}

/** Whether a registration at the connection comes with one of the roles. */
function connectionTest(
  { implicit_role_assignments, group_implicit_role_assignments }: ConnectionWithRoles,
  wanted: ReadonlySet<string>,
): (registration: SsoRegistration) => boolean {
  const isGiven = implicit_role_assignments.some(({ role_id }) => wanted.has(role_id))
  const groups = group_implicit_role_assignments
    .filter(({ role_id }) => wanted.has(role_id))
    .map(({ group }) => group)
  return ({ sso_attributes }) => {
    if (isGiven || groups.length === 0) return isGiven
    const own = groupsIn(sso_attributes)
    return groups.some((group) => own.includes(group))
  }
}

function groupsIn(attributes: SsoRegistration['sso_attributes']): readonly unknown[] {
  return Array.isArray(attributes['groups']) ? attributes['groups'] : []
}

function ssoRoles(data: StoreData, member: StoredMember): ImplicitRole[] {
  return member.sso_registrations.flatMap(({ connection_id, sso_attributes }) => {
    const connection = data.sso_connections[connection_id]
    if (connection?.status !== 'active' || connection.type === 'oidc') return []
    const groups = groupsIn(sso_attributes)
    return [
      ...connection.implicit_role_assignments.map(({ role_id }): ImplicitRole => ({
        roleId: role_id,
        source: { type: 'sso_connection', details: { connection_id } },
      })),
      ...connection.group_implicit_role_assignments
        .filter(({ group }) => groups.includes(group))
        .map(({ role_id, group }): ImplicitRole => ({
          roleId: role_id,
          source: { type: 'sso_connection_group', details: { connection_id, group } },
        })),
    ]
  })
}

function scimRolesByMember(
  data: StoreData,
  organizationId: string,
  members: readonly StoredMember[],
): Map<string, ImplicitRole[]> {
  const byMember = new Map(
    members.map(({ member_id }): [string, ImplicitRole[]] => [member_id, []]),
  )
  for (const { role_id, group } of mappedScimGroups(data, organizationId)) {
    const { connection_id, group_id } = group
    const source: RoleSource = {
      type: 'scim_connection_group',
      details: { connection_id, group_id },
    }
    for (const memberId of group.member_ids) {
      byMember.get(memberId)?.push({ roleId: role_id, source })
    }
  }
  return byMember
}

/** The groups that give a role, once for each role. */
function mappedScimGroups(
  data: StoreData,
  organizationId: string,
): { role_id: string; group: StoredScimGroup }[] {
  return Object.values(data.scim_connections)
    .filter(
      ({ organization_id, status }) => organization_id === organizationId && status === 'active',
    )
    .flatMap(({ connection_id, assignments }) =>
      assignments.flatMap(({ role_id, group_id }) => {
        const group = data.scim_groups[group_id]
        return group?.connection_id === connection_id ? [{ role_id, group }] : []
      }),
    )
}

export function ssoConnectionOf(factor: Record<string, unknown>): unknown {
  const detail = factor['saml_sso_factor'] ?? factor['oidc_sso_factor']
  return typeof detail === 'object' && detail !== null && 'provider_id' in detail
    ? detail.provider_id
    : undefined
}
