import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { readListView, USUAL_VIEW } from '../../src/components/members/list/listColumns.ts'
import { open, TIME } from './bulkPortal.tsx'

const headers = async () =>
  (await screen.findAllByRole('columnheader', {}, TIME)).map(({ textContent }) => textContent)

describe('how somebody likes to see the list', () => {
  it('is kept by project and member, and is as usual where something broken was stored', async () => {
    const { client, view, show } = await open()
    const usual = await headers()
    const key = `orgportal:members-list:${client.publicToken}:${client.getSnapshot().identity?.memberId ?? ''}`
    view.unmount()
    localStorage.setItem(key, '{"columns":["status"]}')
    const second = show()
    expect(await headers()).not.toEqual(usual)
    second.unmount()
    localStorage.setItem(key, '{"columns":')
    show()
    expect(await headers()).toEqual(usual)
  }, 60_000)

  it('is as usual where the storage is forbidden', async () => {
    const forbidden = vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError')
    })
    try {
      await open()
      expect(await headers()).toContain('Roles')
    } finally {
      forbidden.mockRestore()
    }
  }, 60_000)
})

describe('readListView', () => {
  it.each([undefined, null, 7, 'dense', [], { columns: 'all', size: '25', density: 3 }])(
    'makes a view of %j',
    (stored) => {
      expect(readListView(stored)).toEqual(USUAL_VIEW)
    },
  )
})
