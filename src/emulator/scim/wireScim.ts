import type {
  ScimConnection,
  ScimConnectionWithBearerToken,
  ScimConnectionWithNextBearerToken,
  ScimGroup,
} from '../../client/scim.ts'
import type { EmulatorContext } from '../context.ts'
import { scimGroupOf } from './scimAssignments.ts'
import type { StoredScimConnection, StoredScimGroup, StoredToken } from '../records/scim.ts'
import { lastFour, scimBaseUrl } from '../wire.ts'

/** A connection as all answers but two send it: of its tokens, the last four characters. */
export function wireScimConnection(
  context: EmulatorContext,
  connection: StoredScimConnection,
): ScimConnection {
  const { bearer_token, next_bearer_token } = connection
  return {
    ...wireBase(context, connection),
    bearer_token_last_four: lastFour(bearer_token.value),
    bearer_token_expires_at: bearer_token.expires_at,
    next_bearer_token_last_four: next_bearer_token ? lastFour(next_bearer_token.value) : '',
    next_bearer_token_expires_at: next_bearer_token?.expires_at ?? null,
  }
}

export function wireScimConnectionWithBearerToken(
  context: EmulatorContext,
  connection: StoredScimConnection,
): ScimConnectionWithBearerToken {
  return {
    ...wireBase(context, connection),
    bearer_token: connection.bearer_token.value,
    bearer_token_expires_at: connection.bearer_token.expires_at,
  }
}

export function wireScimConnectionWithNextBearerToken(
  context: EmulatorContext,
  connection: StoredScimConnection,
  next: StoredToken,
): ScimConnectionWithNextBearerToken {
  return {
    ...wireBase(context, connection),
    bearer_token_last_four: lastFour(connection.bearer_token.value),
    bearer_token_expires_at: connection.bearer_token.expires_at,
    next_bearer_token: next.value,
    next_bearer_token_expires_at: next.expires_at,
  }
}

export function wireScimGroup({
  group_id,
  group_name,
  organization_id,
  connection_id,
}: StoredScimGroup): ScimGroup {
  return { group_id, group_name, organization_id, connection_id }
}

function wireBase(context: EmulatorContext, connection: StoredScimConnection) {
  const { organization_id, connection_id, status, display_name, identity_provider, assignments } =
    connection
  return {
    organization_id,
    connection_id,
    status,
    display_name,
    identity_provider,
    base_url: scimBaseUrl(context, connection),
    scim_group_implicit_role_assignments: assignments.map((assignment) => {
      const group_name =
        scimGroupOf(context, connection, assignment.group_id)?.group_name ?? assignment.group_name
      return { ...assignment, ...(group_name !== undefined && { group_name }) }
    }),
  }
}
