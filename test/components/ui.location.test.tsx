import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  PortalRoot,
  createMemoryLocation,
  createQueryLocation,
  usePortalLocation,
  useUnsavedChanges,
  type LocationAdapter,
  type MemoryLocation,
  type PortalRootProps,
} from 'orgportal/components'

const address = () => window.location.pathname + window.location.search + window.location.hash

describe('createQueryLocation', () => {
  beforeEach(() =>
    window.history.replaceState({ router: 7 }, '', '/settings?tab=security&portal.screen=new#top'),
  )
  afterEach(() => window.history.replaceState(null, '', '/'))

  it('reads only parameters of its prefix', () => {
    expect(createQueryLocation().read()).toEqual({ screen: 'new' })
    expect(createQueryLocation({ prefix: 'scim-' }).read()).toEqual({})
  })

  it('leaves path, hash, foreign parameters and the history state of the host alone', () => {
    createQueryLocation().write({ screen: 'setup', step: '2' }, { replace: true })
    expect(address()).toBe('/settings?tab=security&portal.screen=setup&portal.step=2#top')
    expect(window.history.state).toEqual({ router: 7 })
  })

  it('removes a parameter that is undefined and adds one history entry', () => {
    const before = window.history.length
    createQueryLocation().write({ screen: undefined }, { replace: false })
    expect(window.location.search).toBe('?tab=security')
    expect(window.history.length).toBe(before + 1)
  })

  it('adds no history entry when nothing changes', () => {
    const before = window.history.length
    createQueryLocation().write({ screen: 'new' }, { replace: false })
    expect(window.history.length).toBe(before)
  })

  it('tells of its own writes and of the browser going back, until unsubscribed', () => {
    const location = createQueryLocation()
    const listener = vi.fn()
    const stop = location.subscribe(listener)
    location.write({ screen: 'setup' }, { replace: false })
    expect(listener).toHaveBeenCalledTimes(1)
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect(listener).toHaveBeenCalledTimes(2)
    stop()
    location.write({ screen: 'new' }, { replace: false })
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect(listener).toHaveBeenCalledTimes(2)
  })
})

describe('createMemoryLocation', () => {
  it('goes back and forward through what was written, and drops the branch that was left', () => {
    const location = createMemoryLocation({ screen: 'a' })
    location.write({ screen: 'b' }, { replace: false })
    location.back()
    expect(location.read()).toEqual({ screen: 'a' })
    location.back()
    expect(location.read()).toEqual({ screen: 'a' })
    location.write({ screen: 'c' }, { replace: false })
    location.forward()
    expect(location.read()).toEqual({ screen: 'c' })
  })
})

/** A screen with two sections that may hold something unsaved, and a secret that says in its own words what is lost. */
function Screens() {
  const { params, navigate } = usePortalLocation()
  const [dirty, setDirty] = useState(false)
  const [secret, setSecret] = useState(false)
  useUnsavedChanges(dirty)
  useUnsavedChanges(secret, {
    question: 'Lose the secret?',
    explanation: 'It is shown only here.',
    discard: 'Lose it',
    keep: 'Stay',
  })
  useUnsavedChanges(dirty)
  return (
    <>
      <output>{params['screen'] ?? 'start'}</output>
      <output>{params['dialog'] ?? 'no dialog'}</output>
      <button onClick={() => setDirty(!dirty)}>type</button>
      <button onClick={() => setSecret(!secret)}>secret</button>
      <button onClick={() => navigate({ screen: 'edit' })}>edit</button>
      <button onClick={() => navigate({ dialog: 'rotate' }, { keepsChanges: true })}>rotate</button>
      <button
        onClick={() => navigate({ dialog: undefined }, { replace: true, keepsChanges: true })}
      >
        close
      </button>
    </>
  )
}

function open(location: LocationAdapter, props: Partial<PortalRootProps> = {}) {
  const view = render(
    <PortalRoot location={location} {...props}>
      <Screens />
    </PortalRoot>,
  )
  const user = userEvent.setup()
  return { press: (name: string) => user.click(screen.getByRole('button', { name })), view }
}

/** The adapter of a host that cannot go back. */
function withoutBack(location: MemoryLocation): LocationAdapter {
  const { read, write, subscribe } = location
  return { read, write, subscribe }
}

const question = { name: 'Discard your changes?' }
const gone = () => vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

