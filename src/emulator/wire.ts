import type { Member, MemberRole, MemberSession, Organization } from '../client/types.ts'
import { isLocked } from './authentication/locks.ts'
import type { EmulatorContext } from './context.ts'
import { notFound } from './errors.ts'
import { ADMIN_ROLE, createRoleResolver, sessionRoles } from './roles.ts'
import { activeSsoConnections } from './sso/wireSso.ts'
import { scimRegistrationOf } from './scim2/scimRegistration.ts'
import { findRecord } from './store.ts'
import type { StoredMember, StoredOrganization } from './records/organizations.ts'
import type { StoredScimConnection } from './records/scim.ts'
import type { StoredSession } from './records/sessions.ts'

/** From stored to sent: the only place that knows both shapes of member, organization and session. */
export function wireMember(
  context: EmulatorContext,
  stored: StoredMember,
  roles = memberRoles(context, stored),
): Member {
  const { role_ids: _roleIds, scim: _scim, ...member } = stored
  return {
    ...member,
    roles,
    is_admin: roles.some((role) => role.role_id === ADMIN_ROLE),
    ...lockOf(context, stored),
    scim_registration: scimRegistrationOf(context.data, stored),
  }
}

export function wireOrganization(
  context: EmulatorContext,
  stored: StoredOrganization,
): Organization {
  const { organization_id } = stored
  const scim = findActiveScimConnection(context, organization_id)
  return {
    ...stored,
    sso_active_connections: activeSsoConnections(context, organization_id),
    scim_active_connection: scim && {
      connection_id: scim.connection_id,
      display_name: scim.display_name,
      bearer_token_last_four: lastFour(scim.bearer_token.value),
      bearer_token_expires_at: scim.bearer_token.expires_at,
    },
  }
}

export function wireSession(context: EmulatorContext, stored: StoredSession): MemberSession {
  const { session_token: _token, ...session } = stored
  const organization = organizationOf(context, stored)
  return {
    ...session,
    organization_slug: organization.organization_slug,
    roles: sessionRoles(memberRoles(context, memberOf(context, stored)), stored),
  }
}

/** A lock goes away by itself, which nothing in the store changes at that moment. */
function lockOf(
  context: EmulatorContext,
  member: StoredMember,
): Pick<Member, 'is_locked' | 'lock_created_at' | 'lock_expires_at'> {
  if (!isLocked(context, member)) {
    return { is_locked: false, lock_created_at: null, lock_expires_at: null }
  }
  const { lock_created_at = null, lock_expires_at = null } = member
  return { is_locked: true, lock_created_at, lock_expires_at }
}

export function memberRoles(context: EmulatorContext, member: StoredMember): MemberRole[] {
  return createRoleResolver(context.data, member.organization_id, [member])(member)
}

export function memberOf(context: EmulatorContext, record: { member_id: string }): StoredMember {
  const member = findRecord(context.data.members, record.member_id)
  if (!member) throw notFound('member_not_found', `There is no member ${record.member_id}.`)
  return member
}

export function organizationOf(
  context: EmulatorContext,
  record: { organization_id: string },
): StoredOrganization {
  const organization = findRecord(context.data.organizations, record.organization_id)
  if (!organization) {
    throw notFound('organization_not_found', `There is no organization ${record.organization_id}.`)
  }
  return organization
}

export function findActiveScimConnection(
  context: EmulatorContext,
  organizationId: string,
): StoredScimConnection | null {
  return (
    Object.values(context.data.scim_connections).find(
      (connection) =>
        connection.organization_id === organizationId && connection.status === 'active',
    ) ?? null
  )
}

/** Where the identity provider sends its SCIM requests. Microsoft Entra wants a flag in it. */
export function scimBaseUrl(context: EmulatorContext, connection: StoredScimConnection): string {
  const query = connection.identity_provider === 'microsoft-entra' ? '?aadOptscim062020' : ''
  return `${context.baseUrl}/v1/b2b/scim/${connection.connection_id}${query}`
}

export function lastFour(token: string): string {
  return token.slice(-4)
}
