import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openMember } from './memberCards.tsx'

const region = (name: string) => within(screen.getByRole('region', { name }))
const apps = () => region('Connected apps')
const sessions = () => region('Sessions')
const dialogNamed = async (name: string) => within(await screen.findByRole('dialog', { name }))

describe('connected apps of a member', () => {
  it('are asked for once, and shown with what each is allowed', async () => {
    const { requests } = await openMember({ name: 'Amara Diallo' })
    const row = within(await apps().findByRole('row', { name: /Harbor Reports/ }))
    expect(row.getByText('Third-party')).toBeVisible()
    expect(row.getByText('documents:read')).toBeInTheDocument()
    expect(requests().filter((request) => request.includes('connected_apps'))).toHaveLength(1)
  })

  it('are revoked after a question, in one request', async () => {
    const { emulator, member, user, writes } = await openMember({ name: 'Amara Diallo' })
    await user.click(await apps().findByRole('button', { name: 'Revoke Harbor Reports' }))
    const dialog = await dialogNamed('Revoke Harbor Reports?')
    expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await user.tab()
    await user.keyboard('{Enter}')
    expect(await apps().findByText('Harbor Reports was revoked.')).toBeVisible()
    expect(apps().getByText('No app acts for this member.')).toBeVisible()
    expect(
      emulator.data.app_grants.filter(({ member_id }) => member_id === member.member_id),
    ).toEqual([])
    expect(writes()).toHaveLength(1)
    await waitFor(() => expect(apps().getByText('Harbor Reports was revoked.')).toHaveFocus())
  })

  it('stay when revoking fails, with the reason in the dialog', async () => {
    const { user } = await openMember({
      name: 'Amara Diallo',
      faults: [{ path: '*/revoke', status: 403, error_type: 'session_authorization_error' }],
    })
    await user.click(await apps().findByRole('button', { name: 'Revoke Harbor Reports' }))
    const dialog = await dialogNamed('Revoke Harbor Reports?')
    await user.click(dialog.getByRole('button', { name: 'Revoke app' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('The app was not revoked')
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    expect(apps().getByRole('row', { name: /Harbor Reports/ })).toBeVisible()
  })

  it('are loaded again on Retry', async () => {
    const { user } = await openMember({
      name: 'Amara Diallo',
      faults: [{ path: '*/connected_apps', status: 400, error_type: 'no' }],
    })
    expect(await apps().findByRole('alert')).toHaveTextContent(
      'The connected apps could not be loaded',
    )
    await user.click(apps().getByRole('button', { name: 'Retry' }))
    expect(await apps().findByRole('row', { name: /Harbor Reports/ })).toBeVisible()
  })

  it('are not asked for by who may not see them', async () => {
    const { requests } = await openMember({ name: 'Amara Diallo', persona: 'auditor' })
    expect(apps().getByText(/stytch\.member get\.connected-apps/)).toBeVisible()
    expect(requests().filter((request) => request.includes('connected_apps'))).toEqual([])
  })

  it('are told to be none', async () => {
    await openMember({ name: 'Grace Kimani' })
    expect(await apps().findByText('No app acts for this member.')).toBeVisible()
  })
})

describe('sessions of a member', () => {
  it('end all together after a question, in one request', async () => {
    const { emulator, member, client, user, writes } = await openMember({ name: 'Grace Kimani' })
    const { token } = emulator.createMagicLink(member.member_id)
    await emulator.fetch(`${emulator.baseUrl}/sdk/v1/b2b/magic_links/authenticate`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${btoa(`${emulator.publicToken}:${emulator.publicToken}`)}`,
      },
      body: JSON.stringify({ magic_links_token: token, session_duration_minutes: 60 }),
    })
    const before = writes().length
    const ofMember = () =>
      Object.values(emulator.data.sessions).filter(
        ({ member_id }) => member_id === member.member_id,
      )
    expect(ofMember()).toHaveLength(1)
    await user.click(sessions().getByRole('button', { name: 'Sign out everywhere' }))
    const dialog = await dialogNamed('Sign Grace Kimani out everywhere?')
    await user.click(dialog.getByRole('button', { name: 'Sign out everywhere' }))
    expect(await sessions().findByText('Grace Kimani was signed out everywhere.')).toBeVisible()
    expect(ofMember()).toEqual([])
    expect(writes().slice(before)).toEqual(['POST /b2b/sessions/revoke/:id'])
    expect(client.getSnapshot().status).toBe('authenticated')
  })

  it('of oneself end here too, as is said before', async () => {
    const { user } = await openMember({ name: 'Ada Lovelace', persona: 'self' })
    await user.click(sessions().getByRole('button', { name: 'Sign out everywhere' }))
    const dialog = await dialogNamed('Sign out everywhere, here too?')
    expect(dialog.getByText(/the next thing you do here signs you out/)).toBeVisible()
  })

  it('cannot be ended by an auditor, who is told why', async () => {
    const { user, writes } = await openMember({ name: 'Grace Kimani', persona: 'auditor' })
    await user.click(sessions().getByRole('button', { name: 'Sign out everywhere' }))
    expect(sessions().getAllByText(/stytch\.member revoke-sessions/)[0]).toBeInTheDocument()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(writes()).toEqual([])
  })

  it.each([
    ['Priya Nair', /Has never signed in/],
    ['Søren Krogh', /ended with the deactivation/],
  ])('of %s cannot be', async (name, reason) => {
    await openMember({ name })
    expect(sessions().getByText(reason)).toBeVisible()
    expect(sessions().queryByRole('button')).toBeNull()
  })

  it('tell when the member was last seen, where the host knows', async () => {
    await openMember({
      name: 'Grace Kimani',
      config: {
        getLastSeen: ({ name }) => (name === 'Grace Kimani' ? '2026-03-04T10:00:00Z' : undefined),
      },
    })
    expect(sessions().getByText(/4 Mar 2026/)).toBeVisible()
  })
})
