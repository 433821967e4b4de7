import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { createEmulator } from 'orgportal/emulator'
import { DangerZone } from '../../examples/permissions/DangerZone.tsx'
import { InviteButton } from '../../examples/permissions/InviteButton.tsx'
import { MemberActions } from '../../examples/permissions/MemberActions.tsx'
import { MemberForm } from '../../examples/permissions/MemberForm.tsx'
import { OrganizationForm } from '../../examples/permissions/OrganizationForm.tsx'
import { ViewAsAuditor } from '../../examples/permissions/ViewAsAuditor.tsx'
import { explainInWords } from '../../examples/permissions/explainInWords.ts'
import { usePermission, type PermissionQuestion } from 'orgportal/hooks'
import { memberNamed } from '../emulator/api.ts'
import { openPortal } from '../hooks/harness.tsx'

/** What the examples of docs/permissions.md do. */
describe('examples/permissions', () => {
  it('lets a people manager invite, and tells an auditor whom to ask', async () => {
    const onInvite = vi.fn()
    const manager = await openPortal({ persona: 'people-manager' })
    render(<InviteButton onInvite={onInvite} />, { wrapper: manager.Provider })
    await userEvent.click(screen.getByRole('button', { name: 'Invite' }))
    expect(onInvite).toHaveBeenCalledOnce()
    cleanup()

    const auditor = await openPortal({ persona: 'auditor' })
    render(<InviteButton onInvite={onInvite} />, { wrapper: auditor.Provider })
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Invite' }).disabled).toBe(true)
    screen.getByText('Ask for one of these roles: stytch_admin, people_manager.')
  })

  it.each([
    {
      name: 'Rosa Jiménez',
      question: ['document', 'read'],
      words: 'You may: you are viewer by your address at contractors.northwind.example.',
    },
    {
      name: 'Bruno Costa',
      question: ['document', 'publish'],
      words:
        'You may once you sign in by SSO: you are engineer by the group Robotics of Northwind Okta.',
    },
    {
      name: 'Amara Diallo',
      question: ['document', 'publish'],
      words: 'You may: you are engineer because somebody made you that.',
    },
    { name: 'Mia Svensson', question: ['document', 'delete'], words: 'No role allows this.' },
    { name: 'Mia Svensson', question: ['rocket', 'launch'], words: 'This cannot be done here.' },
  ] satisfies { name: string; question: PermissionQuestion; words: string }[])(
    'says to $name about $question: $words',
    async ({ name, question: [resource, action], words }) => {
      const emulator = createEmulator()
      const portal = await openPortal({ emulator, persona: memberNamed(emulator, name) })
      const Why = () => explainInWords(usePermission(resource, action).explain())
      const { container } = render(<Why />, { wrapper: portal.Provider })
      expect(container.textContent).toBe(words)
    },
  )

  it('lists what each may do', async () => {
    const portal = await openPortal({ persona: 'people-manager' })
    render(<MemberActions />, { wrapper: portal.Provider })
    const items = screen.getAllByRole('listitem').map((item) => item.textContent)
    expect(items).toEqual(['Invite', 'Remove'])
  })

  it('shows the danger zone to administrators only', async () => {
    const admin = await openPortal({ persona: 'admin' })
    render(<DangerZone />, { wrapper: admin.Provider })
    screen.getByRole('button', { name: 'Delete the organization' })
    cleanup()
    const member = await openPortal({ persona: 'member' })
    render(<DangerZone />, { wrapper: member.Provider })
    screen.getByText('Only administrators can delete the organization.')
  })

  it.each([
    { persona: 'admin', editable: true },
    { persona: 'it-admin', editable: false },
  ])('lets $persona edit the organization: $editable', async ({ persona, editable }) => {
    const portal = await openPortal({ persona })
    render(<OrganizationForm />, { wrapper: portal.Provider })
    expect(screen.getByLabelText<HTMLInputElement>('Name').readOnly).toBe(!editable)
    expect(screen.getByLabelText<HTMLSelectElement>('Who may be invited').disabled).toBe(!editable)
  })

  it('lets a plain member rename herself, and nobody else', async () => {
    const portal = await openPortal({ persona: 'member' })
    const own = portal.client.self.getSync()
    if (!own) throw new Error('Nobody is signed in.')
    render(<MemberForm member={own} />, { wrapper: portal.Provider })
    expect(screen.getByLabelText<HTMLInputElement>('Name').readOnly).toBe(false)
    expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(true)
    cleanup()
    const other = { ...own, member_id: memberNamed(portal.emulator, 'Ada Lovelace') }
    render(<MemberForm member={other} />, { wrapper: portal.Provider })
    expect(screen.getByLabelText<HTMLInputElement>('Name').readOnly).toBe(true)
  })

  it('shows an administrator what an auditor sees, and the way back', async () => {
    const portal = await openPortal({ persona: 'admin' })
    render(
      <>
        <ViewAsAuditor />
        <DangerZone />
      </>,
      { wrapper: portal.Provider },
    )
    await userEvent.click(screen.getByRole('button', { name: 'See it as an auditor' }))
    screen.getByText('Only administrators can delete the organization.')
    await userEvent.click(screen.getByRole('button', { name: 'Back to yourself' }))
    screen.getByRole('button', { name: 'Delete the organization' })
  })
})
