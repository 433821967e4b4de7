import { Hono } from 'hono'
import { blankMember } from '../members/blankMember.ts'
import {
  eligibility,
  organizationsOf,
  organizationsToJoin,
  proofOf,
} from '../authentication/discovery.ts'
import { findMemberByEmail, verifyEmail } from '../authentication/people.ts'
import {
  hasProvedAddress,
  portableFactors,
  provesEmail,
} from '../authentication/portableFactors.ts'
import { checkDomainNotClaimed, provisionMember } from '../authentication/provisioning.ts'
import { completeSignIn, requireIntermediateSession } from '../authentication/signIn.ts'
import { checkUnusedStrings } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, EmulatorError } from '../errors.ts'
import { newOrganization } from '../organizations/newOrganization.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import type { StoredIntermediateSession } from '../records/sessions.ts'
import { ADMIN_ROLE } from '../roles.ts'
import { readSessionDuration } from '../sessions/sessions.ts'
import type { SignInAnswer } from '../sessions/sessions.ts'
import { organizationOf } from '../wire.ts'

/** Mounted at `/b2b/discovery`. */
export function discoveryRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/organizations',
    publicEndpoint(context, ({ body, signedIn }) => {
      const token = body.optionalString('intermediate_session_token')
      if (token) {
        const intermediate = requireIntermediateSession(context, token)
        return {
          email_address: intermediate.email_address,
          discovered_organizations: organizationsToJoin(context, intermediate),
          organization_id_hint: intermediate.organization_id,
        }
      }
      const caller = signedIn()
      if (!caller) {
        throw badRequest(
          'This call needs an intermediate session token or a session.',
          'no_session_arguments',
        )
      }
      const { member, session } = caller
      return {
        email_address: member.email_address,
        discovered_organizations: organizationsOf(context, member, session.authentication_factors),
        organization_id_hint: null,
      }
    }),
  )

  app.post(
    '/organizations/create',
    publicEndpoint(context, ({ body }) => {
      if (!context.data.project.create_organization_enabled) {
        throw new EmulatorError(
          403,
          'endpoint_not_authorized_for_sdk',
          'The project does not let its people create organizations.',
        )
      }
      const intermediate = readIntermediateSession(context, body)
      const durationMinutes = readSessionDuration(context, body)
      const { email_address } = intermediate
      checkDomainNotClaimed(context, email_address, null)
      requireProvedAddress(context, intermediate)
      requirePortable(context, intermediate, { organization_id: '' })
      const organization = newOrganization(context, body, email_address)
      const member = addCreator(context, organization, intermediate)
      return join(context, { intermediate, member, organization, durationMinutes })
    }),
  )

  app.post(
    '/intermediate_sessions/exchange',
    publicEndpoint(context, ({ body }) => {
      const intermediate = readIntermediateSession(context, body)
      const durationMinutes = readSessionDuration(context, body)
      checkUnusedStrings(body, ['locale'])
      const organization = organizationOf(context, {
        organization_id: body.string('organization_id'),
      })
      requirePortable(context, intermediate, organization)
      const member = memberToJoin(context, organization, intermediate)
      return join(context, { intermediate, member, organization, durationMinutes })
    }),
  )

  return app
}

function readIntermediateSession(context: EmulatorContext, body: Body): StoredIntermediateSession {
  return requireIntermediateSession(context, body.string('intermediate_session_token'))
}

interface Joining {
  intermediate: StoredIntermediateSession
  member: StoredMember
  organization: StoredOrganization
  durationMinutes: number | undefined
}

/** Uses the begun sign-in up: for a session, or for another begun one where the organization wants more. */
async function join(
  context: EmulatorContext,
  { intermediate, member, organization, durationMinutes }: Joining,
): Promise<SignInAnswer> {
  const factors = portableFactors(context, proofOf(context, intermediate), organization)
  if (provesEmail(factors)) verifyEmail(context, member)
  member.name ||= intermediate.full_name
  const answer = await completeSignIn(context, {
    member,
    organization,
    factors,
    request: { durationMinutes, intermediate: null, visitor: null },
  })
  Reflect.deleteProperty(context.data.intermediate_sessions, intermediate.token)
  return answer
}

/** The member with the proved address: there already, invited, or now let in by domain or workspace. */
function memberToJoin(
  context: EmulatorContext,
  organization: StoredOrganization,
  intermediate: StoredIntermediateSession,
): StoredMember {
  const { email_address: emailAddress, full_name: name } = intermediate
  const existing = findMemberByEmail(context, organization.organization_id, emailAddress)
  if (existing) return existing
  requireProvedAddress(context, intermediate)
  const membership = eligibility(context, organization, intermediate)
  if (membership?.type !== 'eligible_to_join_by_oauth_tenant') {
    return provisionMember(context, organization, { emailAddress, name, by: { type: 'email' } })
  }
  const { provider, tenant } = membership.details
  return provisionMember(context, organization, {
    emailAddress,
    name,
    by: { type: 'oauth_tenant', provider, tenant_ids: [tenant] },
  })
}

function addCreator(
  context: EmulatorContext,
  { organization_id }: StoredOrganization,
  { email_address, full_name }: StoredIntermediateSession,
): StoredMember {
  const now = context.timestamp()
  const member = blankMember({
    organization_id,
    member_id: context.newId('member'),
    email_address,
    name: full_name,
    status: 'pending',
    role_ids: [ADMIN_ROLE],
    created_at: now,
    updated_at: now,
  })
  context.members.keep(member)
  return member
}

/** Throws when nothing of what was proved in one organization counts in the other. */
function requirePortable(
  context: EmulatorContext,
  intermediate: StoredIntermediateSession,
  organization: { organization_id: string },
): void {
  if (portableFactors(context, proofOf(context, intermediate), organization).length > 0) return
  throw badRequest(
    'What was proved in the one organization does not count in the other.',
    'invalid_intermediate_session_token_for_organization',
  )
}

function requireProvedAddress(
  context: EmulatorContext,
  intermediate: StoredIntermediateSession,
): void {
  if (hasProvedAddress(context, intermediate)) return
  throw new EmulatorError(
    403,
    'email_verification_required',
    'The address was not verified yet. Sign in with a link or a code that is mailed to it.',
  )
}
