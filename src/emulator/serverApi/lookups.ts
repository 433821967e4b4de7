import type { EmulatorContext } from '../context.ts'
import { notFound } from '../errors.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { findRecord } from '../store.ts'

/** An organization by its id, its slug, or the id that the host gave it. */
export function findOrganization(
  { data }: EmulatorContext,
  id: string,
): StoredOrganization | undefined {
  return (
    findRecord(data.organizations, id) ??
    Object.values(data.organizations).find(
      ({ organization_slug, organization_external_id }) =>
        organization_slug === id || organization_external_id === id,
    )
  )
}

/** Throws 404 when there is no such organization. */
export function requireOrganization(context: EmulatorContext, id: string): StoredOrganization {
  const organization = findOrganization(context, id)
  if (organization) return organization
  throw notFound('organization_not_found', `There is no organization ${id}.`)
}

/** A member of the organization by id, or by the id that the host gave it; a deleted one too. Throws 404. */
export function requireMemberOf(
  { data }: EmulatorContext,
  { organization_id }: StoredOrganization,
  id: string,
): StoredMember {
  const member =
    findRecord(data.members, id) ??
    Object.values(data.members).find(
      (candidate) => candidate.external_id === id && candidate.organization_id === organization_id,
    )
  if (member?.organization_id === organization_id) return member
  throw notFound('member_not_found', `There is no member ${id} in the organization.`)
}
