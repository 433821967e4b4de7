// The parts of the portal.
export { AdminPortalMemberManagement } from './members/AdminPortalMemberManagement.tsx'
export type { AdminPortalMemberManagementProps } from './members/AdminPortalMemberManagement.tsx'
export { AdminPortalSCIM } from './scim/AdminPortalSCIM.tsx'
export type { AdminPortalSCIMProps } from './scim/AdminPortalSCIM.tsx'
export { AdminPortalSSO } from './sso/AdminPortalSSO.tsx'
export type { AdminPortalSSOProps } from './sso/AdminPortalSSO.tsx'

// SSO: screens and sections, to be put together anew within a `PortalRoot`.
export { SsoPart } from './sso/SsoPart.tsx'
export { ConnectionListScreen } from './sso/list/ConnectionListScreen.tsx'
export type { ConnectionListScreenProps } from './sso/list/ConnectionListScreen.tsx'
export { NewConnectionScreen } from './sso/create/NewConnectionScreen.tsx'
export type { NewConnectionScreenProps } from './sso/create/NewConnectionScreen.tsx'
export { SetupScreen } from './sso/setup/SetupScreen.tsx'
export type { SetupScreenProps } from './sso/setup/SetupScreen.tsx'
export { ConnectionScreen } from './sso/connection/ConnectionScreen.tsx'
export type { ConnectionScreenProps } from './sso/connection/ConnectionScreen.tsx'
export { SourceCard } from './sso/values/SourceCard.tsx'
export type { SourceCardProps } from './sso/values/SourceCard.tsx'
export { MappingCard } from './sso/values/MappingCard.tsx'
export type { MappingCardProps } from './sso/values/MappingCard.tsx'
export { CertificatesCard } from './sso/certificates/CertificatesCard.tsx'
export type { CertificatesCardProps } from './sso/certificates/CertificatesCard.tsx'
export { KeysCard } from './sso/certificates/KeysCard.tsx'
export type { KeysCardProps } from './sso/certificates/KeysCard.tsx'
export { ExpiryNotice } from './sso/certificates/ExpiryNotice.tsx'
export type { ExpiryNoticeProps } from './sso/certificates/ExpiryNotice.tsx'
export { RolesCard } from './sso/roles/RolesCard.tsx'
export type { RolesCardProps } from './sso/roles/RolesCard.tsx'
export { DefaultConnectionCard } from './sso/switchOn/DefaultConnectionCard.tsx'
export type { DefaultConnectionCardProps } from './sso/switchOn/DefaultConnectionCard.tsx'
export { JitCard } from './sso/switchOn/JitCard.tsx'
export type { JitCardProps } from './sso/switchOn/JitCard.tsx'
export { OnlySsoCard } from './sso/switchOn/OnlySsoCard.tsx'
export type { OnlySsoCardProps } from './sso/switchOn/OnlySsoCard.tsx'
export { TestSignIn } from './sso/testSignIn/TestSignIn.tsx'
export type { TestSignInProps } from './sso/testSignIn/TestSignIn.tsx'
export { TestResults } from './sso/testSignIn/TestResults.tsx'
export { LockOutNotice } from './sso/lockOut/LockOutNotice.tsx'
export type { LockOutNoticeProps } from './sso/lockOut/LockOutNotice.tsx'
export { Findings } from './sso/reading/Findings.tsx'
export type { FindingsProps } from './sso/reading/Findings.tsx'
export { SsoContext } from './sso/SsoConfig.ts'
export type { SsoConfig, SsoSetting, SsoSlots } from './sso/SsoConfig.ts'
export type { OpenTestWindow, TestReturn, TestWindow } from './sso/testSignIn/testWindow.ts'

