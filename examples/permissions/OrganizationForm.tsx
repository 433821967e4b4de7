import { useEditableFields, useOrganization } from 'orgportal/hooks'

export function OrganizationForm() {
  const organization = useOrganization()
  const fields = useEditableFields('stytch.organization')
  if (organization === null) return null
  return (
    <form>
      <label>
        Name
        <input
          name="organization_name"
          defaultValue={organization.organization_name}
          readOnly={!fields.organization_name.allowed}
        />
      </label>
      <label>
        Who may be invited
        <select
          name="email_invites"
          defaultValue={organization.email_invites}
          disabled={!fields.email_invites.allowed}
        >
          <option value="ALL_ALLOWED">Everybody</option>
          <option value="RESTRICTED">Addresses of our domains</option>
          <option value="NOT_ALLOWED">Nobody</option>
        </select>
      </label>
    </form>
  )
}
