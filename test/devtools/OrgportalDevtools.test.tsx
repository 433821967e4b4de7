import { render, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { OrgportalDevtools } from 'orgportal/devtools'
import { openPortal } from '../hooks/harness.tsx'
import { devtools, devtoolsElement, focused, openTab, press } from './panel.ts'

const open = () => devtools().queryByRole('dialog', { name: 'orgportal devtools' })

describe('OrgportalDevtools', () => {
  it('stands in a shadow root of its own, and leaves with its component', async () => {
    const { Provider } = await openPortal()
    const { unmount, container } = render(
      <StrictMode>
        <Provider>
          <OrgportalDevtools />
        </Provider>
      </StrictMode>,
    )
    expect(document.querySelectorAll('[data-orgportal-devtools]')).toHaveLength(1)
    expect(container).toBeEmptyDOMElement()
    expect(open()).toBeNull()
    unmount()
    expect(document.querySelector('[data-orgportal-devtools]')).toBeNull()
  })

  it('renders nothing on a server', async () => {
    const { Provider } = await openPortal()
    expect(
      renderToString(
        <Provider>
          <OrgportalDevtools initialOpen />
        </Provider>,
      ),
    ).toBe('')
  })

  it('opens by its button, closes by Escape, and gives the focus back', async () => {
    const { Provider } = await openPortal()
    render(<OrgportalDevtools />, { wrapper: Provider })
    await press('Open orgportal devtools')
    expect(open()).not.toBeNull()
    expect(focused()).toBe(devtools().getByRole('tab', { selected: true }))
    await userEvent.keyboard('{Escape}')
    expect(open()).toBeNull()
    expect(focused()).toBe(devtools().getByRole('button', { name: 'Open orgportal devtools' }))
  })

  it('takes no focus when it is open from the start', async () => {
    const { Provider } = await openPortal()
    render(<OrgportalDevtools initialOpen />, { wrapper: Provider })
    expect(open()).not.toBeNull()
    expect(focused()).toBeNull()
  })

  it('keeps what is pressed in it from the shortcuts and menus of the page', async () => {
    const { Provider } = await openPortal()
    const heard: string[] = []
    const listen = ({ type }: Event) => heard.push(type)
    const types = ['keydown', 'pointerdown', 'click']
    for (const type of types) document.addEventListener(type, listen)
    render(<OrgportalDevtools initialOpen />, { wrapper: Provider })
    await openTab('Session')
    await userEvent.keyboard('{ArrowRight}')
    for (const type of types) document.removeEventListener(type, listen)
    expect(devtools().getByRole('tab', { selected: true })).toHaveTextContent('Requests')
    expect(heard).toEqual([])
  })

  it('is found as it was left when the page is loaded again', async () => {
    const { Provider } = await openPortal()
    const { unmount } = render(<OrgportalDevtools />, { wrapper: Provider })
    await press('Open orgportal devtools')
    await openTab('Queries')
    unmount()
    render(<OrgportalDevtools />, { wrapper: Provider })
    expect(devtools().getByRole('tab', { selected: true })).toHaveTextContent('Queries')
  })

  it('never shows a token', async () => {
    const { Provider, client } = await openPortal()
    render(<OrgportalDevtools initialOpen />, { wrapper: Provider })
    const tokens = client.session.getTokens()
    const text = devtoolsElement().textContent
    expect(text).toContain(`•••• ${tokens?.session_token.slice(-4)}`)
    expect(text).not.toContain(tokens?.session_token)
    expect(text).not.toContain(tokens?.session_jwt)
  })

  it('says why the session ended', async () => {
    const { Provider } = await openPortal()
    render(<OrgportalDevtools initialOpen />, { wrapper: Provider })
    await press('Sign out')
    expect(await devtools().findByText('Nobody is signed in.')).toBeInTheDocument()
    expect(devtools().getByText('signed out')).toBeInTheDocument()
  })

  it('names the sources of each role', async () => {
    const portal = await openPortal({ seed: 'scim', persona: null })
    const member = Object.values(portal.emulator.data.members).find(({ member_id }) =>
      Object.values(portal.emulator.data.scim_groups).some(
        (group) =>
          group.group_name === 'Robotics Engineering' && group.member_ids.includes(member_id),
      ),
    )
    expect(member).toBeDefined()
    const { token } = portal.emulator.createMagicLink(member?.member_id ?? '')
    await portal.client.magicLinks.authenticate({
      magic_links_token: token,
      session_duration_minutes: 60,
    })
    render(<OrgportalDevtools initialOpen />, { wrapper: portal.Provider })
    await waitFor(() => {
      expect(devtoolsElement().textContent).toMatch(
        /engineer.*SCIM group .* of Northwind Okta directory/,
      )
    })
  })
})
