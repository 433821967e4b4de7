import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderWithOrgportal } from 'orgportal/testing'
import { ConnectionStatus } from './ConnectionStatus.tsx'

describe('ConnectionStatus', () => {
  // #region first
  it('shows the directory, and lets an admin rename it', async () => {
    await renderWithOrgportal(<ConnectionStatus />, { seed: 'scim' })
    expect(await screen.findByText('Northwind Okta directory')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Rename' })).toBeEnabled()
  })
  // #endregion

  // #region personas
  it('follows who is signed in', async () => {
    const { as } = await renderWithOrgportal(<ConnectionStatus />, {
      seed: 'scim',
      persona: 'auditor',
    })
    expect(await screen.findByRole('button', { name: 'Rename' })).toBeDisabled()
    await as('it-admin')
    expect(await screen.findByRole('button', { name: 'Rename' })).toBeEnabled()
  })
  // #endregion

  // #region faults
  it('says so when the directory cannot be read', async () => {
    const { requests } = await renderWithOrgportal(<ConnectionStatus />, {
      seed: 'scim',
      faults: [{ path: '/sdk/v1/b2b/scim', status: 403 }],
    })
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(requests()).toEqual(['GET /b2b/scim'])
  })
  // #endregion

  // #region tabs
  it('ends in every tab', async () => {
    const { as, inAnotherTab } = await renderWithOrgportal(<ConnectionStatus />, { seed: 'scim' })
    const { container } = await inAnotherTab(<ConnectionStatus />)
    const tab = within(container)
    expect(await tab.findByRole('heading')).toBeVisible()
    await as(null)
    await waitFor(() => expect(tab.queryByRole('heading')).toBeNull())
  })
  // #endregion
})