// SSO: the models behind them, for markup of a host's own.
export { useSsoPortal } from './sso/useSsoPortal.ts'
export type { ProjectLimits, SsoPortalState } from './sso/useSsoPortal.ts'
export { useSsoViewer } from './sso/useSsoViewer.ts'
export type { SsoViewer } from './sso/useSsoViewer.ts'
export { useSsoNavigation } from './sso/useSsoNavigation.ts'
export type { SsoNavigation } from './sso/useSsoNavigation.ts'
export { useConnectionList } from './sso/list/useConnectionList.ts'
export type { ConnectionList } from './sso/list/useConnectionList.ts'
export { useNewConnection } from './sso/create/useNewConnection.ts'
export type { NewConnectionInput, NewConnectionModel } from './sso/create/useNewConnection.ts'
export { useSetup } from './sso/setup/useSetup.ts'
export type { SetupModel } from './sso/setup/useSetup.ts'
export { useSsoConnectionDetails } from './sso/connection/useSsoConnectionDetails.ts'
export type { SsoDetailsState } from './sso/connection/useSsoConnectionDetails.ts'
export { useSsoConnectionDeletion } from './sso/connection/useSsoConnectionDeletion.ts'
export type { SsoConnectionDeletion } from './sso/connection/useSsoConnectionDeletion.ts'
export { useCertificates } from './sso/certificates/useCertificates.ts'
export type { CertificatesModel } from './sso/certificates/useCertificates.ts'
export { useServiceKeys } from './sso/certificates/useServiceKeys.ts'
export type { ServiceKeysModel } from './sso/certificates/useServiceKeys.ts'
export { useConnectionRoles } from './sso/roles/useConnectionRoles.ts'
export type { ConnectionRolesState } from './sso/roles/useConnectionRoles.ts'
export { useDefaultConnection } from './sso/switchOn/useDefaultConnection.ts'
export type { DefaultConnectionModel } from './sso/switchOn/useDefaultConnection.ts'
export { useJitProvisioning } from './sso/switchOn/useJitProvisioning.ts'
export type { JitModel } from './sso/switchOn/useJitProvisioning.ts'
export { useOnlySso } from './sso/switchOn/useOnlySso.ts'
export type { OnlySsoModel } from './sso/switchOn/useOnlySso.ts'
export { useLockOut } from './sso/lockOut/useLockOut.ts'
export type { LockOutState } from './sso/lockOut/useLockOut.ts'
export { useTestSignIn } from './sso/testSignIn/useTestSignIn.ts'
export type { TestSignInModel } from './sso/testSignIn/useTestSignIn.ts'
export { useLastTest } from './sso/testSignIn/useTestResults.ts'
export type { LastTest } from './sso/testSignIn/useTestResults.ts'
export { useGuide } from './sso/guides/useGuide.ts'
export type { GuideState } from './sso/guides/useGuide.ts'
export type { SsoAccess } from './sso/useSsoAccess.ts'
export type { SsoAddress, SsoDialog } from './sso/ssoAddress.ts'
export type { TestOutcome } from './sso/testSignIn/testOutcome.ts'

