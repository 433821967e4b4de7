import { Link, Menu, StatusDot, Table, TagList } from 'orgportal/ui'
import type { Column, TableProps, Tone } from 'orgportal/ui'
import { useMemo, useState } from 'react'

export interface Person {
  id: string
  name: string
  email: string
  roles: string[]
  active: boolean
}

export const people: Person[] = [
  ['Ada Lovelace', ['Admin', 'Engineer', 'Viewer', 'Auditor', 'Billing admin'], true],
  ['Grace Hopper', ['Engineer'], true],
  ['Alan Turing', ['Engineer', 'Viewer'], false],
  ['Katherine Johnson', [], true],
  ['Edsger Dijkstra with a long family name from the directory', ['Viewer'], true],
].map(([name, roles, active], index) => ({
  id: `member-live-${String(index + 1)}`,
  name: String(name),
  email: `${String(name).split(' ')[0]?.toLowerCase() ?? ''}@example.com`,
  roles: Array.isArray(roles) ? roles : [],
  active: active === true,
}))

export interface PeopleGridProps extends Partial<
  Pick<TableProps<Person>, 'density' | 'interaction' | 'stale' | 'footer'>
> {
  rows?: readonly Person[]
  selectable?: boolean
  toneOf?: (person: Person) => Tone | undefined
  /** Told of every name cell that is rendered. */
  onCell?: (person: Person) => void
  onOpen?: (person: Person) => void
}

/** A table as a list of thousands would use it: grid keyboard, selection with ranges, rows that are links. */
export function PeopleGrid({
  rows = people,
  selectable = true,
  interaction = 'grid',
  toneOf,
  onCell,
  onOpen,
  ...props
}: PeopleGridProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState<string | null>(null)
  const columns = useMemo<Column<Person>[]>(
    () => [
      {
        id: 'name',
        header: 'Name',
        cell: (person) => {
          onCell?.(person)
          return (
            <Link
              href={`#${person.id}`}
              onClick={(event) => {
                event.preventDefault()
                onOpen?.(person)
              }}
            >
              {person.name}
            </Link>
          )
        },
      },
      { id: 'email', header: 'Email', cell: (person) => person.email },
      {
        id: 'roles',
        header: 'Roles',
        cell: (person) =>
          person.roles.length === 0 ? (
            '–'
          ) : (
            <TagList
              label={`Roles of ${person.name}`}
              items={person.roles.map((role) => ({ key: role, label: role }))}
            />
          ),
      },
      {
        id: 'status',
        header: 'Status',
        cell: ({ active }) => (
          <StatusDot tone={active ? 'success' : 'warning'}>
            {active ? 'Active' : 'Deactivated'}
          </StatusDot>
        ),
      },
      { id: 'id', header: 'Id', mono: true, cell: (person) => person.id },
      {
        id: 'actions',
        header: 'Actions',
        hideHeader: true,
        align: 'end',
        cell: (person) => (
          <Menu
            label={`Actions for ${person.name}`}
            items={[{ id: 'edit', label: 'Edit roles', onSelect: () => {} }]}
          />
        ),
      },
    ],
    [onCell, onOpen],
  )
  const toggle = (person: Person, { range }: { range: boolean }) => {
    const to = rows.indexOf(person)
    const from = range ? rows.findIndex(({ id }) => id === anchor) : to
    const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)]
    const next = new Set(selected)
    for (const { id } of rows.slice(first, last + 1)) {
      if (selected.has(person.id)) next.delete(id)
      else next.add(id)
    }
    setSelected(next)
    setAnchor(person.id)
  }
  const count = rows.filter(({ id }) => selected.has(id)).length
  return (
    <Table
      caption="People"
      columns={columns}
      rows={rows}
      getKey={(person) => person.id}
      interaction={interaction}
      rowsAreLinks
      rowTone={toneOf}
      selection={
        selectable
          ? {
              isSelected: (person) => selected.has(person.id),
              toggle,
              page: count === 0 ? 'none' : count === rows.length ? 'all' : 'some',
              togglePage: (all) => setSelected(new Set(all ? rows.map(({ id }) => id) : [])),
              labelOf: (person) => `Select ${person.name}`,
              headerLabel: 'Select all on this page',
            }
          : undefined
      }
      {...props}
    />
  )
}
