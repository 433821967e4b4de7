import { render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AdminPortalSSO, createMemoryLocation } from 'orgportal/components'
import { openSso, storedConnection } from './ssoPart.tsx'
import { begin, button, heading, kept, stepList, TIME, urlField } from './ssoSetupPart.tsx'
import { metadataOf, SIGNING_1, SIGNING_2, SIGNING_BEFORE } from './ssoValuesSamples.ts'

const MEANWHILE = 'Somebody else changed this meanwhile'

afterEach(() => vi.restoreAllMocks())

/** Somebody else tells what the identity provider is, and this page hears of it. */
async function changeElsewhere({ stored, queryClient }: Awaited<ReturnType<typeof begin>>) {
  Object.assign(stored(), { idp_entity_id: 'urn:theirs', idp_sso_url: 'https://theirs.example' })
  await queryClient.invalidateQueries()
}

describe('a wizard in which somebody else', () => {
  it('saved meanwhile asks which counts, sends nothing before, then what was typed', async () => {
    const wizard = await begin('okta-saml')
    const { user, emulator, openForm, stored, writes } = wizard
    await openForm('source')
    const address = `${emulator.baseUrl}/idp/saml/okta/metadata`
    await user.type(await urlField(), address)
    await changeElsewhere(wizard)
    expect(await screen.findByText(MEANWHILE, undefined, TIME)).toBeVisible()
    // What is stored now is shown by hand; what was typed is still the address.
    expect(await urlField()).toHaveValue(address)
    await user.click(await button('Save and continue'))
    expect(writes()).toBe(0)
    expect(stored()).toMatchObject({ idp_entity_id: 'urn:theirs' })
    await user.click(await button('Keep what I typed'))
    await waitFor(() => expect(screen.queryByText(MEANWHILE)).toBeNull())
    await user.click(await button('Save and continue'))
    await heading('Test')
    expect(writes()).toBe(1)
    expect(stored()).not.toMatchObject({ idp_entity_id: 'urn:theirs' })
  }, 60_000)

  it('saved meanwhile shows theirs when that is what counts', async () => {
    const wizard = await begin('okta-saml')
    const { user, openForm, writes } = wizard
    await openForm('source')
    await user.type(await urlField(), 'https://mine.example')
    await changeElsewhere(wizard)
    await user.click(await button('Show what is saved'))
    expect(await screen.findByDisplayValue('urn:theirs')).toBeVisible()
    expect(screen.queryByDisplayValue('https://mine.example')).toBeNull()
    expect(kept()).not.toContain('mine.example')
    expect(writes()).toBe(0)
  }, 60_000)
})

describe('a wizard that is left', () => {
  it('saves what it can, says what it could not, and has it again later', async () => {
    const { user, openForm, stored, writes, location } = await begin('okta-saml')
    await openForm('mapping')
    await user.click(await button('Add custom attribute'))
    await user.type(screen.getByRole('textbox', { name: 'Name of custom attribute 1' }), 'team')
    await user.type(
      screen.getByRole('textbox', { name: 'team at the identity provider' }),
      'department',
    )
    await openForm('source')
    await user.type(await urlField(), 'no address at all')
    await user.click(await button('Save and continue later'))
    const alert = await screen.findByText('Not all of it was saved', undefined, TIME)
    expect(alert).toBeVisible()
    expect(screen.getByText('Saved: the attribute mapping.')).toBeVisible()
    expect(
      screen.getByText('Kept in this browser, for you alone: the values to bring back.'),
    ).toBeVisible()
    expect(stored()).toMatchObject({ attribute_mapping: { team: 'department' } })
    expect(writes()).toBe(1)
    expect(location.read()['screen']).toBe('setup')

    await user.click(await button('Leave all the same'))
    await user.click(await screen.findByRole('link', { name: 'Continue set-up' }, TIME))
    await openForm('source')
    expect(await urlField()).toHaveValue('no address at all')
    expect(writes()).toBe(1)
  }, 60_000)

  it('says so where the browser keeps nothing, and asks before it is lost', async () => {
    const { user, openForm, location } = await begin('okta-saml')
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await openForm('source')
    await user.type(await urlField(), 'https://idp.example')
    expect(await screen.findByText(/This browser keeps nothing/, undefined, TIME)).toBeVisible()
    expect(await urlField()).toHaveValue('https://idp.example')
    await user.click(await button('Back to the connection'))
    const question = await screen.findByRole('dialog', { name: 'Discard your changes?' }, TIME)
    expect(location.read()['screen']).toBe('setup')
    await user.click(within(question).getByRole('button', { name: 'Keep editing' }))
    expect(await urlField()).toHaveValue('https://idp.example')
  }, 60_000)
})

