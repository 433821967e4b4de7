// The parts of the portal.
export { AdminPortalMemberManagement } from './members/AdminPortalMemberManagement.tsx'
export type { AdminPortalMemberManagementProps } from './members/AdminPortalMemberManagement.tsx'
export type { MemberColumnSlot, MembersConfig, MembersSlots } from './members/MembersConfig.ts'
export { AdminPortalSCIM } from './scim/AdminPortalSCIM.tsx'
export type { AdminPortalSCIMProps } from './scim/AdminPortalSCIM.tsx'

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
export type { KnownMembers } from './scim/useProvisionedMembers.ts'
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
export type { AffectedMember, PreviewMember, RoleChange } from './scim/previewRoleChanges.ts'
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
