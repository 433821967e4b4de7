import { act, render, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AdminPortalSSO, createMemoryLocation } from 'orgportal/components'
import { begin, button, heading, kept, stepList, TIME } from './ssoSetupPart.tsx'

async function fillSecret(user: Awaited<ReturnType<typeof begin>>['user'], secret: string) {
  await user.type(await screen.findByLabelText(/client secret/i, { selector: 'input' }), secret)
}

describe('the set-up wizard', () => {
  it('leads from nothing to an active Okta connection by SAML', async () => {
    const { user, emulator, stored, location, requests } = await begin('okta-saml')
    let steps = 0
    while (!screen.queryByRole('textbox', { name: 'Metadata URL' })) {
      steps += 1
      if (steps > 10) throw new Error('No step asks for the metadata.')
      const before = location.read()['step']
      await user.click(await button(/^(Continue|Save and continue)$/))
      await waitFor(() => expect(location.read()['step']).not.toBe(before), TIME)
    }
    await user.type(
      screen.getByRole('textbox', { name: 'Metadata URL' }),
      `${emulator.baseUrl}/idp/saml/okta/metadata`,
    )
    await user.click(await button('Save and continue'))
    await heading('Test')
    await waitFor(() => expect(stored().status).toBe('active'))
    expect(requests().filter((one) => one === 'GET /b2b/sso')).toHaveLength(1)
    expect(requests().filter((one) => one.startsWith('PUT /b2b/sso/saml'))).toHaveLength(2)
    expect(kept()).not.toContain('/idp/saml/okta/metadata')
    await user.click(await button('Continue'))
    expect(
      await screen.findByText(/^People can sign in through Okta/, undefined, TIME),
    ).toBeVisible()
    await user.click(await button('Done'))
    await waitFor(() => expect(location.read()['screen']).toBeUndefined(), TIME)
  }, 90_000)

  it('leads to an active Entra connection by OIDC, and keeps no secret', async () => {
    const { user, emulator, stored, openForm } = await begin('microsoft-entra-oidc')
    await openForm('source')
    await user.type(
      await screen.findByRole('textbox', { name: /tenant/i }, TIME),
      `${emulator.baseUrl}/idp/oidc/okta`,
    )
    await user.type(screen.getByRole('textbox', { name: /client\) id/i }), 'client-of-mine')
    await fillSecret(user, 'hush-hush-secret')
    await waitFor(() => expect(kept()).toContain('client-of-mine'))
    expect(kept()).not.toContain('hush-hush')
    await user.click(await button('Save and continue'))
    await waitFor(() => {
      const connection = stored()
      expect(connection.type === 'oidc' && connection.client_id).toBe('client-of-mine')
    }, TIME)
    expect(kept()).not.toContain('hush-hush')
    expect(kept()).not.toContain('client-of-mine')
    // The addresses were read from the issuer, and the usual claims need no mapping.
    expect(stored()).toMatchObject({ status: 'active' })
    const steps = await stepList()
    await user.click(within(steps).getByRole('button', { name: /Finish/ }))
    expect(
      await screen.findByText(/^People can sign in through Microsoft Entra/, undefined, TIME),
    ).toBeVisible()
    const missing = screen.getByRole('list', { name: 'What was set up' })
    expect(within(missing).queryByText(/missing/)).toBeNull()
  }, 90_000)

  it('goes on where it was left, and takes over what another tab typed', async () => {
    const { user, view, Provider, id, openForm } = await begin('okta-saml')
    await openForm('source')
    const url = await screen.findByRole('textbox', { name: /metadata url|address/i }, TIME)
    await user.type(url, 'https://idp.example/first')
    view.unmount()
    const location = createMemoryLocation({ screen: 'setup', connection: id, step: 'source' })
    render(<AdminPortalSSO location={location} />, { wrapper: Provider })
    const again = await screen.findByRole('textbox', { name: /metadata url|address/i }, TIME)
    expect(again).toHaveValue('https://idp.example/first')

    const key = Object.keys(localStorage).find((one) => one.includes('sso-setup')) ?? ''
    const draft = localStorage.getItem(key) ?? ''
    localStorage.setItem(
      key,
      draft
        .replace('https://idp.example/first', 'https://idp.example/other-tab')
        .replaceAll(/"at":\d+/g, `"at":${Date.now() + 1000}`),
    )
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key })))
    await waitFor(() => expect(again).toHaveValue('https://idp.example/other-tab'))
  }, 90_000)

  it('says what failed, keeps what was typed, and sends it again', async () => {
    const { user, emulator, openForm, stored } = await begin('okta-saml')
    await openForm('source')
    const url = await screen.findByRole('textbox', { name: /metadata url|address/i }, TIME)
    const address = `${emulator.baseUrl}/idp/saml/okta/metadata`
    await user.type(url, address)
    emulator.faults.add({ path: '/sdk/v1/b2b/sso/saml/*', status: 400, times: 1 })
    await user.click(await button('Save and continue'))
    const alert = await screen.findByRole('alert', {}, TIME)
    expect(url).toHaveValue(address)
    emulator.faults.clear()
    await user.click(within(alert).getByRole('button', { name: 'Save what is left' }))
    await waitFor(() => {
      const connection = stored()
      expect(connection.type === 'saml' && connection.idp_entity_id).not.toBe('')
    }, TIME)
  }, 90_000)
})
