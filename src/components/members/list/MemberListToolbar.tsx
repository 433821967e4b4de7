'use client'
import { useCallback } from 'react'
import { ExportButton } from '../bulk/ExportButton.tsx'
import { ActiveFilters, MemberListFilters } from './MemberListFilters.tsx'
import { MemberListView } from './MemberListView.tsx'
import { MemberSearch } from './MemberSearch.tsx'
import type { MemberListModel } from './useMemberListModel.ts'
import { useMembersMessages } from '../useMembersMessages.ts'
import type { MembersViewer } from '../useMembersViewer.ts'

export interface MemberListToolbarProps {
  model: MemberListModel
  viewer: MembersViewer
}

/** What the list is narrowed down by, how many there are, and how they are shown. */
export function MemberListToolbar({ model, viewer }: MemberListToolbarProps) {
  const { filters, setFilters, clearFilters } = model
  const { roles } = viewer
  const search = useCallback(
    (text: string) => setFilters({ ...filters, search: text.trim() }, { replace: true }),
    [filters, setFilters],
  )
  return (
    <div data-part="members-toolbar">
      <MemberSearch value={filters.search} onSearch={search} busy={model.busy} />
      <MemberListFilters filters={filters} roles={roles} onChange={setFilters} />
      <ActiveFilters filters={filters} roles={roles} onChange={setFilters} onClear={clearFilters} />
      <div data-part="members-summary">
        <MemberCount model={model} />
        <div data-part="members-tools">
          <ExportButton filters={filters} total={model.total} />
          <MemberListView view={model.view} onChange={model.setView} />
        </div>
      </div>
    </div>
  )
}

/** How many there are: of all, where the list is narrowed down and it is known. */
function MemberCount({ model }: Pick<MemberListToolbarProps, 'model'>) {
  const { list: messages } = useMembersMessages()
  const { total, allTotal, isFiltered } = model
  return (
    <p data-part="members-count">
      {total !== null &&
        (isFiltered && allTotal !== null
          ? messages.countOf(total, allTotal)
          : messages.count(total))}
    </p>
  )
}
