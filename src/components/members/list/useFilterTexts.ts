import { useMemo } from 'react'
import { EVERY_MEMBERS_ROLE, type Roles } from '../../portal/useRoles.ts'
import type { FilterOption } from '../../ui/FilterMenu.tsx'
import type { ActiveFilter, FilterName } from './activeFilters.ts'
import { useMembersMessages } from '../useMembersMessages.ts'

export interface FilterTexts {
  nameOf: (name: ActiveFilter['name']) => string
  options: Readonly<Record<FilterName, readonly FilterOption[]>>
  /** `Status: Active` */
  tagOf: (filter: Pick<ActiveFilter, 'name' | 'value'>) => string
}

/** How the filters and their values are called, and what there is to choose; roles as the host names and orders them. */
export function useFilterTexts(roles: Roles): FilterTexts {
  const { filters: messages, statuses, statusHints, providers } = useMembersMessages()
  return useMemo(() => {
    const names: Record<ActiveFilter['name'], string> = {
      search: messages.search,
      statuses: messages.status,
      roles: messages.role,
      oauthProviders: messages.provider,
      password: messages.password,
      authenticatorApp: messages.authenticatorApp,
      breakglass: messages.breakglass,
    }
    const has = yesNo(messages.has, messages.hasNone)
    const options: FilterTexts['options'] = {
      statuses: (['active', 'invited', 'pending', 'deleted'] as const).map((value) => ({
        value,
        label: statuses[value],
        hint: statusHints[value],
      })),
      roles: roles.roles
        .filter((role) => role.role_id !== EVERY_MEMBERS_ROLE)
        .map((role) => ({
          value: role.role_id,
          label: role.name,
          hint: role.description || undefined,
        })),
      oauthProviders: Object.entries(providers).map(([value, label]) => ({ value, label })),
      password: has,
      authenticatorApp: has,
      breakglass: yesNo(messages.is, messages.isNot),
    }
    const labelOf = ({ name, value }: Pick<ActiveFilter, 'name' | 'value'>) =>
      name === 'search'
        ? value
        : (options[name].find((option) => option.value === value)?.label ?? value)
    return {
      nameOf: (name) => names[name],
      options,
      tagOf: (filter) => messages.tag(names[filter.name], labelOf(filter)),
    }
  }, [messages, statuses, statusHints, providers, roles])
}

const yesNo = (yes: string, no: string): FilterOption[] => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
]