describe('metadata with several certificates', () => {
  it('says which was not stored, and sends only what is left', async () => {
    const { user, emulator, openForm, stored, writes } = await begin('custom-saml')
    await openForm('source')
    await user.click(await screen.findByRole('radio', { name: 'Metadata file' }, TIME))
    await user.click(screen.getByRole('textbox', { name: 'Or paste it here' }))
    const certificates = [SIGNING_1, SIGNING_2, SIGNING_BEFORE]
    await user.paste(metadataOf({ entityId: 'https://idp.test', certificates }))
    await screen.findByRole('region', { name: 'Read from it' }, TIME)
    const second = SIGNING_2.split('\n')[1] ?? ''
    emulator.faults.add({ path: '/sdk/v1/b2b/sso/saml/*', bodyIncludes: second, status: 400 })
    await user.click(await button('Save and continue'))
    const alert = await screen.findByText('Not everything was saved', undefined, TIME)
    expect(alert).toBeVisible()
    expect(
      screen.getAllByRole('listitem').flatMap(({ dataset }) => dataset['state'] ?? []),
    ).toEqual(expect.arrayContaining(['done', 'failed', 'waiting']))
    expect(stored()).toMatchObject({
      idp_entity_id: 'https://idp.test',
      verification_certificates: [{}],
    })
    expect(writes()).toBe(2)
    // The file is still there: not all that it holds is stored.
    expect(screen.getByRole('textbox', { name: 'Or paste it here' })).toHaveValue(
      metadataOf({ entityId: 'https://idp.test', certificates }),
    )
    expect(screen.queryByText(MEANWHILE)).toBeNull()
    await user.click(await button('Save what is left'))
    await waitFor(() => expect(stored()).toMatchObject({ verification_certificates: [{}, {}, {}] }))
    await waitFor(() => expect(kept()).not.toContain('idp.test'))
    expect(writes()).toBe(4)
  }, 60_000)
})

describe('moving about in a wizard', () => {
  it('goes back a step, with the focus at its heading, and keeps what was typed', async () => {
    const { user, openForm, location, writes } = await begin('okta-saml')
    await openForm('source')
    await user.type(await urlField(), 'https://idp.example')
    await user.click(await button('Back'))
    await waitFor(() => expect(location.read()['step']).toBe('assign'))
    const title = within(await heading('Assign people')).getByText('Assign people')
    await waitFor(() => expect(title).toHaveFocus())
    await user.click(await button('Continue'))
    expect(await urlField()).toHaveValue('https://idp.example')
    expect(writes()).toBe(0)
  }, 60_000)

  it('changes the guide of a generic provider, and keeps what was typed', async () => {
    const { user, openForm, location, view, Provider, id, writes } = await begin('adfs-saml')
    await openForm('source')
    const ofADFS = { name: 'Federation metadata address' }
    await user.type(await screen.findByRole('textbox', ofADFS, TIME), 'https://idp.example')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Guide for' }), 'PingOne')
    await waitFor(() => expect(location.read()['guide']).toBe('pingone-saml'), TIME)
    await screen.findByText(/Step by step through the PingOne/, undefined, TIME)
    view.unmount()
    // Without the guide in the address: the browser remembers which it was.
    const again = createMemoryLocation({ screen: 'setup', connection: id, step: 'source' })
    render(<AdminPortalSSO location={again} />, { wrapper: Provider })
    await screen.findByText(/Step by step through the PingOne/, undefined, TIME)
    expect(await screen.findByDisplayValue('https://idp.example', undefined, TIME)).toBeVisible()
    expect(writes()).toBe(0)
  }, 60_000)

  it('leads through a finished connection and changes nothing', async () => {
    const emulated = await openSso()
    const { connection_id } = storedConnection(emulated.emulator)
    emulated.view.unmount()
    const before = JSON.stringify(emulated.emulator.data.sso_connections[connection_id])
    const location = createMemoryLocation({ screen: 'setup', connection: connection_id })
    const sent = emulated.requests().length
    render(<AdminPortalSSO location={location} />, { wrapper: emulated.Provider })
    const steps = within(await stepList()).getAllByRole('button').length
    for (let step = 1; step < steps; step += 1) {
      const at = location.read()['step']
      await emulated.user.click(await button('Continue'))
      await waitFor(() => expect(location.read()['step']).not.toBe(at), TIME)
    }
    expect(
      await screen.findByText('People can sign in through Northwind Okta.', undefined, TIME),
    ).toBeVisible()
    const since = emulated.requests().slice(sent)
    expect(since.filter((one) => !one.startsWith('GET '))).toEqual([])
    expect(JSON.stringify(emulated.emulator.data.sso_connections[connection_id])).toBe(before)
  }, 60_000)
})
