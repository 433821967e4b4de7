import type { SsoRegistration } from '../../client/types.ts'
import { findMemberByEmail } from '../authentication/people.ts'
import { provisionMember } from '../authentication/provisioning.ts'
import type { EmulatorContext } from '../context.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import type { StoredSsoToken } from '../records/sso.ts'

/**
 * The member that somebody signs in as, with its registration, which then says what the identity provider said last:
 * the one who has come through the connection before, or has the address; else a new one, where the organization
 * lets such people join.
 */
export function ssoMember(
  context: EmulatorContext,
  organization: StoredOrganization,
  { type, connection_id, identity }: StoredSsoToken,
): { member: StoredMember; registration: SsoRegistration } {
  const { external_id, email_address, name, attributes } = identity
  const member =
    findRegistered(context, connection_id, external_id) ??
    findMemberByEmail(context, organization.organization_id, email_address) ??
    provisionMember(context, organization, {
      emailAddress: email_address,
      name,
      by: { type: 'sso', connection_id },
    })
  member.name ||= name
  const known = member.sso_registrations.find(
    (registration) =>
      registration.connection_id === connection_id && registration.external_id === external_id,
  )
  const registration: SsoRegistration = {
    connection_id,
    external_id,
    registration_id: known?.registration_id ?? context.newId(`${type}-registration`),
    sso_attributes: attributes,
  }
  // Of one connection a member has one registration: who has got another id there is no longer who they were.
  member.sso_registrations = [
    ...member.sso_registrations.filter((other) => other.connection_id !== connection_id),
    registration,
  ]
  member.updated_at = context.timestamp()
  return { member, registration }
}

/** Whoever has come through the connection with this id before; not a deleted member. */
export function findRegistered(
  { members }: EmulatorContext,
  connectionId: string,
  externalId: string,
): StoredMember | undefined {
  return members
    .all()
    .members.find(
      ({ status, sso_registrations }) =>
        status !== 'deleted' &&
        sso_registrations.some(
          ({ connection_id, external_id }) =>
            connection_id === connectionId && external_id === externalId,
        ),
    )
}
