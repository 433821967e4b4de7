'use client'
import { useMemo } from 'react'
import { PortalRoot, type PartProps } from '../portal/PortalRoot.tsx'
import { MembersContext, type MembersConfig, type MembersSlots } from './MembersConfig.ts'
import { MembersPart } from './MembersPart.tsx'

export interface AdminPortalMemberManagementProps extends PartProps {
  /** How roles are named, explained and ordered; template and redirects of invitations; what the host knows of members. */
  config?: MembersConfig | undefined
  /** What the host adds: actions, columns, cards. Give the same object each time. */
  slots?: MembersSlots | undefined
}

const NO_CONFIG: MembersConfig = {}
const NO_SLOTS: MembersSlots = {}

/**
 * The whole member management: an admin finds members among ten or a hundred thousand, invites, changes one or many,
 * and ends memberships. One request a page, whatever the size of the organization.
 * Needs `<OrgportalProvider>` above it and `orgportal/styles.css` on the page.
 *
 * @rbac stytch.member search; each control its own action
 * @example <AdminPortalMemberManagement config={{ inviteRedirectURL: 'https://app.example/join' }} />
 */
export function AdminPortalMemberManagement({
  config = NO_CONFIG,
  slots = NO_SLOTS,
  ...props
}: AdminPortalMemberManagementProps) {
  const setting = useMemo(() => ({ config, slots }), [config, slots])
  return (
    <MembersContext.Provider value={setting}>
      <PortalRoot config={config} {...props}>
        <MembersPart />
      </PortalRoot>
    </MembersContext.Provider>
  )
}
