import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button, Card, EmptyState, Menu, StatusDot, Table, TagList } from 'orgportal/ui'
import type { Column } from 'orgportal/ui'
import { expect, userEvent, within } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

interface Group {
  id: string
  name: string
  members: number
  roles: string[]
  status: 'sent' | 'gone'
}

const groups: Group[] = [
  {
    id: '1',
    name: 'Engineering',
    members: 1204,
    roles: ['Engineer', 'Viewer', 'Auditor', 'Fleet operator', 'Billing admin'],
    status: 'sent',
  },
  { id: '2', name: 'Finance', members: 12, roles: ['Billing admin'], status: 'sent' },
  {
    id: '3',
    name: 'Contractors with a long name from the directory',
    members: 0,
    roles: [],
    status: 'gone',
  },
]

const columns: Column<Group>[] = [
  { id: 'name', header: 'Group', cell: (group) => group.name },
  {
    id: 'roles',
    header: 'Roles',
    cell: (group) =>
      group.roles.length === 0 ? (
        '–'
      ) : (
        <TagList
          label={`Roles of ${group.name}`}
          items={group.roles.map((role) => ({ key: role, label: role }))}
        />
      ),
  },
  {
    id: 'status',
    header: 'Status',
    cell: (group) =>
      group.status === 'sent' ? (
        <StatusDot tone="success">Sent</StatusDot>
      ) : (
        <StatusDot tone="warning">No longer sent</StatusDot>
      ),
  },
  {
    id: 'members',
    header: 'Members',
    align: 'end',
    cell: (group) => group.members.toLocaleString('en'),
  },
  {
    id: 'actions',
    header: 'Actions',
    hideHeader: true,
    align: 'end',
    cell: (group) => (
      <Menu
        label={`Actions for ${group.name}`}
        items={[{ id: 'edit', label: 'Edit roles', onSelect: () => {} }]}
      />
    ),
  },
]

function Groups({ rows }: { rows: readonly Group[] }) {
  return (
    <Table
      caption="Groups"
      columns={columns}
      rows={rows}
      getKey={(group) => group.id}
      empty={
        <Card>
          <EmptyState
            title="No groups yet"
            description="They appear here as soon as your identity provider sends them."
            action={<Button variant="primary">Show what to do there</Button>}
          />
        </Card>
      }
    />
  )
}

const meta = {
  title: 'ui/Table',
  component: Groups,
  subcomponents: { Table },
  decorators: [inPortal],
  args: { rows: groups },
} satisfies Meta<typeof Groups>

export default meta
type Story = StoryObj<typeof meta>

export const Rows: Story = {
  play: async ({ canvas }) => {
    const row = canvas.getByRole('row', { name: /Engineering/ })
    await expect(within(row).getByRole('rowheader', { name: 'Engineering' })).toBeVisible()
    await expect(within(row).getByRole('cell', { name: '1,204' })).toBeVisible()
    await expect(within(row).queryByText('Fleet operator')).toBeNull()
    await userEvent.click(within(row).getByRole('button', { name: 'Show 2 more' }))
    await expect(await canvas.findByText('Fleet operator')).toBeVisible()
  },
}

/** The same rows in a box of 360 px: two lines each, with the same actions. */
export const Narrow: Story = {
  decorators: [
    (Story) => (
      <div style={{ width: 360 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas, canvasElement }) => {
    const table = canvas.getByRole('table', { name: 'Groups' })
    await expect(table.scrollWidth).toBeLessThanOrEqual(360)
    await expect(canvas.getByRole('button', { name: 'Actions for Finance' })).toBeVisible()
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth)
  },
}

export const Empty: Story = {
  args: { rows: [] },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { name: 'No groups yet' })).toBeVisible()
    await expect(canvas.queryByRole('table')).toBeNull()
  },
}
