import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  Button,
  Callout,
  Card,
  DeniedHint,
  EmptyState,
  ErrorState,
  Skeleton,
  SkeletonGroup,
  useAnnounce,
  useToast,
} from 'orgportal/ui'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const meta = {
  title: 'ui/Callout, EmptyState, ErrorState, Skeleton, Toast',
  component: Callout,
  subcomponents: { EmptyState, ErrorState, Skeleton, SkeletonGroup, DeniedHint },
  decorators: [inPortal],
} satisfies Meta<typeof Callout>

export default meta
type Story = StoryObj<typeof meta>

export const Callouts: Story = {
  render: () => (
    <div style={{ display: 'grid', gap: 12, maxWidth: 760 }}>
      <Callout title="A rotation is running">
        Both tokens work until you complete it. Give the new one to Okta first.
      </Callout>
      <Callout
        tone="warning"
        title="The token ends in 12 days"
        actions={<Button size="small">Rotate token</Button>}
      >
        After that Okta can no longer send changes.
      </Callout>
      <Callout tone="danger" title="The token has ended">
        Okta has sent nothing since 9 Nov 2026.
      </Callout>
      <Callout tone="success" announce="status">
        Okta now sends 2 groups.
      </Callout>
      <DeniedHint denied={{ permission: 'stytch.scim get', roles: ['IT admin', 'Auditor'] }} />
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText('Okta now sends 2 groups.').closest('[role="status"]'),
    ).toBeVisible()
    await expect(canvas.getByText(/Roles with it: IT admin or Auditor/)).toBeVisible()
  },
}

export const Empty: Story = {
  render: () => (
    <Card>
      <EmptyState
        title="No connection yet"
        description="With SCIM your identity provider creates, updates and removes members here by itself."
        action={<Button variant="primary">Create connection</Button>}
      />
    </Card>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { name: 'No connection yet', level: 2 })).toBeVisible()
  },
}

const retry = fn()

/** What failed in plain words; the rest under Details. */
export const Failed: Story = {
  render: () => (
    <ErrorState
      title="The groups could not be loaded"
      description="Everything else on this page is up to date."
      error={{
        error_message: 'Internal server error.',
        error_type: 'internal_server_error',
        request_id: 'request-id-test-7d7c3f0e-8a2b-4f0e-9c3b-1f2e3d4c5b6a',
      }}
      onRetry={retry}
    />
  ),
  play: async ({ canvas }) => {
    retry.mockClear()
    await expect(canvas.getByRole('alert')).toHaveTextContent('The groups could not be loaded')
    await userEvent.tab()
    await expect(canvas.getByText('Details')).toHaveFocus()
    await userEvent.click(canvas.getByText('Details'))
    await expect(canvas.getByText('internal_server_error')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Copy Request id' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }))
    await expect(retry).toHaveBeenCalledOnce()
  },
}

export const Loading: Story = {
  render: () => (
    <SkeletonGroup label="Loading the connection">
      <Skeleton shape="title" />
      <Skeleton />
      <Skeleton shape="block" />
    </SkeletonGroup>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading the connection')
    await expect(canvas.getByRole('status')).toHaveAttribute('aria-busy', 'true')
  },
}

const undo = fn()

function Deleting() {
  const toast = useToast()
  const announce = useAnnounce()
  return (
    <div style={{ display: 'flex', gap: 8, minHeight: 240 }}>
      <Button
        onClick={() =>
          toast({ text: 'The group was removed.', action: { label: 'Undo', onSelect: undo } })
        }
      >
        Remove group
      </Button>
      <Button onClick={() => announce('3 groups selected')}>Select all</Button>
    </div>
  )
}

export const Toasts: Story = {
  render: () => <Deleting />,
  play: async ({ canvas }) => {
    undo.mockClear()
    await userEvent.click(canvas.getByRole('button', { name: 'Remove group' }))
    const region = await screen.findByRole('region', { name: 'Notifications' })
    await expect(region).toHaveTextContent('The group was removed.')
    await userEvent.click(within(region).getByRole('button', { name: 'Undo' }))
    await expect(undo).toHaveBeenCalledOnce()
    await waitFor(() => expect(region).not.toHaveTextContent('The group was removed.'))
    await userEvent.click(canvas.getByRole('button', { name: 'Remove group' }))
  },
}

export const Announced: Story = {
  render: () => <Deleting />,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Select all' }))
    await expect(
      canvas.getByText('3 groups selected').closest('[aria-live="polite"]'),
    ).not.toBeNull()
  },
}
