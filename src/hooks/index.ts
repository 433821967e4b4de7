/**
 * React hooks over TanStack Query for every method of the client.
 *
 * **Names.** A method's path in camel case behind `use`: `client.scim.rotateStart` is
 * `useScimRotateStart`. Reads drop "get": `client.scim.getConnection` is `useScimConnection`.
 * A read that comes in pages has a second hook that ends in `Infinite`. The same method's options for TanStack
 * Query are `scimQueries.connection(client)` and `scimMutations.rotateStart(client)`: first the
 * path to the method, then `Queries` or `Mutations`, then its name. Methods of the client itself are in
 * `authenticateUrlMutations`, after their file.
 *
 * Not by that rule: `organization.get`, `self.get` and `session.getSync` are what the client already
 * knows, so their hooks are `useOrganization`, `useMember` and `useMemberSession`, without a request
 * (`organizationQueries.get` and `selfQueries.get` fetch); so is `useSessionStatus`, with `useSessionEndReason`
 * and `useSessionSnapshot`.
 *
 * **Arguments.** A read hook takes the method's input, if it has one, then TanStack Query's options.
 * A write hook takes options; its `mutate` takes the method's argument.
 *
 * **Data** is the record or the page, without the envelope of the answer. A write's data is its whole answer.
 *
 * **Keys** are `['orgportal', publicToken, organizationId, memberId, resource, name, input?]`; take them from the
 * factories (`scimQueries.connection(client).queryKey`).
 */
export { Authorized } from './Authorized.tsx'
export type { AuthorizedProps } from './Authorized.tsx'
export { OrgportalProvider } from './OrgportalProvider.tsx'
export type { OrgportalProviderProps } from './OrgportalProvider.tsx'
export { useOrgportalClient } from './useOrgportalClient.ts'

export {
  useMember,
  useMemberSession,
  useOrganization,
  useSessionEndReason,
  useSessionSnapshot,
  useSessionStatus,
} from './useSessionSnapshot.ts'
export { usePermission, usePermissions } from './usePermission.ts'
export type { Permission, PermissionQuestions } from './usePermission.ts'
export type { PermissionAction, PermissionMap, PermissionResource } from './permissionMap.ts'

export { adminPortalQueries, useAdminPortalConfig } from './adminPortal.ts'
export { authenticateUrlMutations, useAuthenticateByUrl } from './authenticateUrl.ts'
export type { AuthenticateByUrlInput } from './authenticateUrl.ts'
export { magicLinksMutations, useMagicLinksAuthenticate } from './magicLinks.ts'
export {
  organizationEffects,
  organizationMutations,
  organizationQueries,
  useOrganizationUpdate,
} from './organization.ts'
export {
  organizationMembersQueries,
  useOrganizationMembersSearch,
  useOrganizationMembersSearchInfinite,
} from './organizationMembers.ts'
export type { OrganizationMembersPage } from './organizationMembers.ts'
export {
  scimMutations,
  scimQueries,
  useScimConnection,
  useScimConnectionGroups,
  useScimConnectionGroupsInfinite,
  useScimCreateConnection,
  useScimDeleteConnection,
  useScimRotateCancel,
  useScimRotateComplete,
  useScimRotateStart,
  useScimUpdateConnection,
} from './scim.ts'
export { scimEffects } from './scimEffects.ts'
export type { ScimConnectionGroupsInput, ScimConnectionGroupsPage } from './scim.ts'
export { selfQueries } from './self.ts'
export {
  sessionMutations,
  useSessionAttest,
  useSessionAuthenticate,
  useSessionExchange,
  useSessionExchangeAccessToken,
  useSessionRevoke,
  useSessionRevokeForMember,
} from './session.ts'
export type {
  SessionAuthenticateInput,
  SessionExchangeAccessTokenInput,
  SessionRevokeForMemberInput,
  SessionRevokeInput,
} from './session.ts'

export { SessionChangedError } from './read.ts'
export type {
  InfiniteReadHookOptions,
  InfiniteReadOptions,
  ReadHookOptions,
  ReadOptions,
} from './read.ts'
export type { Effects, EffectsOf, WriteHookOptions, WriteOptions } from './write.ts'
export type { OrgportalKey, ReadData, ReadName } from './keys.ts'