// SSO: the rules, plain functions.
export { allConnections } from './sso/connections.ts'
export type {
  ExternalSsoConnection,
  OidcSsoConnection,
  SamlSsoConnection,
  SsoConnection,
} from './sso/connections.ts'
export { guideOfConnection } from './sso/providers.ts'
export type { GuideId, SsoProvider } from './sso/providers.ts'
export { readMetadata } from './sso/reading/readMetadata.ts'
export type { MetadataReading, SamlMetadata } from './sso/reading/readMetadata.ts'
export { readCertificates } from './sso/reading/readCertificates.ts'
export type { CertificatesReading, ReadCertificate } from './sso/reading/readCertificates.ts'
export { readPrivateKey } from './sso/reading/readPrivateKey.ts'
export { checkCertificates } from './sso/reading/checkCertificates.ts'
export { checkUrl } from './sso/reading/checkUrl.ts'
export type { UrlPlace } from './sso/reading/checkUrl.ts'
export { checkIssuer } from './sso/reading/checkIssuer.ts'
export { discoverIssuer } from './sso/reading/discoverIssuer.ts'
export type { DiscoveryReading, OidcDiscovery } from './sso/reading/discoverIssuer.ts'
export { lockOutOf } from './sso/lockOut/lockOut.ts'
export type { LockOut, SsoChange } from './sso/lockOut/lockOut.ts'
export { lockOutDemands } from './sso/lockOut/lockOutDemands.ts'
export type { LockOutDemands } from './sso/lockOut/lockOutDemands.ts'
export { previewSsoRoles } from './sso/roles/previewSsoRoles.ts'
export { jitOf } from './sso/switchOn/jitProvisioning.ts'
export { waysInOf } from './sso/switchOn/waysIn.ts'
export { activationItems } from './sso/connection/activation.ts'
export { deletionLosses } from './sso/connection/deletionLosses.ts'
export { spMetadata } from './sso/handOver/spMetadata.ts'
export { handOverSheet } from './sso/handOver/handOverSheet.ts'
export type { HandOverSheet } from './sso/handOver/handOverSheet.ts'
export { sheetHtml } from './sso/handOver/sheetHtml.ts'
export { sheetText } from './sso/handOver/sheetText.ts'
export type { Finding, FindingCode } from './sso/reading/finding.ts'
export type { MappingRow, OidcSource, SamlSource } from './sso/values/sourceValues.ts'
// Members: screens and sections, to be put together anew within a `PortalRoot`.
export { MembersPart } from './members/MembersPart.tsx'
export { MemberListScreen } from './members/list/MemberListScreen.tsx'
export type { MemberListScreenProps } from './members/list/MemberListScreen.tsx'
export { MemberScreen } from './members/profile/MemberScreen.tsx'
export type { MemberScreenProps } from './members/profile/MemberScreen.tsx'
export { InviteScreen } from './members/invite/InviteScreen.tsx'
export type { InviteScreenProps } from './members/invite/InviteScreen.tsx'
export type { MemberCardProps } from './members/profile/memberCard.ts'
export { MemberDetails } from './members/profile/MemberDetails.tsx'
export { MemberEmail } from './members/profile/MemberEmail.tsx'
export { MemberRoles } from './members/profile/MemberRoles.tsx'
export { MemberDanger } from './members/profile/MemberDanger.tsx'
export { SignInMethodsCard } from './members/signIn/SignInMethodsCard.tsx'
export { SecondFactorCard } from './members/signIn/SecondFactorCard.tsx'
export { ConnectedAppsCard } from './members/signIn/ConnectedAppsCard.tsx'
export { SessionsCard } from './members/signIn/SessionsCard.tsx'
export { ExportButton } from './members/bulk/ExportButton.tsx'
export type { ExportButtonProps } from './members/bulk/ExportButton.tsx'
export { RunProvider } from './members/bulk/RunProvider.tsx'
export { RunStatus } from './members/bulk/RunStatus.tsx'
export { RolePicker } from './members/RolePicker.tsx'
export type { RolePickerProps } from './members/RolePicker.tsx'
export { StatusTag } from './members/StatusTag.tsx'
export { MembersContext } from './members/MembersConfig.ts'
export type {
  MemberColumnSlot,
  MembersConfig,
  MembersSetting,
  MembersSlots,
} from './members/MembersConfig.ts'

// Members: the models behind them, for markup of a host's own.
export { useMembersPortal } from './members/useMembersPortal.ts'
export type { MembersPortalState } from './members/useMembersPortal.ts'
export { useMembersViewer } from './members/useMembersViewer.ts'
export type { MembersViewer } from './members/useMembersViewer.ts'
export type { MemberAccess, MembersAccess } from './members/useMembersAccess.ts'
export { useMembersNavigation } from './members/useMembersNavigation.ts'
export type { MembersNavigation } from './members/useMembersNavigation.ts'
export type {
  ListPlace,
  MemberFilters,
  MembersAddress,
  MembersScreen,
} from './members/membersAddress.ts'
export { useMemberListModel } from './members/list/useMemberListModel.ts'
export type {
  ListFailure,
  ListPaging,
  MemberListModel,
  MemberListState,
} from './members/list/useMemberListModel.ts'
export type { ListColumnId, ListView } from './members/list/listColumns.ts'
export type { ListSelection } from './members/list/useListSelection.ts'
export type { MemberSelection } from './members/list/selection.ts'
export { useSearchText } from './members/list/useSearchText.ts'
export type { SearchText } from './members/list/useSearchText.ts'
export { useMemberPage } from './members/profile/useMemberPage.ts'
export type { MemberPageState } from './members/profile/useMemberPage.ts'
export { useMemberName } from './members/profile/useMemberName.ts'
export type { MemberNameEditor, MemberNameState } from './members/profile/useMemberName.ts'
export { useMemberEmail } from './members/profile/useMemberEmail.ts'
export type { MemberEmailEditor, MemberEmailState } from './members/profile/useMemberEmail.ts'
export { useMemberRoles } from './members/profile/useMemberRoles.ts'
export type { MemberRolesEditor, MemberRolesState } from './members/profile/useMemberRoles.ts'
export { useMemberStatusChange } from './members/status/useMemberStatusChange.ts'
export type { MemberStatusChange } from './members/status/useMemberStatusChange.ts'
export { useRoleManagers } from './members/status/useRoleManagers.ts'
export type { RoleManagersState } from './members/status/useRoleManagers.ts'
export { useSignInMethods } from './members/signIn/useSignInMethods.ts'
export type { SignInMethodsModel } from './members/signIn/useSignInMethods.ts'
export { usePassword } from './members/signIn/usePassword.ts'
export type { PasswordModel } from './members/signIn/usePassword.ts'
export { useSecondFactor } from './members/signIn/useSecondFactor.ts'
export type { SecondFactorModel } from './members/signIn/useSecondFactor.ts'
export { useMemberConnectedApps } from './members/signIn/useMemberConnectedApps.ts'
export type { MemberConnectedAppsModel } from './members/signIn/useMemberConnectedApps.ts'
export { useInvitation } from './members/invite/useInvitation.ts'
export type {
  Invitation,
  InvitationForm,
  InvitationProgress,
  InvitationRefusal,
} from './members/invite/useInvitation.ts'
export { useStartRun } from './members/bulk/useStartRun.ts'
export type { StartRun } from './members/bulk/useStartRun.ts'
export { useRuns } from './members/bulk/useRuns.ts'
export type { MemberRun, Runs } from './members/bulk/useRuns.ts'
export { useMemberRun } from './members/bulk/useMemberRun.ts'
export type { MemberRunModel } from './members/bulk/useMemberRun.ts'
export { useMembersExport } from './members/bulk/useMembersExport.ts'
export type { ExportState, MembersExport } from './members/bulk/useMembersExport.ts'

