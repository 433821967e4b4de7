'use client'
import { PortalRoot, type PartProps } from '../portal/PortalRoot.tsx'
import { ScimPart } from './ScimPart.tsx'

export type AdminPortalSCIMProps = PartProps

/**
 * The whole SCIM part: an admin creates the organization's connection, sets up the identity provider with a guide,
 * sees what arrives, maps groups to roles, rotates the token and deletes the connection.
 * Needs `<OrgportalProvider>` above it and `orgportal/styles.css` on the page.
 *
 * @rbac stytch.scim get; each control its own action
 * @example <AdminPortalSCIM theme="auto" config={{ getRoleDisplayName: (role) => names[role.role_id] ?? role.role_id }} />
 */
export function AdminPortalSCIM(props: AdminPortalSCIMProps) {
  return (
    <PortalRoot {...props}>
      <ScimPart />
    </PortalRoot>
  )
}
