/**
 * React hooks over TanStack Query for every method of the client.
 *
 * **Names.** The options of a method are a function with the method's name, in a namespace with the path to it:
 * `client.scim.rotateStart` is `scimMutations.rotateStart(client)`. The name of a read loses a leading "get", unless
 * nothing would remain: `client.scim.getConnection` is `scimQueries.connection(client)`, `client.self.get` is
 * `selfQueries.get(client)`. The hook is `use`, the path and that name: `useScimRotateStart`, `useScimConnection`,
 * `useSelfGet`. A read that comes in pages has a second pair that ends in `Infinite`. What the client itself does is in
 * `clientMutations`, and its hook has no path: `useAuthenticateByUrl`.
 *
 * Reads are what can be asked again unnoticed, and holds no secret: `passwords.strengthCheck` (its input) and
 * `recoveryCodes.get` (its answer) are mutations, because queries are kept and can be persisted.
 *
 * **What is known already** has hooks without a request, which are of no method: `useMember`, `useOrganization`,
 * `useMemberSession`, `useSessionStatus`, `useSessionEndReason`, `useSessionSnapshot`, and those of permissions.
 * `useOrganizationMember` is the search for one member, `useWriteMany` any write, many times, and
 * `useExpiringCredentials` one list of all that ends soon.
 *
 * **Arguments.** A read hook takes the method's input, if it has one, then TanStack Query's options.
 * A write hook takes options; its `mutate` takes the method's argument.
 *
 * **Signing in from an effect**, with a token of the address, is `useEffect(() => mutate(…), [mutate])`, and no more: while
 * a sign-in is on its way, the same one is not sent again, not even by effects that StrictMode runs twice. Options
 * that are handed to `useMutation` itself know this of themselves only: keep them, by `useMemo`.
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
export { useOrganizationMember } from './useOrganizationMember.ts'
export { credentialExpiry } from './credentialExpiry.ts'
export type { CredentialExpiry, ExpiryLevel } from './credentialExpiry.ts'
export { useExpiringCredentials } from './useExpiringCredentials.ts'
export type {
  CredentialSource,
  ExpiringCredential,
  ExpiringCredentials,
  ExpiringCredentialsOptions,
} from './useExpiringCredentials.ts'
export { useWriteMany } from './useWriteMany.ts'
export type { WriteMany } from './useWriteMany.ts'
export { usePermission } from './usePermission.ts'
export { usePermissions } from './usePermissions.ts'
export type { PermissionQuestions } from './usePermissions.ts'
export type { PermissionQuestion } from './rights.ts'
export type {
  GrantingRole,
  HeldRole,
  Permission,
  PermissionExplanation,
  PermissionReason,
} from './explainPermission.ts'
export type { NamedRoleSource } from './roleSources.ts'
export { useEditableFields } from './useEditableFields.ts'
export type { EditableFields } from './useEditableFields.ts'
export { fieldActions } from './fieldActions.ts'
export type { EditableField, EditableResource } from './fieldActions.ts'

export * as adminPortalQueries from './adminPortalQueries.ts'
export { useAdminPortalConfig } from './adminPortal.ts'
export * as clientMutations from './clientMutations.ts'
export { useAuthenticateByUrl } from './client.ts'
export type { AuthenticateByUrlInput } from './clientMutations.ts'
export * as discoveryIntermediateSessionsMutations from './discoveryIntermediateSessionsMutations.ts'
export * as discoveryOrganizationsMutations from './discoveryOrganizationsMutations.ts'
export * as discoveryOrganizationsQueries from './discoveryOrganizationsQueries.ts'
export {
  useDiscoveryIntermediateSessionsExchange,
  useDiscoveryOrganizationsCreate,
  useDiscoveryOrganizationsList,
} from './discovery.ts'
export type { DiscoveredOrganizations } from './discoveryOrganizationsQueries.ts'
export * as idpMutations from './idpMutations.ts'
export * as idpQueries from './idpQueries.ts'
export {
  useIdpOauthAuthorizeStart,
  useIdpOauthAuthorizeSubmit,
  useIdpOauthLogoutStart,
} from './idp.ts'
export type { OAuthAuthorizeRequest } from './idpQueries.ts'
export * as impersonationMutations from './impersonationMutations.ts'
export { useImpersonationAuthenticate } from './impersonation.ts'
export * as magicLinksDiscoveryMutations from './magicLinksDiscoveryMutations.ts'
export * as magicLinksEmailDiscoveryMutations from './magicLinksEmailDiscoveryMutations.ts'
export * as magicLinksEmailMutations from './magicLinksEmailMutations.ts'
export * as magicLinksMutations from './magicLinksMutations.ts'
export {
  useMagicLinksAuthenticate,
  useMagicLinksDiscoveryAuthenticate,
  useMagicLinksEmailDiscoverySend,
  useMagicLinksEmailInvite,
  useMagicLinksEmailLoginOrSignup,
} from './magicLinks.ts'
export * as oauthDiscoveryMutations from './oauthDiscoveryMutations.ts'
export * as oauthGoogleOneTapDiscoveryMutations from './oauthGoogleOneTapDiscoveryMutations.ts'
export * as oauthGoogleOneTapMutations from './oauthGoogleOneTapMutations.ts'
export * as oauthGoogleOneTapQueries from './oauthGoogleOneTapQueries.ts'
export * as oauthMutations from './oauthMutations.ts'
export {
  oauthGithubDiscoveryMutations,
  oauthGithubMutations,
  oauthGoogleDiscoveryMutations,
  oauthGoogleMutations,
  oauthHubspotDiscoveryMutations,
  oauthHubspotMutations,
  oauthMicrosoftDiscoveryMutations,
  oauthMicrosoftMutations,
  oauthSlackDiscoveryMutations,
  oauthSlackMutations,
} from './oauthProviderMutations.ts'
export type {
  OAuthProviderDiscoveryMutations,
  OAuthProviderMutations,
} from './oauthProviderMutations.ts'
export {
  useOauthAuthenticate,
  useOauthDiscoveryAuthenticate,
  useOauthGithubDiscoveryStart,
  useOauthGithubStart,
  useOauthGoogleDiscoveryStart,
  useOauthGoogleOneTapClientId,
  useOauthGoogleOneTapDiscoveryStart,
  useOauthGoogleOneTapStart,
  useOauthGoogleStart,
  useOauthHubspotDiscoveryStart,
  useOauthHubspotStart,
  useOauthMicrosoftDiscoveryStart,
  useOauthMicrosoftStart,
  useOauthSlackDiscoveryStart,
  useOauthSlackStart,
} from './oauth.ts'
export type { OAuthDiscoveryStartHook, OAuthStartHook } from './oauth.ts'
export * as otpsEmailDiscoveryMutations from './otpsEmailDiscoveryMutations.ts'
export * as otpsEmailMutations from './otpsEmailMutations.ts'
export * as otpsSmsMutations from './otpsSmsMutations.ts'
export {
  useOtpsEmailAuthenticate,
  useOtpsEmailDiscoveryAuthenticate,
  useOtpsEmailDiscoverySend,
  useOtpsEmailLoginOrSignup,
  useOtpsSmsAuthenticate,
  useOtpsSmsSend,
} from './otps.ts'
export * as organizationMutations from './organizationMutations.ts'
export * as organizationQueries from './organizationQueries.ts'
export {
  useOrganizationBySlug,
  useOrganizationConnectedApp,
  useOrganizationConnectedApps,
  useOrganizationDelete,
  useOrganizationGet,
  useOrganizationSearchMember,
  useOrganizationUpdate,
} from './organization.ts'
export type {
  OrganizationBySlugInput,
  OrganizationConnectedApp,
  OrganizationConnectedAppInput,
  OrganizationSearchMemberInput,
} from './organizationQueries.ts'
export * as organizationMembersMutations from './organizationMembersMutations.ts'
export * as organizationMembersQueries from './organizationMembersQueries.ts'
export {
  useOrganizationMembersConnectedApps,
  useOrganizationMembersCreate,
  useOrganizationMembersDelete,
  useOrganizationMembersDeleteMFAPhoneNumber,
  useOrganizationMembersDeleteMFATOTP,
  useOrganizationMembersDeletePassword,
  useOrganizationMembersReactivate,
  useOrganizationMembersRevokeConnectedApp,
  useOrganizationMembersSearch,
  useOrganizationMembersSearchInfinite,
  useOrganizationMembersStartEmailUpdate,
  useOrganizationMembersUnlinkRetiredEmail,
  useOrganizationMembersUpdate,
} from './organizationMembers.ts'
export type { OrganizationMembersRevokeConnectedAppInput } from './organizationMembersMutations.ts'
export type {
  OrganizationMembersConnectedAppsInput,
  OrganizationMembersPage,
} from './organizationMembersQueries.ts'
export * as passwordsDiscoveryMutations from './passwordsDiscoveryMutations.ts'
export * as passwordsMutations from './passwordsMutations.ts'
export {
  usePasswordsAuthenticate,
  usePasswordsDiscoveryAuthenticate,
  usePasswordsDiscoveryResetByEmail,
  usePasswordsDiscoveryResetByEmailStart,
  usePasswordsResetByEmail,
  usePasswordsResetByEmailStart,
  usePasswordsResetByExistingPassword,
  usePasswordsResetBySession,
  usePasswordsStrengthCheck,
} from './passwords.ts'
export * as recoveryCodesMutations from './recoveryCodesMutations.ts'
export {
  useRecoveryCodesGet,
  useRecoveryCodesRecover,
  useRecoveryCodesRotate,
} from './recoveryCodes.ts'
export * as scimMutations from './scimMutations.ts'
export * as scimQueries from './scimQueries.ts'
export {
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
export type { ScimConnectionGroupsInput, ScimConnectionGroupsPage } from './scimQueries.ts'
export * as selfMutations from './selfMutations.ts'
export * as selfQueries from './selfQueries.ts'
export {
  useSelfConnectedApps,
  useSelfDeleteMFAPhoneNumber,
  useSelfDeleteMFATOTP,
  useSelfDeletePassword,
  useSelfGet,
  useSelfRevokeConnectedApp,
  useSelfStartEmailUpdate,
  useSelfUnlinkRetiredEmail,
  useSelfUpdate,
} from './self.ts'
export type { SelfRevokeConnectedAppInput } from './selfMutations.ts'
export * as sessionMutations from './sessionMutations.ts'
export {
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
} from './sessionMutations.ts'
export * as totpMutations from './totpMutations.ts'
export { useTotpAuthenticate, useTotpCreate } from './totp.ts'
export * as ssoExternalMutations from './ssoExternalMutations.ts'
export * as ssoMutations from './ssoMutations.ts'
export * as ssoOidcMutations from './ssoOidcMutations.ts'
export * as ssoQueries from './ssoQueries.ts'
export * as ssoSamlMutations from './ssoSamlMutations.ts'
export {
  useSsoAuthenticate,
  useSsoConnections,
  useSsoDeleteConnection,
  useSsoDiscoverConnections,
  useSsoExternalCreateConnection,
  useSsoExternalUpdateConnection,
  useSsoOidcCreateConnection,
  useSsoOidcUpdateConnection,
  useSsoSamlCreateConnection,
  useSsoSamlDeleteEncryptionPrivateKey,
  useSsoSamlDeleteVerificationCertificate,
  useSsoSamlUpdateConnection,
  useSsoSamlUpdateConnectionByURL,
  useSsoStart,
} from './sso.ts'
export type {
  CachedOidcConnection,
  CachedSamlConnection,
  SsoConnections,
} from './ssoConnections.ts'
export type {
  SsoSamlDeleteEncryptionPrivateKeyInput,
  SsoSamlDeleteVerificationCertificateInput,
} from './ssoSamlMutations.ts'

export type { Effects, Stale } from './effects.ts'
export type { OrgportalKey } from './keys.ts'
export { SessionChangedError } from './read.ts'
export type { InfiniteReadOptions, ReadOptions } from './read.ts'
export type { ReadData, ReadName } from './readData.ts'
export type {
  InfiniteReadHook,
  InfiniteReadHookOptions,
  ReadHook,
  ReadHookOf,
  ReadHookOfOptional,
  ReadHookOptions,
} from './useRead.ts'
export type { WriteHook, WriteHookOptions } from './useWrite.ts'
export type { WriteOptions } from './write.ts'
