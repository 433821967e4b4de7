'use client'
import type { RoleDisplay } from '../portal/useRoleDisplay.ts'
import type { Roles } from '../portal/useRoles.ts'
import { MultiSelect } from '../ui/MultiSelect.tsx'

export interface RolePickerProps {
  roles: Roles
  /** Ids of the roles chosen. One that is unknown is shown by its id, and stays until it is taken away. */
  value: readonly string[]
  onValueChange: (roleIds: string[]) => void
  /** What there is to choose from. @default `roles.assignable` */
  options?: readonly RoleDisplay[] | undefined
  placeholder?: string | undefined
  /** Its name where no `Field` is around it. */
  'aria-label'?: string | undefined
}

/** Chooses roles by name and description, in the order of the host. */
export function RolePicker({
  roles,
  value,
  options = roles.assignable,
  ...props
}: RolePickerProps) {
  return (
    <MultiSelect
      value={roles.sort(value)}
      options={options.map(({ role_id, name, description }) => ({
        value: role_id,
        label: name,
        description: description || undefined,
      }))}
      {...props}
    />
  )
}
