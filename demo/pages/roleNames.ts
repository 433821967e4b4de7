const ROLE_NAMES: Record<string, string> = {
  stytch_admin: 'Administrator',
  stytch_member: 'Member',
  it_admin: 'IT administrator',
  people_manager: 'People manager',
  auditor: 'Auditor',
  engineer: 'Engineer',
  billing_admin: 'Billing administrator',
  viewer: 'Viewer',
  fleet_operator: 'Fleet operator',
}

/** How the product calls its roles. */
export const getRoleDisplayName = ({ role_id }: { role_id: string }) =>
  ROLE_NAMES[role_id] ?? role_id
