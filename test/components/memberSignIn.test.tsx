import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Emulator } from 'orgportal/emulator'
import { openMember } from './memberCards.tsx'

const card = () => within(screen.getByRole('region', { name: 'Sign-in methods' }))
const dialogNamed = async (name: string) => within(await screen.findByRole('dialog', { name }))

const ssoOnly = ({ data }: Emulator) => {
  for (const organization of Object.values(data.organizations)) {
    organization.auth_methods = 'RESTRICTED'
    organization.allowed_auth_methods = ['sso']
  }
}

describe('sign-in methods of a member', () => {
  it('shows what the member has, by name', async () => {
    await openMember({ name: 'Kavya Raman', seed: 'scim' })
    expect(card().getByText('Northwind Okta')).toBeVisible()
    expect(card().getByText('Northwind Okta directory')).toBeVisible()
    expect(card().getByText('User name kavya.raman@northwind.example')).toBeVisible()
    const groups = within(card().getByRole('list', { name: 'Groups in the directory' }))
    expect(groups.getByText('Robotics Engineering')).toBeVisible()
    expect(card().getByText(/^single sign-on, link by email and code by email$/)).toBeVisible()
    expect(card().getByText('groups')).toBeInTheDocument()
  })

  it('loads no picture from another host', async () => {
    await openMember({
      name: 'Bruno Costa',
      world: (_emulator, member) => {
        member.oauth_registrations.push({
          member_oauth_registration_id: 'oauth-1',
          provider_subject: 'google-subject-1',
          provider_type: 'Google',
          profile_picture_url: 'https://elsewhere.example/face.png',
          locale: null,
        })
      },
    })
    expect(card().getByText('google-subject-1')).toBeVisible()
    expect(document.querySelector('img')).toBeNull()
    expect(document.body.innerHTML).not.toContain('elsewhere.example')
  })

  it('says that nobody can sign in where single sign-on is all and no connection is active', async () => {
    await openMember({
      name: 'Bruno Costa',
      then: (emulator) => {
        ssoOnly(emulator)
        for (const connection of Object.values(emulator.data.sso_connections)) {
          connection.status = 'pending'
        }
      },
      config: { organizationSettingsURL: '/settings' },
    })
    expect(card().getByText('Bruno Costa cannot sign in')).toBeVisible()
    expect(card().getByRole('link', { name: 'Organization settings' })).toHaveAttribute(
      'href',
      '/settings',
    )
  })

  it('says what comes first where nothing works yet', async () => {
    await openMember({ name: 'Grace Kimani', then: ssoOnly })
    expect(card().getByText('Grace Kimani has no way to sign in yet')).toBeVisible()
    expect(card().getByText('The first sign-in has to be by single sign-on.')).toBeVisible()
  })

  it('says until when a member is locked', async () => {
    await openMember({
      name: 'Grace Kimani',
      world: (_emulator, member) => {
        member.is_locked = true
        member.lock_expires_at = new Date(Date.now() + 3_600_000).toISOString()
      },
    })
    const until = screen.getByText(/^Locked after too many failed attempts, opens by itself/)
    expect(until).toHaveTextContent(/in 1 hour|in 60 minutes/)
  })
})

