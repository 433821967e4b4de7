import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { Members } from '../../examples/members/Members.tsx'
import { Roster } from '../../examples/members/Roster.tsx'
import { openPortal } from '../hooks/harness.tsx'

afterEach(() => history.replaceState(null, '', '/'))

/** What the examples of docs/members.md do. */
describe('examples/members', () => {
  it('lists the members with the names that the app has for roles', async () => {
    const portal = await openPortal()
    render(<Members />, { wrapper: portal.Provider })
    await screen.findByRole('grid', { name: 'Members' })
    expect(screen.getAllByText('Administrator').length).toBeGreaterThan(0)
  })

  it('pages through ten thousand in markup of its own', async () => {
    const portal = await openPortal({ seed: 'ten-thousand-members' })
    render(<Roster />, { wrapper: portal.Provider })
    await screen.findByText('1 to 25 of 8955')
    await userEvent.click(screen.getByRole('button', { name: 'Next' }))
    await screen.findByText('26 to 50 of 8955')
    expect(location.search).toContain('portal.page=2')
    expect(screen.getAllByRole('listitem')).toHaveLength(25)
  })
})
