import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createMemoryLocation,
  createQueryLocation,
  PlaceLink,
  PortalRoot,
  type LocationAdapter,
} from 'orgportal/components'

beforeEach(() => window.history.replaceState(null, '', '/settings?tab=people&portal.page=3#top'))
afterEach(() => window.history.replaceState(null, '', '/'))

function show(location: LocationAdapter, onFollow = vi.fn()) {
  render(
    <PortalRoot location={location}>
      <PlaceLink to={{ member: 'ada', page: undefined }} onFollow={onFollow}>
        Ada Lovelace
      </PlaceLink>
    </PortalRoot>,
  )
  return { link: screen.getByRole('link', { name: 'Ada Lovelace' }), onFollow }
}

describe('PlaceLink', () => {
  it('has the URL of the place, so that it can be opened in another tab', () => {
    const { link } = show(createQueryLocation())
    expect(link).toHaveProperty(
      'href',
      `${window.location.origin}/settings?tab=people&portal.member=ada#top`,
    )
  })

  it('goes there by a plain click without loading the page', async () => {
    const location = createQueryLocation()
    const { link, onFollow } = show(location)
    await userEvent.click(link)
    expect(location.read()).toEqual({ member: 'ada' })
    expect(onFollow).toHaveBeenCalledOnce()
  })

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }])(
    'leaves a click with %o to the browser',
    (how) => {
      const location = createQueryLocation()
      const { link, onFollow } = show(location)
      const wasPrevented = vi.fn()
      // After React, and in place of the browser, which is not there to follow it.
      window.addEventListener(
        'click',
        (event) => {
          wasPrevented(event.defaultPrevented)
          event.preventDefault()
        },
        { once: true },
      )
      fireEvent(link, createEvent.click(link, how))
      expect(wasPrevented).toHaveBeenCalledExactlyOnceWith(false)
      expect(location.read()).toEqual({ page: '3' })
      expect(onFollow).not.toHaveBeenCalled()
    },
  )

  it('can be followed where places have no URL', async () => {
    const location = createMemoryLocation({ page: '3' })
    const { link } = show(location)
    link.focus()
    await userEvent.keyboard('{Enter}')
    expect(location.read()).toEqual({ member: 'ada' })
  })
})
