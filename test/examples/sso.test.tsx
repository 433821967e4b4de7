import { render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ExpiryBanner } from '../../examples/sso/ExpiryBanner.tsx'
import { Sso } from '../../examples/sso/Sso.tsx'
import { openPortal } from '../hooks/harness.tsx'

afterEach(() => history.replaceState(null, '', '/'))

/** What the examples of docs/sso.md do. */
describe('examples/sso', () => {
  it('lists the connections', async () => {
    const portal = await openPortal({ seed: 'sso' })
    render(<Sso />, { wrapper: portal.Provider })
    expect(await screen.findByRole('link', { name: 'Northwind Okta' })).toBeVisible()
  })

  it('says what ends within thirty days', async () => {
    const portal = await openPortal({ seed: 'sso-expiring' })
    render(<ExpiryBanner />, { wrapper: portal.Provider })
    expect((await screen.findAllByText(/days left/)).length).toBeGreaterThan(1)
    expect(screen.getAllByText(/has ended/).length).toBeGreaterThan(0)
    expect(screen.queryByText(/: (3[1-9]|[4-9]\d) days left/)).toBeNull()
  })
})
