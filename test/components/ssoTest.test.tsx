import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  AdminPortalSSO,
  createMemoryLocation,
  type AdminPortalSSOProps,
} from 'orgportal/components'
import type { Emulator } from 'orgportal/emulator'
import {
  createSsoTestWindow,
  createTestPortal,
  type SsoTestPerson,
  type TestPortal,
  type TestPortalOptions,
} from 'orgportal/testing'
import { afterEach, describe, expect, it, vi } from 'vitest'

const portals: TestPortal[] = []
afterEach(() => {
  for (const portal of portals.splice(0)) portal.dispose()
})

type OpenTestWindow = NonNullable<NonNullable<AdminPortalSSOProps['config']>['openTestWindow']>

interface Opened {
  options?: TestPortalOptions
  person?: SsoTestPerson | null
  world?: (emulator: Emulator) => void
  openTestWindow?: OpenTestWindow
}

const ADA = { email_address: 'ada.lovelace@northwind.example', groups: 'Everyone, Robotics' }

const samlOf = ({ data }: Emulator) => {
  const [connection] = Object.values(data.sso_connections)
  if (connection?.type !== 'saml') throw new Error('The seed has no SAML connection.')
  return connection
}

/** The page of Northwind's connection, with a window that walks through its provider in process. */
async function open({ options = {}, person = ADA, world, openTestWindow }: Opened = {}) {
  const portal = await createTestPortal({ seed: 'sample', ...options })
  portals.push(portal)
  world?.(portal.emulator)
  const walk = createSsoTestWindow(portal.emulator, { person })
  const { connection_id } = samlOf(portal.emulator)
  const location = createMemoryLocation({ connection: connection_id })
  const config = { openTestWindow: openTestWindow ?? walk.openTestWindow }
  render(<AdminPortalSSO location={location} config={config} />, { wrapper: portal.Provider })
  const card = () => screen.findByRole('region', { name: 'Test sign-in' }, { timeout: 10_000 })
  return { ...portal, location, walk, card, user: userEvent.setup() }
}

/** Runs the test to its end. */
async function run(opened: Awaited<ReturnType<typeof open>>) {
  const card = within(await opened.card())
  await opened.user.click(await card.findByRole('button', { name: 'Test sign-in' }))
  return card
}

const SLOW = { timeout: 10_000 }

