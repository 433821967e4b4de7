import { Hono } from 'hono'
import { findMemberByEmail } from '../authentication/people.ts'
import { bodyOf } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, notFound } from '../errors.ts'
import { changeMember, createMember } from '../members/memberChanges.ts'
import { deactivateMember, reactivateMember } from '../members/memberLifecycle.ts'
import { searchMembers } from '../members/memberSearch.ts'
import { memberAnswer } from '../members/memberTarget.ts'
import { mergeMetadata } from '../members/metadata.ts'
import { pageOf, readPage } from '../paging.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { findRecord } from '../store.ts'
import { wireOrganization } from '../wire.ts'
import { requireMemberOf, requireOrganization } from './lookups.ts'
import { serverEndpoint } from './serverEndpoint.ts'
import type { ServerRequest } from './serverEndpoint.ts'

/** Mounted at `/v1/b2b/organizations`. */
export function serverMemberRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  const organizationIn = ({ param }: ServerRequest) =>
    requireOrganization(context, param('organization_id'))
  const memberIn = (request: ServerRequest) =>
    requireMemberOf(context, organizationIn(request), request.param('member_id'))

  app.post(
    '/members/search',
    serverEndpoint(context, ({ body }) => search(context, body)),
  )

  app.get(
    '/members/dangerously_get/:member_id',
    serverEndpoint(context, ({ param }) => {
      const member = findRecord(context.data.members, param('member_id'))
      if (!member) throw notFound('member_not_found', 'There is no member with this id.')
      return memberAnswer(context, member)
    }),
  )

  app.post(
    '/:organization_id/members',
    serverEndpoint(context, (request) => {
      const organization = organizationIn(request)
      const extra = backendFields(context, { organization, body: request.body })
      const member = createMember(context, organization, request.body)
      Object.assign(member, extra)
      return memberAnswer(context, member)
    }),
  )

  app.get(
    '/:organization_id/member',
    serverEndpoint(context, (request) => {
      const organization = organizationIn(request)
      return memberAnswer(context, namedMember(context, organization, request))
    }),
  )

  app.put(
    '/:organization_id/members/:member_id/reactivate',
    serverEndpoint(context, (request) =>
      memberAnswer(context, reactivateMember(context, memberIn(request))),
    ),
  )

  app.put(
    '/:organization_id/members/:member_id',
    serverEndpoint(context, (request) => {
      const member = memberIn(request)
      const { body } = request
      requireNotDeleted(member)
      const organization = organizationIn(request)
      const extra = backendFields(context, { organization, member, body })
      changeMember(context, organization, member, body)
      Object.assign(member, extra)
      return memberAnswer(context, member)
    }),
  )

  app.delete(
    '/:organization_id/members/:member_id',
    serverEndpoint(context, (request) => {
      const member = memberIn(request)
      requireNotDeleted(member)
      deactivateMember(context, member)
      return { member_id: member.member_id }
    }),
  )

  return app
}

/** By `member_id` or `email_address` of the query. */
function namedMember(
  context: EmulatorContext,
  organization: StoredOrganization,
  { query }: ServerRequest,
): StoredMember {
  const memberId = query('member_id')
  const emailAddress = query('email_address')
  if (memberId !== undefined) return requireMemberOf(context, organization, memberId)
  if (emailAddress === undefined) {
    throw badRequest('Give member_id or email_address.', 'invalid_member_get_fields')
  }
  const member = findMemberByEmail(context, organization.organization_id, emailAddress)
  if (member) return member
  throw notFound('member_not_found', 'The organization has no member with this email_address.')
}

function requireNotDeleted(member: StoredMember): void {
  if (member.status !== 'deleted') return
  throw notFound('member_not_found', `The member ${member.member_id} was deleted.`)
}

/** What only a backend may write. */
function backendFields(
  { data }: EmulatorContext,
  given: { organization: StoredOrganization; member?: StoredMember; body: Body },
): Pick<StoredMember, 'trusted_metadata' | 'external_id'> {
  const { organization, member, body } = given
  const external = body.optionalString('external_id')
  const taken = Object.values(data.members).some(
    (other) =>
      other.organization_id === organization.organization_id &&
      other.member_id !== member?.member_id &&
      other.external_id === external,
  )
  if (external !== undefined && taken) {
    throw badRequest(
      `external_id ${external} is that of another member of the organization.`,
      'duplicate_member_external_id',
    )
  }
  return {
    trusted_metadata: mergeMetadata(member?.trusted_metadata ?? {}, body, 'trusted_metadata'),
    external_id: external ?? member?.external_id ?? null,
  }
}

/** A page of the members of one or more organizations, in the order in which they came. */
function search(context: EmulatorContext, body: Body) {
  const ids = body.optionalStrings('organization_ids') ?? []
  if (ids.length === 0) {
    throw badRequest(
      'organization_ids must name at least one organization.',
      'member_search_organization_ids_empty',
    )
  }
  const organizations = [...new Set(ids.map((id) => requireOrganization(context, id)))]
  const found = organizations.flatMap((organization) => allMembers(context, organization, body))
  const page = pageOf(found, readPage(body), ({ created_at, member_id }) => [created_at, member_id])
  return {
    members: page.items,
    organizations: Object.fromEntries(
      organizations.map((organization) => [
        organization.organization_id,
        wireOrganization(context, organization),
      ]),
    ),
    results_metadata: { total: found.length, next_cursor: page.nextCursor },
  }
}

function allMembers(context: EmulatorContext, organization: StoredOrganization, body: Body) {
  const query = body.raw('query')
  const pageAfter = (cursor: string | null) =>
    searchMembers(context, organization, bodyOf({ query, cursor, limit: 1000 }, 'The body'))
  let page = pageAfter(null)
  const members = [...page.members]
  while (page.results_metadata.next_cursor) {
    page = pageAfter(page.results_metadata.next_cursor)
    members.push(...page.members)
  }
  return members
}