// Members: the rules, plain functions.
export { searchQuery } from './members/searchQuery.ts'
export type { MembersQuery } from './members/searchQuery.ts'
export { memberLabel } from './portal/memberLabel.ts'
export { secondFactor, shownRoleIds, signInMethods } from './members/list/memberFacts.ts'
export type { SecondFactor } from './members/list/memberFacts.ts'
export { canManageRoles, roleManagersAfter } from './portal/roleManagers.ts'
export type { RoleHolder, RoleManagers, RoleManagersAfter } from './portal/roleManagers.ts'
export { canBeReactivated, statusChange } from './members/status/statusChange.ts'
export type { StatusChange } from './members/status/statusChange.ts'
export { directRoles, memberRoleChanges, mergeRoles } from './members/profile/memberRoleChanges.ts'
export type { MemberRoleChanges } from './members/profile/memberRoleChanges.ts'
export { memberDirectory } from './members/profile/memberDirectory.ts'
export type { MemberDirectory } from './members/profile/memberDirectory.ts'
export { signInWays } from './portal/signInWays.ts'
export type { SignInWays } from './portal/signInWays.ts'
export { afterRemoval, secondFactors } from './members/signIn/secondFactors.ts'
export type { SecondFactors } from './members/signIn/secondFactors.ts'
export { enterPhone, formatPhone, phoneProblem, toE164 } from './members/signIn/phoneNumber.ts'
export type { PhoneEntry, PhoneProblem } from './members/signIn/phoneNumber.ts'
export { checkInvitees } from './members/invite/checkInvitees.ts'
export type {
  CheckedInvitee,
  Delivery,
  InviteeProblem,
  InviteeRules,
  KnownAddress,
} from './members/invite/checkInvitees.ts'
export type { Invitee, InviteeAction, InviteeInput } from './members/invite/invitee.ts'
export { emailProblem } from './members/invite/emailAddress.ts'
export type { EmailProblem } from './members/invite/emailAddress.ts'
export { readAddresses } from './members/invite/readAddresses.ts'
export { createRun } from './members/bulk/createRun.ts'
export { browserSurroundings } from './members/bulk/browserSurroundings.ts'
export type {
  ItemSource,
  Run,
  RunCounts,
  RunJob,
  RunRow,
  RunSnapshot,
  RunState,
  RunSurroundings,
} from './members/bulk/run.ts'
export type { MemberAction, SkipReason } from './members/bulk/memberAction.ts'
export type { RunTarget } from './members/bulk/memberSource.ts'
export { formatCsv, parseCsv } from './members/csv.ts'
export type { CsvProblem, CsvRow, CsvTable } from './members/csv.ts'