describe('usePortalLocation', () => {
  it('moves at once when nothing is unsaved, and follows the adapter', async () => {
    const location = createMemoryLocation()
    const { press } = open(location)
    await press('edit')
    expect(screen.getByText('edit', { selector: 'output' })).toBeInTheDocument()
    expect(location.read()).toEqual({ screen: 'edit' })
    act(() => location.back())
    expect(screen.getByText('start')).toBeInTheDocument()
  })

  it('asks once when several sections are unsaved, and stays when told so', async () => {
    const location = createMemoryLocation()
    const { press } = open(location)
    await press('type')
    await press('edit')
    expect(await screen.findAllByRole('dialog', question)).toHaveLength(1)
    expect(location.read()).toEqual({})
    await press('Keep editing')
    await gone()
    expect(screen.getByText('start')).toBeInTheDocument()
  })

  it('leaves when the viewer agrees', async () => {
    const location = createMemoryLocation()
    const { press } = open(location)
    await press('type')
    await press('edit')
    await screen.findByRole('dialog', question)
    await press('Discard changes')
    await gone()
    expect(location.read()).toEqual({ screen: 'edit' })
  })

  it('undoes a Back of the browser until the viewer agrees', async () => {
    const location = createMemoryLocation()
    const { press } = open(location)
    await press('edit')
    await press('type')
    act(() => location.back())
    await screen.findByRole('dialog', question)
    expect(location.read()).toEqual({ screen: 'edit' })
    await press('Discard changes')
    await gone()
    expect(location.read()).toEqual({})
    expect(screen.getByText('start')).toBeInTheDocument()
  })

  it('asks nobody when the changes stay on the screen or are gone again', async () => {
    const location = createMemoryLocation()
    const { press } = open(location)
    await press('type')
    await press('rotate')
    expect(screen.getByText('rotate', { selector: 'output' })).toBeInTheDocument()
    await press('type')
    await press('edit')
    expect(location.read()).toEqual({ screen: 'edit', dialog: 'rotate' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('has the browser ask before the page is closed while something is unsaved', async () => {
    const { press } = open(createMemoryLocation())
    const close = () => {
      const event = new Event('beforeunload', { cancelable: true })
      window.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(close()).toBe(false)
    await press('type')
    expect(close()).toBe(true)
    await press('type')
    expect(close()).toBe(false)
  })

  it('asks in the words of what would be lost', async () => {
    const location = createMemoryLocation()
    const { press } = open(location)
    await press('type')
    await press('secret')
    await press('edit')
    const dialog = await screen.findByRole('dialog', { name: 'Lose the secret?' })
    expect(dialog).toHaveTextContent('It is shown only here.')
    await press('Stay')
    await gone()
    await press('secret')
    await press('edit')
    await screen.findByRole('dialog', question)
    await press('Keep editing')
    await gone()
    expect(location.read()).toEqual({})
  })

  it('leaves no entry behind when what was opened is closed again', async () => {
    const location = createMemoryLocation({ screen: 'list' })
    location.write({ screen: 'record' }, { replace: false })
    const { press } = open(location)
    for (let times = 0; times < 2; times += 1) {
      await press('rotate')
      expect(location.read()).toEqual({ screen: 'record', dialog: 'rotate' })
      await press('close')
      expect(location.read()).toEqual({ screen: 'record' })
    }
    act(() => location.back())
    expect(screen.getByText('list')).toBeInTheDocument()
  })

  it('closes by Back, opens again by Forward, and leaves no entry behind then either', async () => {
    const location = createMemoryLocation({ screen: 'list' })
    location.write({ screen: 'record' }, { replace: false })
    const { press } = open(location)
    await press('rotate')
    act(() => location.back())
    expect(screen.getByText('no dialog')).toBeInTheDocument()
    act(() => location.forward())
    expect(screen.getByText('rotate', { selector: 'output' })).toBeInTheDocument()
    await press('close')
    expect(screen.getByText('no dialog')).toBeInTheDocument()
    act(() => location.back())
    expect(screen.getByText('list')).toBeInTheDocument()
  })

  it('asks nobody when what was opened over unsaved changes is closed', async () => {
    const location = createMemoryLocation()
    const { press } = open(location)
    await press('type')
    await press('rotate')
    await press('close')
    expect(screen.getByText('no dialog')).toBeInTheDocument()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(location.read()).toEqual({})
  })

  it.each([
    ['opened by a link', createMemoryLocation({ screen: 'record', dialog: 'rotate' })],
    ['of an adapter that cannot go back', withoutBack(createMemoryLocation({ dialog: 'rotate' }))],
  ])('closes what was %s in place', async (_, location) => {
    const { press } = open(location)
    await press('close')
    expect(screen.getByText('no dialog')).toBeInTheDocument()
    await press('rotate')
    await press('close')
    expect(location.read()['dialog']).toBeUndefined()
  })

  it('goes back in the history of the browser, and writes what comes meanwhile after it', async () => {
    window.history.replaceState(null, '', '/settings?portal.screen=record')
    const location = createQueryLocation()
    const { press } = open(location)
    const before = window.history.length
    await press('rotate')
    expect(window.location.search).toBe('?portal.screen=record&portal.dialog=rotate')
    act(() => {
      screen.getByRole('button', { name: 'close' }).click()
      screen.getByRole('button', { name: 'edit' }).click()
    })
    await vi.waitFor(() => expect(window.location.search).toBe('?portal.screen=edit'))
    expect(screen.getByText('edit', { selector: 'output' })).toBeInTheDocument()
    expect(window.history.length).toBe(before + 1)
    window.history.replaceState(null, '', '/')
  })

  it('says where it belongs when there is no portal root', () => {
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => render(<Screens />)).toThrow('within `PortalRoot`')
    silenced.mockRestore()
  })
})

describe('onUnsavedChange', () => {
  it('tells the host when there is something unsaved, and when there is no more', async () => {
    const told = vi.fn<(unsaved: boolean) => void>()
    const { press, view } = open(createMemoryLocation(), { onUnsavedChange: told })
    expect(told).not.toHaveBeenCalled()
    await press('type')
    expect(told.mock.calls).toEqual([[true]])
    await press('secret')
    await press('type')
    expect(told.mock.calls).toEqual([[true]])
    await press('secret')
    expect(told.mock.calls).toEqual([[true], [false]])
    await press('type')
    view.unmount()
    expect(told.mock.calls).toEqual([[true], [false], [true], [false]])
  })
})
