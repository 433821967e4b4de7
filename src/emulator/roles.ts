import type { MemberRole, RbacRole, RoleSource } from '../client/types.ts'
import type { StoreData } from './store.ts'
import type { StoredMember, StoredOrganization } from './records/organizations.ts'
import type { StoredSession } from './records/sessions.ts'

export const MEMBER_ROLE = 'stytch_member'
export const ADMIN_ROLE = 'stytch_admin'

export type RoleResolver = (member: StoredMember) => MemberRole[]

/**
 * Explicit and implicit roles of an organization's members, with where each comes from. What is the same for all
 * members is looked up once, so a list of ten thousand stays quick.
 */
export function createRoleResolver(data: StoreData, organizationId: string): RoleResolver {
  const organization = data.organizations[organizationId]
  const emailAssignments = organization?.rbac_email_implicit_role_assignments ?? []
  const scimRoles = scimRolesByMember(data, organizationId)

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

interface ImplicitRole {
  roleId: string
  source: RoleSource
}

function ssoRoles(data: StoreData, member: StoredMember): ImplicitRole[] {
  return member.sso_registrations.flatMap(({ connection_id, sso_attributes }) => {
    const connection = data.sso_connections[connection_id]
    if (connection?.status !== 'active' || connection.type === 'oidc') return []
    const groups = Array.isArray(sso_attributes['groups']) ? sso_attributes['groups'] : []
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

function scimRolesByMember(data: StoreData, organizationId: string): Map<string, ImplicitRole[]> {
  const byMember = new Map<string, ImplicitRole[]>()
  for (const connection of Object.values(data.scim_connections)) {
    if (connection.organization_id !== organizationId || connection.status !== 'active') continue
    const { connection_id } = connection
    for (const { role_id, group_id } of connection.assignments) {
      const group = data.scim_groups[group_id]
      if (group?.connection_id !== connection_id) continue
      for (const memberId of group.member_ids) {
        const roles = byMember.get(memberId) ?? []
        roles.push({
          roleId: role_id,
          source: { type: 'scim_connection_group', details: { connection_id, group_id } },
        })
        byMember.set(memberId, roles)
      }
    }
  }
  return byMember
}

export function ssoConnectionOf(factor: Record<string, unknown>): unknown {
  const detail = factor['saml_sso_factor'] ?? factor['oidc_sso_factor']
  return typeof detail === 'object' && detail !== null && 'provider_id' in detail
    ? detail.provider_id
    : undefined
}