// SCIM: screens and sections, to be put together anew within a `PortalRoot`.
export { ScimPart } from './scim/ScimPart.tsx'
export { ConnectionDetails } from './scim/ConnectionDetails.tsx'
export type { ConnectionDetailsProps } from './scim/ConnectionDetails.tsx'
export { Provisioning } from './scim/Provisioning.tsx'
export type { ProvisioningProps } from './scim/Provisioning.tsx'
export { GroupRolesCard } from './scim/GroupRolesCard.tsx'
export type { GroupRolesCardProps } from './scim/GroupRolesCard.tsx'
export { TokenCard } from './scim/TokenCard.tsx'
export type { TokenCardProps } from './scim/TokenCard.tsx'

// SCIM: the models behind them, for markup of a host's own.
export { useScimPortal } from './scim/useScimPortal.ts'
export type { ScimPage, ScimPortalState, ScimViewer } from './scim/useScimPortal.ts'
export type { ScimAccess } from './scim/useScimAccess.ts'
export type { ScimGroups } from './scim/useScimGroups.ts'
export type { KnownMembers } from './portal/useKnownMembers.ts'
export { useConnectionDetails } from './scim/useConnectionDetails.ts'
export type { ConnectionDetailsState, DetailsEditor } from './scim/useConnectionDetails.ts'
export { useGroupRoles } from './scim/useGroupRoles.ts'
export type { GroupRolesEditor, GroupRolesState, RolesReview } from './scim/useGroupRoles.ts'
export { useTokenRotation } from './scim/useTokenRotation.ts'
export type { RotationStep, RunningRotation, TokenRotationModel } from './scim/useTokenRotation.ts'
export { useConnectionSecrets } from './scim/useConnectionSecrets.ts'
export type { ConnectionSecrets, TokenInHand } from './scim/useConnectionSecrets.ts'
export { useConnectionDeletion } from './scim/useConnectionDeletion.ts'
export type { ConnectionDeletion } from './scim/useConnectionDeletion.ts'

// SCIM: the rules, plain functions.
export { previewRoleChanges } from './scim/previewRoleChanges.ts'
export type { PreviewMember } from './scim/previewRoleChanges.ts'
export type { AffectedMember, RoleChange } from './portal/roleChanges.ts'
export {
  assignmentsOf,
  diffAssignments,
  groupRoleRows,
  mergeAssignments,
  sameAssignments,
} from './scim/roleAssignments.ts'
export type { AssignmentsDiff, GroupRoles, KnownGroups } from './scim/roleAssignments.ts'
export { tokenExpiry } from './scim/tokenExpiry.ts'
export type { TokenExpiry } from './scim/tokenExpiry.ts'
export { arrivalOf, provisionedUsers } from './scim/provisionedUsers.ts'
export type { Arrival, ProvisionedUser } from './scim/provisionedUsers.ts'
export { deletionImpact } from './scim/deletionImpact.ts'
export type { DeletionImpact } from './scim/deletionImpact.ts'

// The frame around every part.
export { deniedBy } from './portal/denied.ts'
export type { Denied, PermissionAnswer } from './portal/denied.ts'
export type { LeaveWords } from './portal/leaveGuard.ts'
export { createMemoryLocation, createQueryLocation } from './portal/location.ts'
export type {
  LocationAdapter,
  LocationChange,
  LocationParams,
  MemoryLocation,
} from './portal/location.ts'
export type { NavigateOptions } from './portal/locationStore.ts'
export { PartFrame } from './portal/PartFrame.tsx'
export type { PartFrameProps } from './portal/PartFrame.tsx'
export type { PortalTheme } from './portal/PortalContext.ts'
export { PlaceLink } from './portal/PlaceLink.tsx'
export type { PlaceLinkProps } from './portal/PlaceLink.tsx'
export { PortalRoot } from './portal/PortalRoot.tsx'
export type { PartProps, PortalRootProps } from './portal/PortalRoot.tsx'
export { useRequestLeave, useUnsavedChanges } from './portal/useLeaveGuard.ts'
export { usePortalLocation } from './portal/usePortalLocation.ts'
export type { PortalLocation } from './portal/usePortalLocation.ts'
export { useRoleDisplay } from './portal/useRoleDisplay.ts'
export type { RoleDirectory, RoleDisplay, RoleDisplayConfig } from './portal/useRoleDisplay.ts'
export type { MessageOverrides, Messages } from './i18n/messages.ts'
