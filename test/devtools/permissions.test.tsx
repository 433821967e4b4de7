import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { OrgportalDevtools } from 'orgportal/devtools'
import { usePermission } from 'orgportal/hooks'
import { openPortal } from '../hooks/harness.tsx'
import { devtools, enter, openTab, press } from './panel.ts'

function MayUpdate() {
  return <p>{usePermission('stytch.scim', 'update').allowed ? 'may update' : 'may not update'}</p>
}

async function openPermissions(persona: string | null) {
  const portal = await openPortal({ persona })
  render(
    <portal.Provider>
      <MayUpdate />
      <OrgportalDevtools initialOpen />
    </portal.Provider>,
  )
  await openTab('Permissions')
  return portal
}

const actionsOf = (resource: string) =>
  within(devtools().getByRole('list', { name: resource })).getAllByRole('listitem')

describe('OrgportalDevtools: permissions', () => {
  it('says of each action whether it is allowed, by which role, or which roles it takes', async () => {
    await openPermissions('auditor')
    enter(devtools().getByRole('searchbox'), 'stytch.scim')
    const [create, get] = actionsOf('stytch.scim')
    expect(create).toHaveTextContent('deniedcreateneeds stytch_admin or it_admin')
    expect(get).toHaveTextContent('allowedgetby auditor')
  })

  it('searches resources and actions, and those that are denied', async () => {
    await openPermissions('auditor')
    enter(devtools().getByRole('searchbox'), 'scim get')
    expect(actionsOf('stytch.scim')).toHaveLength(1)
    await userEvent.click(devtools().getByRole('checkbox', { name: 'Denied only' }))
    expect(devtools().queryByRole('list', { name: 'stytch.scim' })).toBeNull()
    expect(devtools().getByText('Nothing in the policy matches.')).toBeInTheDocument()
  })

  it('shows the page as other roles see it, and says so until it is stopped', async () => {
    const { client } = await openPermissions('auditor')
    expect(screen.getByText('may not update')).toBeInTheDocument()
    await userEvent.click(devtools().getByRole('checkbox', { name: /it_admin/ }))
    expect(screen.getByText('may update')).toBeInTheDocument()
    expect(devtools().getByText(/Viewing as/)).toHaveTextContent(
      'Viewing as stytch_member, it_admin, auditor',
    )
    await press('Close')
    expect(devtools().getByText(/Viewing as/)).toBeInTheDocument()
    await press('Stop')
    expect(screen.getByText('may not update')).toBeInTheDocument()
    expect(devtools().queryByText(/Viewing as/)).toBeNull()
    expect(client.getSnapshot().viewedRoles).toBeNull()
  })

  it('shows it as somebody without roles', async () => {
    const { client } = await openPermissions('admin')
    for (const box of devtools().getAllByRole('checkbox', { checked: true })) {
      await userEvent.click(box)
    }
    expect(client.getSnapshot().viewedRoles).toEqual([])
    expect(screen.getByText('may not update')).toBeInTheDocument()
    expect(devtools().getByText('somebody without roles')).toBeInTheDocument()
  })

  it('stops viewing when the session ends', async () => {
    const { client } = await openPermissions('auditor')
    await userEvent.click(devtools().getByRole('checkbox', { name: /it_admin/ }))
    await client.session.revoke()
    await waitFor(() => {
      expect(devtools().queryByText(/Viewing as/)).toBeNull()
    })
    expect(devtools().getByRole('checkbox', { name: /it_admin/ })).toBeDisabled()
  })
})