describe('a test sign-in', () => {
  it('says who signed in, what was received and which roles follow', async () => {
    const opened = await open()
    const card = await run(opened)
    expect(await card.findByText('Ada Lovelace signed in', undefined, SLOW)).toBeVisible()
    expect(card.getByText('Everyone and Robotics', { selector: 'dd' })).toBeVisible()
    const [follows] = card.getAllByRole('listitem')
    expect(follows).toHaveTextContent(/engineer.*by the group Robotics/i)
    const row = within(card.getByRole('row', { name: /first_name/ }))
    expect(row.getByText('Ada')).toBeVisible()
    expect(row.getByText('firstName')).toBeVisible()
    expect(screen.getByText('The test passed: Ada Lovelace signed in.')).toBeInTheDocument()
  })

  it('changes nothing of the session, the store and the storage of who is signed in', async () => {
    const opened = await open()
    const { client, emulator, storage } = opened
    storage.items.setItem('kept', 'as it is')
    const before = client.getSnapshot()
    const tokens = client.session.getTokens()
    const cookies = storage.cookies.cookie
    const changed = vi.fn()
    client.subscribe(changed)
    const sessions = Object.keys(emulator.data.sessions)
    const card = await run(opened)
    await card.findByText('Ada Lovelace signed in', undefined, SLOW)
    expect(client.session.getTokens()).toEqual(tokens)
    expect(storage.cookies.cookie).toBe(cookies)
    expect(client.getSnapshot().session).toBe(before.session)
    expect(client.getSnapshot().member).toBe(before.member)
    expect(changed).not.toHaveBeenCalled()
    // The session of the test is over.
    expect(Object.keys(emulator.data.sessions)).toEqual(sessions)
  })

  it('leaves the PKCE pair of a real sign-in alone, and has one of its own', async () => {
    const opened = await open({
      world: ({ data }) => {
        data.project.pkce_required.sso = true
      },
    })
    const { publicToken } = opened.client
    const item = `stytch_sdk_state_${publicToken}::PKCE_VERIFIER:sso`
    const pair = JSON.stringify({ code_challenge: 'c', code_verifier: 'v' })
    opened.storage.items.setItem(item, pair)
    const card = await run(opened)
    await card.findByText('Ada Lovelace signed in', undefined, SLOW)
    expect(opened.storage.items.getItem(item)).toBe(pair)
  })

  it('says that somebody joined by it', async () => {
    const person = { email_address: 'noor.aziz@northwind.example', name: 'Noor Aziz' }
    const card = await run(await open({ person }))
    expect(
      await card.findByText('Noor Aziz joined your organization by this test', undefined, SLOW),
    ).toBeVisible()
  })

  it('tells a refusal of the service as the last step, with what to do', async () => {
    const person = { email_address: 'noor.aziz@northwind.example', name: 'Noor Aziz' }
    const world = ({ data }: Emulator) => {
      for (const organization of Object.values(data.organizations)) {
        organization.sso_jit_provisioning = 'NOT_ALLOWED'
      }
    }
    const card = await run(await open({ person, world }))
    expect(await card.findByText('Signed in at Okta, then refused', undefined, SLOW)).toBeVisible()
    expect(
      card.getByText('The person is no member, and may not join by this connection'),
    ).toBeVisible()
    const steps = within(card.getByRole('navigation', { name: 'How far it got' }))
    expect(steps.getByText(/Let into the organization/)).toHaveTextContent(/attention/i)
  })

  it('says what was mapped and did not come', async () => {
    const world = (emulator: Emulator) => {
      samlOf(emulator).attribute_mapping['job_title'] = 'jobTitle'
    }
    const card = await run(await open({ world }))
    expect(
      await card.findByText('Nothing came for job_title, though mapped', undefined, SLOW),
    ).toBeVisible()
    expect(card.getByRole('row', { name: /job_title/ })).toHaveTextContent('Nothing came')
  })

  it('passes where a second factor is asked for besides', async () => {
    const world = ({ data }: Emulator) => {
      for (const organization of Object.values(data.organizations)) {
        organization.mfa_policy = 'REQUIRED_FOR_ALL'
      }
    }
    const card = await run(await open({ world }))
    expect(
      await card.findByText('A second factor is asked for besides', undefined, SLOW),
    ).toBeVisible()
  })

  it('finds out from the pasted page why it did not come back', async () => {
    const world = (emulator: Emulator) => {
      samlOf(emulator).verification_certificates = []
    }
    const opened = await open({ world })
    const card = await run(opened)
    expect(await card.findByText('The window is out of sight', undefined, SLOW)).toBeVisible()
    await opened.user.click(card.getByRole('textbox', { name: /Text of the page/ }))
    await opened.user.paste(opened.walk.lastPage())
    expect(card.getByText('Recognized: invalid_signature_saml_response')).toBeVisible()
    expect(card.getByText('The signature does not fit the certificate')).toBeVisible()
    expect(card.getByText(/the one that is Active/)).toBeVisible()
    expect(
      card.getByRole('radio', { name: 'An error after signing in, from the sign-in service' }),
    ).toBeChecked()
  })

  it('asks where it ended when the window was closed, and takes a late return all the same', async () => {
    let comeBack = (_token: string) => {}
    let left = ''
    const opened = await open({
      openTestWindow: () => ({
        go: (url) => {
          left = url
        },
        returned: new Promise((resolve) => {
          comeBack = (token) => resolve({ type: 'token', token })
        }),
        gone: Promise.resolve(),
        focus: () => {},
        close: () => {},
      }),
    })
    const card = await run(opened)
    await opened.user.click(
      await card.findByRole('radio', { name: 'The identity provider did not let the person in' }),
    )
    expect(card.getByText('The person may not use the application there')).toBeVisible()
    await vi.waitFor(() => expect(left).toContain('/v1/public/sso/start'))
    const walk = createSsoTestWindow(opened.emulator, { person: ADA }).openTestWindow('')
    walk?.go(left)
    const returned = await walk?.returned
    if (returned?.type === 'token') comeBack(returned.token)
    expect(await card.findByText('Ada Lovelace signed in', undefined, SLOW)).toBeVisible()
  })

  it('says how to allow the window where the browser blocks it', async () => {
    const opened = await open({ openTestWindow: () => null })
    const card = await run(opened)
    expect(card.getByRole('alert')).toHaveTextContent('The browser did not open the window')
    expect(card.getByRole('button', { name: 'Try again' })).toBeVisible()
    expect(opened.requests().filter((line) => line.includes('/sso/authenticate'))).toEqual([])
  })

  it('closes the window when it is cancelled', async () => {
    const close = vi.fn()
    const forever = new Promise<never>(() => {})
    const opened = await open({
      openTestWindow: () => ({
        go: () => {},
        returned: forever,
        gone: forever,
        focus: () => {},
        close,
      }),
    })
    const card = await run(opened)
    await opened.user.click(card.getByRole('button', { name: 'Cancel test' }))
    expect(close).toHaveBeenCalled()
    expect(card.getByRole('button', { name: 'Test sign-in' })).toBeVisible()
  })

  it('says of a connection that is not active what is missing', async () => {
    const world = (emulator: Emulator) => {
      const connection = samlOf(emulator)
      connection.status = 'pending'
      connection.idp_sso_url = ''
      connection.verification_certificates = []
    }
    const { card } = await open({ world })
    const region = within(await card())
    expect(
      await region.findByText('Still missing: sign-on URL and signing certificate.'),
    ).toBeVisible()
    expect(region.queryByRole('button', { name: 'Test sign-in' })).toBeNull()
  })
})
