export { createB2BClient, type B2BClientOptions } from './createB2BClient.ts'
export { createMemoryStorage } from './memoryStorage.ts'
export { compilePolicy } from './rbac.ts'
export {
  ApiError,
  NetworkError,
  UsageError,
  isApiError,
  isNetworkError,
  isUsageError,
  type ApiErrorFields,
} from './errors.ts'

export type { B2BClient } from './B2BClient.ts'
export type { AdminPortalApi } from './adminPortal.ts'
export type {
  AuthenticateByUrlResult,
  AuthenticateTokenType,
  AuthenticateUrlApi,
  ParsedAuthenticateUrl,
} from './authenticateUrl.ts'
export type { Bootstrap } from './bootstrap.ts'
export type { CookieOptions } from './cookies.ts'
export type { ClientStorage } from './storage.ts'
export type {
  MagicLinksApi,
  MagicLinksAuthenticateInput,
  MagicLinksAuthenticateOutput,
} from './magicLinks.ts'
export type {
  MemberSearchOperand,
  MembersApi,
  MembersSearchInput,
  MembersSearchOutput,
} from './members.ts'
export type {
  OrganizationApi,
  OrganizationUpdateInput,
  OrganizationUpdateOutput,
} from './organization.ts'
export type { CompiledPolicy, CompilePolicy, RbacApi } from './rbac.ts'
export type {
  ScimApi,
  ScimConnection,
  ScimConnectionGroupsOutput,
  ScimConnectionOutput,
  ScimConnectionWithBearerToken,
  ScimConnectionWithNextBearerToken,
  ScimCreateConnectionInput,
  ScimCreateConnectionOutput,
  ScimDeleteConnectionOutput,
  ScimGroup,
  ScimGroupRoleAssignment,
  ScimIdentityProvider,
  ScimRotateStartOutput,
  ScimUpdateConnectionInput,
} from './scim.ts'
export type { SelfApi } from './self.ts'
export type {
  SessionApi,
  SessionAttestInput,
  SessionExchangeInput,
  SessionTokens,
} from './session.ts'
export type {
  SessionEndReason,
  SessionIdentity,
  SessionSnapshot,
  SessionStatus,
} from './sessionStore.ts'
export type {
  AdminPortalConfig,
  AuthenticationFactor,
  AuthMethod,
  AuthResponse,
  AuthResponseWithMfa,
  JitSetting,
  Member,
  MemberRole,
  MemberSession,
  MemberStatus,
  Metadata,
  MethodsSetting,
  MfaMethod,
  MfaPolicy,
  MfaRequired,
  OAuthRegistration,
  Open,
  Organization,
  PermissionsMap,
  PrimaryRequired,
  RbacPermission,
  RbacPolicy,
  RbacResource,
  RbacRole,
  RbacScope,
  RequestOptions,
  ResponseCommon,
  RestrictedSetting,
  RoleSource,
  ScimActiveConnection,
  ScimAttributes,
  ScimRegistration,
  SsoActiveConnection,
  SsoRegistration,
} from './types.ts'
