'use client'
import { useId, useState } from 'react'
import type { Roles } from '../../portal/useRoles.ts'
import { Button } from '../../ui/Button.tsx'
import { FilterMenu } from '../../ui/FilterMenu.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { activeFilters, filterValues, withFilter, type FilterName } from './activeFilters.ts'
import type { MemberFilters } from '../membersAddress.ts'
import { useFilterTexts } from './useFilterTexts.ts'
import { useMembersMessages } from '../useMembersMessages.ts'

export interface MemberListFiltersProps {
  filters: MemberFilters
  roles: Roles
  onChange: (filters: MemberFilters) => void
}

const FIRST: readonly FilterName[] = ['statuses', 'roles']
const MORE: readonly FilterName[] = ['oauthProviders', 'password', 'authenticatorApp', 'breakglass']
const SEVERAL: ReadonlySet<FilterName> = new Set(['statuses', 'roles', 'oauthProviders'])

/** What the list can be narrowed down by: all that the search of the API can answer. */
export function MemberListFilters({ filters, roles, onChange }: MemberListFiltersProps) {
  const { filters: messages } = useMembersMessages()
  const texts = useFilterTexts(roles)
  const id = useId()
  const [opened, setOpened] = useState(false)
  const menu = (name: FilterName) => (
    <FilterMenu
      key={name}
      label={texts.nameOf(name)}
      options={texts.options[name]}
      value={filterValues(filters, name)}
      onChange={(values) => {
        // The menus stay where they are when the last of their filters is cleared.
        if (MORE.includes(name)) setOpened(true)
        onChange(withFilter(filters, name, values))
      }}
      multiple={SEVERAL.has(name)}
    />
  )
  // A filter that is on is never hidden.
  const isOn = MORE.some((name) => filterValues(filters, name).length > 0)
  const isOpen = opened || isOn
  return (
    <div data-part="members-filters" role="group" aria-label={messages.label} id={id}>
      {FIRST.map(menu)}
      {isOpen && MORE.map(menu)}
      {!isOn && (
        <Button
          variant="ghost"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpened(!opened)}
        >
          {isOpen ? messages.fewer : messages.more}
        </Button>
      )}
    </div>
  )
}

/** What the list is narrowed down by, each to be taken away. */
export function ActiveFilters({ filters, roles, onChange, onClear }: ActiveFiltersProps) {
  const { filters: messages } = useMembersMessages()
  const { tagOf } = useFilterTexts(roles)
  const active = activeFilters(filters)
  if (active.length === 0) return null
  return (
    <div data-part="members-active-filters">
      <ul data-part="tags" aria-label={messages.active}>
        {active.map((filter) => (
          <li key={`${filter.name} ${filter.value}`} data-part="tags-item">
            <Tag onRemove={() => onChange(filter.without)}>{tagOf(filter)}</Tag>
          </li>
        ))}
      </ul>
      <Button variant="ghost" size="small" onClick={onClear}>
        {messages.clear}
      </Button>
    </div>
  )
}

export interface ActiveFiltersProps extends MemberListFiltersProps {
  onClear: () => void
}
