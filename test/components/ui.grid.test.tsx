import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { PortalRoot } from 'orgportal/components'
import { Menu, Table } from 'orgportal/ui'
import type { Column } from 'orgportal/ui'

interface Person {
  id: string
  name: string
}

const people = ['Ada', 'Grace', 'Alan', 'Edsger'].map((name) => ({ id: name.toLowerCase(), name }))
const [ada, grace, alan, edsger] = people

/** Names of the cells that were rendered. */
const rendered: string[] = []
beforeEach(() => void rendered.splice(0))

function Grid({ rows }: { rows: readonly (Person | undefined)[] }) {
  const [selected, setSelected] = useState<readonly string[]>([])
  const [edited, setEdited] = useState('')
  const columns = useMemo<Column<Person>[]>(
    () => [
      {
        id: 'name',
        header: 'Name',
        cell: ({ id, name }) => {
          rendered.push(name)
          return <a href={`#${id}`}>{name}</a>
        },
      },
      { id: 'id', header: 'Id', cell: ({ id }) => id },
      {
        id: 'actions',
        header: 'Actions',
        hideHeader: true,
        cell: ({ name }) => (
          <Menu
            label={`Actions for ${name}`}
            items={[
              { id: 'edit', label: 'Edit', onSelect: () => setEdited(name) },
              { id: 'remove', label: 'Remove', onSelect: () => {} },
            ]}
          />
        ),
      },
    ],
    [],
  )
  return (
    <PortalRoot>
      <Table
        caption="People"
        interaction="grid"
        columns={columns}
        rows={rows.filter((row) => row !== undefined)}
        getKey={({ id }) => id}
        selection={{
          isSelected: ({ id }) => selected.includes(id),
          toggle: ({ id }) => setSelected([...selected, id]),
          page: selected.length > 0 ? 'some' : 'none',
          togglePage: () => {},
          labelOf: ({ name }) => `Select ${name}`,
          headerLabel: 'Select all',
        }}
      />
      <p>{edited}</p>
    </PortalRoot>
  )
}

const link = (name: string) => screen.getByRole('link', { name })
const tabStops = () => Array.from(screen.getByRole('grid').querySelectorAll('[tabindex="0"]'))

describe('Table as grid', () => {
  it('has one tab stop, whatever rows come and go', () => {
    const { rerender } = render(<Grid rows={[ada, grace]} />)
    expect(tabStops()).toEqual([link('Ada')])
    rerender(<Grid rows={[alan, edsger, grace]} />)
    expect(tabStops()).toEqual([link('Alan')])
  })

  it('keeps the focus with its row when rows change places', () => {
    const { rerender } = render(<Grid rows={[ada, grace, alan]} />)
    link('Grace').focus()
    rerender(<Grid rows={[alan, edsger, ada, grace]} />)
    expect(link('Grace')).toHaveFocus()
    rerender(<Grid rows={[grace, alan]} />)
    expect(link('Grace')).toHaveFocus()
    expect(tabStops()).toEqual([link('Grace')])
  })

  it('goes to the row in the place of one that went away, in the same column', async () => {
    const { rerender } = render(<Grid rows={[ada, grace, alan]} />)
    link('Grace').focus()
    await userEvent.keyboard('{End}')
    rerender(<Grid rows={[ada, alan]} />)
    expect(screen.getByRole('button', { name: 'Actions for Alan' })).toHaveFocus()
    rerender(<Grid rows={[ada]} />)
    expect(screen.getByRole('button', { name: 'Actions for Ada' })).toHaveFocus()
  })

  it('takes no focus from elsewhere when rows change', () => {
    const { rerender } = render(<Grid rows={[ada, grace]} />)
    link('Grace').focus()
    link('Grace').blur()
    rerender(<Grid rows={[ada, alan]} />)
    expect(document.body).toHaveFocus()
  })

  it('renders no cell again when a row is selected, and only new rows when rows change', async () => {
    const { rerender } = render(<Grid rows={[ada, grace, alan]} />)
    rendered.splice(0)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select Grace' }))
    expect(screen.getByRole('row', { name: /Grace/, selected: true })).toBeInTheDocument()
    expect(screen.getByRole('checkbox', { name: 'Select all' })).toBePartiallyChecked()
    expect(rendered).toEqual([])
    rerender(<Grid rows={[grace, alan, edsger]} />)
    expect(rendered).toEqual(['Edsger'])
  })

  it('leaves an open menu its own arrows', async () => {
    render(<Grid rows={[ada, grace]} />)
    const button = screen.getByRole('button', { name: 'Actions for Ada' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    expect(screen.getByRole('menuitem', { name: 'Edit' })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    expect(screen.getByRole('menuitem', { name: 'Remove' })).toHaveFocus()
    await userEvent.keyboard('{ArrowUp}{Enter}')
    expect(screen.getByText('Ada', { selector: 'p' })).toBeInTheDocument()
    expect(button).toHaveFocus()
  })
})