describe('password of a member', () => {
  it('sends the mail to choose a new one, which leads where the host says, in one request', async () => {
    const { emulator, user, writes } = await openMember({
      name: 'Hiroshi Sato',
      config: {
        resetPasswordRedirectURL: 'http://localhost:3000/reset',
        resetPasswordTemplateId: 'reset-template',
      },
    })
    await user.click(card().getByRole('button', { name: 'Send reset email' }))
    const dialog = await dialogNamed('Send Hiroshi Sato an email to choose a password?')
    expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await user.tab()
    await user.keyboard('{Enter}')
    expect(
      await card().findByText(
        'An email to choose a password was sent to hiroshi.sato@northwind.example.',
      ),
    ).toBeVisible()
    expect(writes()).toEqual(['POST /b2b/passwords/email/reset/start'])
    const mail = emulator.inbox.at(-1)
    expect(mail?.to).toBe('hiroshi.sato@northwind.example')
    expect(mail?.url).toMatch(/^http:\/\/localhost:3000\/reset\?/)
    expect(card().getByText('Set')).toBeVisible()
    await waitFor(() =>
      expect(card().getByRole('button', { name: 'Send reset email' })).toHaveFocus(),
    )
  })

  it('deletes the password, and only that', async () => {
    const { member, user, writes } = await openMember({ name: 'Hiroshi Sato' })
    const passwordId = member.member_password_id
    await user.click(card().getByRole('button', { name: 'Delete password' }))
    const dialog = await dialogNamed('Delete the password of Hiroshi Sato?')
    await user.click(dialog.getByRole('button', { name: 'Delete password' }))
    expect(await card().findByText('The password was deleted.')).toBeVisible()
    expect(writes()).toEqual([`DELETE /b2b/organizations/members/passwords/${passwordId}`])
    expect(member.member_password_id).toBe('')
    expect(card().getByText('Not set')).toBeVisible()
    expect(card().queryByRole('button', { name: 'Delete password' })).toBeNull()
    await waitFor(() =>
      expect(card().getByRole('button', { name: 'Send reset email' })).toHaveFocus(),
    )
  })

  it('deletes it and sends the mail when asked to', async () => {
    const { user, writes } = await openMember({ name: 'Hiroshi Sato' })
    await user.click(card().getByRole('button', { name: 'Delete password' }))
    const dialog = await dialogNamed('Delete the password of Hiroshi Sato?')
    await user.click(dialog.getByRole('checkbox', { name: 'Send an email to choose a new one' }))
    await user.click(dialog.getByRole('button', { name: 'Delete password' }))
    expect(await card().findByText(/An email to choose a new one was sent/)).toBeVisible()
    expect(writes()).toHaveLength(2)
  })

  it('says when it was deleted but the mail was not sent', async () => {
    const { member, user } = await openMember({
      name: 'Hiroshi Sato',
      faults: [{ path: '/sdk/v1/b2b/passwords/email/reset/start', status: 403, error_type: 'no' }],
    })
    await user.click(card().getByRole('button', { name: 'Delete password' }))
    const dialog = await dialogNamed('Delete the password of Hiroshi Sato?')
    await user.click(dialog.getByRole('checkbox'))
    await user.click(dialog.getByRole('button', { name: 'Delete password' }))
    expect(await card().findByRole('alert')).toHaveTextContent(
      /was deleted, but the email to choose a new one was not sent/,
    )
    expect(card().getByText('Request id')).toBeInTheDocument()
    expect(member.member_password_id).toBe('')
  })

  it('keeps the dialog with the reason when deleting fails', async () => {
    const { member, user } = await openMember({
      name: 'Hiroshi Sato',
      faults: [
        { path: '/sdk/v1/b2b/organizations/members/passwords/*', status: 409, error_type: 'busy' },
      ],
    })
    await user.click(card().getByRole('button', { name: 'Delete password' }))
    const dialog = await dialogNamed('Delete the password of Hiroshi Sato?')
    await user.click(dialog.getByRole('button', { name: 'Delete password' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('The password was not deleted')
    expect(member.member_password_id).not.toBe('')
    await user.click(dialog.getByRole('button', { name: 'Delete password' }))
    expect(await card().findByText('The password was deleted.')).toBeVisible()
  })

  it('sends no mail that would work in another browser than the member’s only', async () => {
    await openMember({
      name: 'Hiroshi Sato',
      world: ({ data }) => {
        data.project.pkce_required.password_resets = true
      },
    })
    expect(card().getByText(/only in the browser that asked for it/)).toBeVisible()
    expect(card().queryByRole('button', { name: 'Send reset email' })).toBeNull()
  })

  it('is not spoken of where there is none and none is allowed', async () => {
    await openMember({ name: 'Grace Kimani', then: ssoOnly })
    expect(card().queryByText('Password')).toBeNull()
  })

  it('can be deleted where the organization allows none any more', async () => {
    await openMember({ name: 'Hiroshi Sato', then: ssoOnly })
    expect(card().getByRole('button', { name: 'Delete password' })).toBeEnabled()
    expect(card().queryByRole('button', { name: 'Send reset email' })).toBeNull()
  })

  it('is one’s own to delete for a plain member, but not another’s', async () => {
    const own = await openMember({
      name: 'Hiroshi Sato',
      persona: 'self',
      world: (_emulator, member) => member.role_ids.push('auditor'),
    })
    await own.user.click(card().getByRole('button', { name: 'Delete password' }))
    const dialog = await dialogNamed('Delete the password of Hiroshi Sato?')
    await own.user.click(dialog.getByRole('button', { name: 'Delete password' }))
    expect(await card().findByText('The password was deleted.')).toBeVisible()
  })

  it('says why an auditor cannot delete it', async () => {
    const { user, writes } = await openMember({ name: 'Hiroshi Sato', persona: 'auditor' })
    const button = card().getByRole('button', { name: 'Delete password' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    await user.click(button)
    expect(
      await screen.findByText(
        /You need the permission stytch\.member update\.info\.delete\.password/,
      ),
    ).toBeInTheDocument()
    expect(writes()).toEqual([])
  })
})

describe('break-glass access', () => {
  it('is given after a question, in one request', async () => {
    const { member, user, writes } = await openMember({ name: 'Grace Kimani' })
    const toggle = card().getByRole('switch', { name: 'Break-glass access' })
    await user.click(toggle)
    const dialog = await dialogNamed('Give Grace Kimani break-glass access?')
    expect(member.is_breakglass).toBe(false)
    await user.click(dialog.getByRole('button', { name: 'Give access' }))
    await waitFor(() => expect(toggle).toBeChecked())
    await waitFor(() => expect(member.is_breakglass).toBe(true))
    expect(writes()).toEqual(['PUT /b2b/organizations/members/:id'])
  })

  it('is taken away at once, and back when that fails', async () => {
    const { user } = await openMember({
      name: 'Olu Adeyemi',
      faults: [{ method: 'PUT', path: '/sdk/v1/b2b/organizations/members/*', status: 403 }],
    })
    const toggle = card().getByRole('switch', { name: 'Break-glass access' })
    await user.click(toggle)
    expect(await card().findByText('Break-glass access was not changed')).toBeVisible()
    expect(toggle).toBeChecked()
  })

  it('says why an auditor cannot give it', async () => {
    const { user, writes } = await openMember({ name: 'Grace Kimani', persona: 'auditor' })
    const toggle = card().getByRole('switch', { name: 'Break-glass access' })
    expect(toggle).toHaveAttribute('aria-disabled', 'true')
    expect(toggle).toHaveAccessibleDescription(/stytch\.member update\.settings\.is-breakglass/)
    await user.click(toggle)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(writes()).toEqual([])
  })
})
