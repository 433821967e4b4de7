'use client'
import { useState } from 'react'
import type { ScimGroup } from '../../client/scim.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLocale } from '../portal/PortalContext.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Field } from '../ui/Field.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ArrowLeftIcon, ChevronRightIcon } from '../ui/icons.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { GroupName } from './GroupName.tsx'
import { groupNames } from './groupNames.ts'
import { filterGroups } from './provisionedUsers.ts'
import { useScimMessages } from './useScimMessages.ts'

export interface GroupListProps {
  groups: readonly ScimGroup[]
  /** How many users each group has, by its id; null when users are not known. */
  users: ReadonlyMap<string, number> | null
}

const PAGE_SIZE = 10

/** The groups by name, to search; a page at a time, so that hundreds of them cost no more than ten. */
export function GroupList({ groups, users }: GroupListProps) {
  const { provisioning, roles } = useScimMessages()
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(0)
  const names = groupNames([], groups)
  const found = filterGroups(groups, search)
  const from = Math.min(page, Math.max(0, Math.ceil(found.length / PAGE_SIZE) - 1)) * PAGE_SIZE
  const to = Math.min(from + PAGE_SIZE, found.length)
  const find = (text: string) => {
    setSearch(text)
    setPage(0)
  }
  const userColumn = (counts: ReadonlyMap<string, number>): Column<ScimGroup> => ({
    id: 'users',
    header: provisioning.users,
    align: 'end',
    cell: (group) => formatNumber(locale, counts.get(group.group_id) ?? 0),
  })
  if (groups.length === 0) return <p data-part="hint">{provisioning.noGroups}</p>
  return (
    <>
      {groups.length > PAGE_SIZE && (
        <Field label={provisioning.search}>
          <TextInput type="search" value={search} onValueChange={find} />
        </Field>
      )}
      <Table
        caption={provisioning.listLabel}
        rows={found.slice(from, to)}
        getKey={(group) => group.group_id}
        columns={[
          {
            id: 'name',
            header: roles.group,
            cell: (group) => <GroupName groupId={group.group_id} label={names(group.group_id)} />,
          },
          ...(users === null ? [] : [userColumn(users)]),
        ]}
        empty={
          <EmptyState
            title={provisioning.noMatch(search)}
            action={<Button onClick={() => find('')}>{provisioning.clear}</Button>}
          />
        }
        footer={
          found.length > PAGE_SIZE && (
            <div data-part="scim-pager">
              <span role="status">{provisioning.range(from + 1, to, found.length)}</span>
              <IconButton
                size="small"
                label={provisioning.previous}
                icon={<ArrowLeftIcon />}
                disabled={from === 0}
                onClick={() => setPage(from / PAGE_SIZE - 1)}
              />
              <IconButton
                size="small"
                label={provisioning.next}
                icon={<ChevronRightIcon />}
                disabled={to === found.length}
                onClick={() => setPage(from / PAGE_SIZE + 1)}
              />
            </div>
          )
        }
      />
    </>
  )
}
