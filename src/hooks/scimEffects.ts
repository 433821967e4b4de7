import type { InfiniteData } from '@tanstack/react-query'
import type {
  ScimApi,
  ScimConnection,
  ScimConnectionWithBearerToken,
  ScimConnectionWithNextBearerToken,
} from '../client/scim.ts'
import type { ScimConnectionGroupsPage } from './scim.ts'
import type { EffectsOf } from './write.ts'

/** The one page of a connection that has no groups, or of no connection. */
export const NO_GROUPS: ScimConnectionGroupsPage = { scim_groups: [], next_cursor: null }

/** What each SCIM write makes current or stale. A connection is cached without its tokens. */
export const scimEffects: EffectsOf<ScimApi, Exclude<keyof ScimApi, `get${string}`>> = {
  createConnection: {
    writes: {
      'scim.connection': ({ connection }) => withoutBearerToken(connection),
      'scim.connectionGroups': noGroups,
      'scim.connectionGroupsInfinite': noGroupsInfinite,
    },
    refreshes: { organization: true },
  },
  updateConnection: {
    writes: { 'scim.connection': ({ connection }) => connection },
    // A group's roles are its members' roles.
    invalidates: {
      'organization.members.search': 'scim_group_implicit_role_assignments',
      'organization.members.searchInfinite': 'scim_group_implicit_role_assignments',
    },
    refreshes: { organization: 'display_name' },
  },
  deleteConnection: {
    writes: {
      'scim.connection': () => null,
      'scim.connectionGroups': noGroups,
      'scim.connectionGroupsInfinite': noGroupsInfinite,
    },
    invalidates: {
      'organization.members.search': true,
      'organization.members.searchInfinite': true,
    },
    refreshes: { organization: true },
  },
  rotateStart: {
    writes: { 'scim.connection': ({ connection }) => withoutNextBearerToken(connection) },
  },
  rotateComplete: {
    writes: { 'scim.connection': ({ connection }) => connection },
    refreshes: { organization: true },
  },
  rotateCancel: {
    writes: { 'scim.connection': ({ connection }) => connection },
  },
}

function noGroups(
  _answer: unknown,
  _variables: unknown,
  before: ScimConnectionGroupsPage | undefined,
) {
  return before && NO_GROUPS
}

function noGroupsInfinite(
  _answer: unknown,
  _variables: unknown,
  before: InfiniteData<ScimConnectionGroupsPage, string | null> | undefined,
) {
  return before && { pages: [NO_GROUPS], pageParams: [null] }
}

function withoutBearerToken({
  bearer_token,
  ...connection
}: ScimConnectionWithBearerToken): ScimConnection {
  return { ...connection, bearer_token_last_four: bearer_token.slice(-4) }
}

function withoutNextBearerToken({
  next_bearer_token,
  ...connection
}: ScimConnectionWithNextBearerToken): ScimConnection {
  return { ...connection, next_bearer_token_last_four: next_bearer_token.slice(-4) }
}
