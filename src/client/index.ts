export { createB2BClient, type B2BClientOptions } from './createB2BClient.ts'
export { createMemoryStorage } from './memoryStorage.ts'
export { parseOAuthAuthorizeParams, parseOAuthLogoutParams } from './oauthParams.ts'
export { compilePolicy } from './rbac.ts'
export { createRequestStorage } from './requestStorage.ts'
export { getServerState, type ServerState } from './serverState.ts'
export { returnFromSsoTest } from './returnFromSsoTest.ts'
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
export type { AdminPortalApi, AdminPortalConfig } from './adminPortal.ts'
export type {
  AuthenticateByUrlResult,
  AuthenticateTokenType,
  AuthenticateUrlApi,
  ParsedAuthenticateUrl,
} from './authenticateUrl.ts'
export type {
  AuthenticationFactor,
  EmailFactor,
  FactorDetails,
  OAuthExchangeFactor,
  OAuthFactor,
  PhoneNumberFactor,
  SsoFactor,
} from './authenticationFactor.ts'
export type { Bootstrap } from './bootstrap.ts'
export type {
  ConnectedApp,
  ConnectedAppClientType,
  ConnectedAppPublic,
  MemberConnectedApp,
  MemberConnectedAppsOutput,
  OrganizationConnectedAppOutput,
  OrganizationConnectedAppsOutput,
} from './connectedApps.ts'
export type { CookieOptions } from './cookies.ts'
export type { DeviceAttributeDetails, DeviceHistory } from './deviceHistory.ts'
export type {
  DiscoveredOrganization,
  DiscoveryApi,
  DiscoveryAuthResponse,
  DiscoveryExchangeInput,
  DiscoveryOrganizationsCreateInput,
  DiscoveryOrganizationsListOutput,
  Membership,
} from './discovery.ts'
export type {
  GoogleOneTapApi,
  GoogleOneTapConfig,
  GoogleOneTapDiscoveryStartInput,
  GoogleOneTapPrompt,
  GoogleOneTapResult,
  GoogleOneTapStartInput,
} from './googleOneTap.ts'
export type {
  IdpApi,
  OAuthAuthorizeParams,
  OAuthAuthorizeStartOutput,
  OAuthAuthorizeSubmitInput,
  OAuthAuthorizeSubmitOutput,
  OAuthLogoutParams,
  OAuthLogoutStartOutput,
  ScopeResult,
} from './idp.ts'
export type { ImpersonationApi } from './impersonation.ts'
export type {
  MagicLinksApi,
  MagicLinksAuthenticateInput,
  MagicLinksAuthenticateOutput,
  MagicLinksDiscoverySendInput,
  MagicLinksInviteInput,
  MagicLinksLoginOrSignupInput,
} from './magicLinks.ts'
export type {
  MembersApi,
  MembersCreateInput,
  MembersDeleteOutput,
  MemberSearchOperand,
  MembersSearchInput,
  MembersSearchOutput,
  MembersStartEmailUpdateInput,
  MembersUnlinkRetiredEmailInput,
  MembersUpdateInput,
} from './members.ts'
export type {
  OAuthApi,
  OAuthAuthenticateInput,
  OAuthAuthenticateOutput,
  OAuthDiscoveryStartInput,
  OAuthProviderApi,
  OAuthProviderValues,
  OAuthStartInput,
} from './oauth.ts'
export type { ParsedOAuthParams } from './oauthParams.ts'
export type {
  MemberExistence,
  OrganizationApi,
  OrganizationBySlugMatch,
  OrganizationDeleteOutput,
  OrganizationGetBySlugOutput,
  OrganizationSearchMemberOutput,
  OrganizationUpdateInput,
  OrganizationUpdateOutput,
} from './organization.ts'
export type {
  OtpsApi,
  OtpsEmailAuthenticateInput,
  OtpsEmailDiscoverySendInput,
  OtpsEmailLoginOrSignupInput,
  OtpsSmsAuthenticateInput,
  OtpsSmsSendInput,
} from './otps.ts'
export type {
  LudsFeedback,
  PasswordsApi,
  PasswordsAuthenticateInput,
  PasswordsDiscoveryOutput,
  PasswordsDiscoveryResetByEmailStartInput,
  PasswordsResetByEmailInput,
  PasswordsResetByEmailStartInput,
  PasswordsResetByExistingPasswordInput,
  PasswordsStrengthCheckOutput,
  PasswordStrength,
  ZxcvbnFeedback,
} from './passwords.ts'
export type { BuiltInPermissions } from './permissions.ts'
export type {
  ActionOf,
  CustomClaims,
  MemberTrustedMetadata,
  MemberUntrustedMetadata,
  Metadata,
  OrganizationTrustedMetadata,
  Project,
  Register,
  RegisteredProject,
  ResourceId,
  RoleId,
} from './project.ts'
export type { ProtectionOptions } from './protection.ts'
export type { CompiledPolicy, CompilePolicy, RbacApi } from './rbac.ts'
export type {
  RecoveryCodesApi,
  RecoveryCodesOutput,
  RecoveryCodesRecoverInput,
  RecoveryCodesRecoverOutput,
} from './recoveryCodes.ts'
export type { RequestEvent, RequestListener } from './requestEvents.ts'
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
export type { ScimAttributes, ScimRegistration, ScimValue } from './scimRegistration.ts'
export type {
  MemberApi,
  SelfApi,
  SelfStartEmailUpdateInput,
  SelfUnlinkRetiredEmailInput,
  SelfUpdateInput,
} from './self.ts'
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
  SsoApi,
  SsoAuthenticateInput,
  SsoConnectionsOutput,
  SsoConnectionStatus,
  SsoDeleteConnectionOutput,
  SsoDiscoverConnectionsOutput,
  SsoIdentityProvider,
  SsoStartInput,
} from './sso.ts'
export type {
  ExternalConnection,
  ExternalConnectionOutput,
  ExternalCreateConnectionInput,
  ExternalSsoApi,
  ExternalUpdateConnectionInput,
} from './ssoExternal.ts'
export type {
  OidcApi,
  OidcConnection,
  OidcConnectionOutput,
  OidcUpdateConnectionInput,
  OidcUpdateConnectionOutput,
} from './ssoOidc.ts'
export type {
  EncryptionPrivateKey,
  SamlApi,
  SamlConnection,
  SamlConnectionOutput,
  SamlDeleteEncryptionPrivateKeyOutput,
  SamlDeleteVerificationCertificateOutput,
  SamlUpdateConnectionByUrlInput,
  SamlUpdateConnectionInput,
  SsoConnectionRoleAssignment,
  SsoCreateConnectionInput,
  SsoGroupRoleAssignment,
  X509Certificate,
} from './ssoSaml.ts'
export type { ClientStorage } from './storage.ts'
export type {
  MfaEnrollment,
  TotpApi,
  TotpAuthenticateInput,
  TotpCreateInput,
  TotpCreateOutput,
} from './totp.ts'
export type {
  AuthMethod,
  AuthResponse,
  AuthResponseWithMfa,
  JitSetting,
  Locale,
  Member,
  MemberResponse,
  MemberRole,
  MemberSession,
  MemberStatus,
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
  SsoActiveConnection,
  SsoRegistration,
} from './types.ts'
