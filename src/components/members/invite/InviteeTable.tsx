'use client'
import { useMemo } from 'react'
import type { MembersViewer } from '../useMembersViewer.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TrashIcon } from '../../ui/icons.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { Select } from '../../ui/Select.tsx'
import { Table, type Column } from '../../ui/Table.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { CheckedInvitee } from './checkInvitees.ts'
import { mergeInput, rolesOf } from './invitationDraft.ts'
import { emailError, rolesError } from './inviteWords.ts'
import { KnownInvitee } from './KnownInvitee.tsx'
import { hasMany, readPasted } from './readPasted.ts'
import { RolesField } from './RolesField.tsx'
import type { InvitationForm } from './useInvitation.ts'
import { useInviteeActions, type InviteeActions } from './useInviteeActions.ts'
import { PAGE_SIZES, useInviteePages, type InviteeFilter } from './useInviteePages.ts'
import { useInviteMessages } from './useInviteMessages.ts'

export interface InviteeTableProps {
  form: InvitationForm
  viewer: MembersViewer
}

/** The rows to send, each with its problems in place, a page at a time. */
export function InviteeTable({ form, viewer }: InviteeTableProps) {
  const { table, who } = useInviteMessages()
  const pages = useInviteePages(form.rows, form.focus)
  const columns = useColumns(form, viewer)
  const { counts } = form
  const known = form.rows.filter((row) => row.known !== null).length
  const filters: Record<InviteeFilter, string> = {
    all: table.all(form.rows.length),
    problems: table.problems(counts.problems),
    known: table.known(known),
  }
  return (
    <>
      <RolesField
        label={who.rolesForAll}
        hint={who.rolesForAllHint}
        roles={viewer.roles}
        denied={viewer.access.others.roles}
        value={form.options.roles}
        onValueChange={(roles) => form.changeOptions({ roles })}
      />
      <div data-part="invite-toolbar">
        <Select
          aria-label={table.show}
          value={pages.filter}
          options={FILTERS.map((value) => ({ value, label: filters[value] }))}
          onValueChange={(value) =>
            pages.setFilter(FILTERS.find((filter) => filter === value) ?? 'all')
          }
        />
        {counts.problems > 0 && (
          <Button icon={<TrashIcon />} onClick={form.removeProblems}>
            {table.removeProblems(counts.problems)}
          </Button>
        )}
      </div>
      <div data-part="invite-table">
        <Table
          caption={table.caption}
          columns={columns}
          rows={pages.shown}
          getKey={({ invitee }) => invitee.id}
          empty={
            <EmptyState
              title={table.none}
              action={<Button onClick={() => pages.setFilter('all')}>{table.showAll}</Button>}
            />
          }
        />
      </div>
      {pages.matching > Math.min(...PAGE_SIZES) && (
        <Pagination
          label={table.pages}
          from={(pages.page - 1) * pages.size + 1}
          to={(pages.page - 1) * pages.size + pages.shown.length}
          total={pages.matching}
          page={pages.page}
          hasPrevious={pages.page > 1}
          hasNext={pages.page * pages.size < pages.matching}
          onPrevious={() => pages.setPage(pages.page - 1)}
          onNext={() => pages.setPage(pages.page + 1)}
          size={pages.size}
          sizes={PAGE_SIZES}
          onSizeChange={pages.setSize}
        />
      )}
    </>
  )
}

const FILTERS: readonly InviteeFilter[] = ['all', 'problems', 'known']

/** The same until the roles of all or what the viewer may do change: a key renders the one row in which it is typed. */
function useColumns(form: InvitationForm, viewer: MembersViewer): Column<CheckedInvitee>[] {
  const { table, who } = useInviteMessages()
  const actions = useInviteeActions(form)
  const { roles } = form.options
  return useMemo(() => {
    const mayGiveRoles = viewer.access.others.roles === undefined
    const rolesColumn: Column<CheckedInvitee> = {
      id: 'roles',
      header: who.roles,
      width: '30%',
      cell: (row) => <RolesCell row={row} actions={actions} viewer={viewer} forAll={roles} />,
    }
    return [
      {
        id: 'email',
        header: who.email,
        width: mayGiveRoles ? '40%' : '55%',
        cell: (row) => <EmailCell row={row} actions={actions} />,
      },
      {
        id: 'name',
        header: who.name,
        cell: (row) => (
          <div data-part="invite-cell">
            <Field label={table.nameOf(row.number)}>
              <TextInput
                data-1p-ignore
                value={row.invitee.name}
                onValueChange={(name) => actions.changeInvitee(row.invitee.id, { name })}
              />
            </Field>
          </div>
        ),
      },
      ...(mayGiveRoles ? [rolesColumn] : []),
      {
        id: 'actions',
        header: table.actions,
        hideHeader: true,
        width: '56px',
        cell: (row) => (
          <IconButton
            label={table.remove(row.number, row.invitee.email.trim())}
            icon={<TrashIcon />}
            onClick={() => actions.remove([row.invitee.id])}
          />
        ),
      },
    ]
  }, [table, who, actions, roles, viewer])
}

interface CellProps {
  row: CheckedInvitee
  actions: InviteeActions
}

function EmailCell({ row, actions }: CellProps) {
  const messages = useInviteMessages()
  const { invitee } = row
  return (
    <div data-part="invite-cell" data-invitee={invitee.id} data-number={row.number}>
      <Field label={messages.table.emailOf(row.number)} error={emailError(row, messages)}>
        <TextInput
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          data-1p-ignore
          value={invitee.email}
          onValueChange={(email) => actions.changeInvitee(invitee.id, { email, choice: null })}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text')
            if (!hasMany(text)) return
            const pasted = readPasted(text, actions.findRoles)
            const [only] = pasted
            event.preventDefault()
            if (pasted.length > 1 || !only) actions.addInvitees(pasted)
            else actions.changeInvitee(invitee.id, mergeInput(invitee, only))
          }}
        />
      </Field>
      <KnownInvitee
        row={row}
        onChoose={(choice) => actions.changeInvitee(invitee.id, { choice })}
      />
    </div>
  )
}

interface RolesCellProps extends CellProps {
  viewer: MembersViewer
  /** The roles of whoever has none of their own. */
  forAll: readonly string[]
}

function RolesCell({ row, actions, viewer, forAll }: RolesCellProps) {
  const messages = useInviteMessages()
  const { invitee } = row
  return (
    <div data-part="invite-cell" data-invitee={invitee.id}>
      <RolesField
        label={messages.table.rolesOf(row.number)}
        error={rolesError(row, messages)}
        roles={viewer.roles}
        value={rolesOf(invitee, { roles: forAll })}
        onValueChange={(roles) => actions.changeInvitee(invitee.id, { roles })}
      />
    </div>
  )
}
