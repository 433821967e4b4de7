import { render, renderHook, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import type { RbacRole } from 'orgportal/client'
import {
  PartFrame,
  PortalRoot,
  deniedBy,
  useRoleDisplay,
  type RoleDisplayConfig,
} from 'orgportal/components'
import { Card, ErrorState } from 'orgportal/ui'
import { formatDate, formatRelative, plural } from '../../src/components/i18n/format.ts'

describe('plural', () => {
  it('follows the categories and the number format of the language', () => {
    expect(plural('en', 1, { one: '# group', other: '# groups' })).toBe('1 group')
    expect(plural('en', 12480, { one: '# group', other: '# groups' })).toBe('12,480 groups')
    const polish = { one: '# grupa', few: '# grupy', many: '# grup', other: '# grupy' }
    expect([1, 3, 5, 22].map((count) => plural('pl', count, polish))).toEqual([
      '1 grupa',
      '3 grupy',
      '5 grup',
      '22 grupy',
    ])
  })

  it('takes the other form where the language asks for one that is not given', () => {
    expect(plural('pl', 3, { other: '#' })).toBe('3')
  })
})

describe('formatRelative', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const at = (text: string) => formatRelative('en-GB', new Date(text), now)

  it('names the largest unit that says enough', () => {
    expect(at('2026-11-21T12:00:20Z')).toBe('now')
    expect(at('2026-11-21T11:58:00Z')).toBe('2 minutes ago')
    expect(at('2026-11-21T15:00:00Z')).toBe('in 3 hours')
    expect(at('2026-12-21T12:00:00Z')).toBe('in 30 days')
    expect(at('2027-11-21T12:00:00Z')).toBe('in 12 months')
    expect(at('2023-11-21T12:00:00Z')).toBe('3 years ago')
  })
})

describe('formatDate', () => {
  it('follows the locale', () => {
    const date = new Date(2026, 10, 21, 12)
    expect(formatDate('en-GB', date)).toBe('21 Nov 2026')
    expect(formatDate('en-US', date)).toBe('Nov 21, 2026')
  })
})

describe('messages of a part', () => {
  it('replace single texts at any depth and keep the others', () => {
    render(
      <PortalRoot messages={{ ui: { retry: 'Again', error: { details: 'More' } } }}>
        <ErrorState title="Failed" error={new Error('because')} onRetry={() => {}} />
      </PortalRoot>,
    )
    expect(screen.getByRole('button', { name: 'Again' })).toBeInTheDocument()
    expect(screen.getByText('More')).toBeInTheDocument()
    expect(screen.getByText('Message')).toBeInTheDocument()
  })

  it('are English without a portal root', () => {
    render(<ErrorState title="Failed" onRetry={() => {}} />)
    expect(screen.getByRole('button', { name: 'Retry' })).toBeInTheDocument()
  })
})

const role = (role_id: string, description = ''): RbacRole => ({
  role_id,
  description,
  permissions: [],
})

describe('useRoleDisplay', () => {
  const roles = [
    role('viewer', 'Reads.'),
    role('stytch_admin'),
    role('engineer'),
    role('stytch_member'),
  ]

  const directoryOf = (config?: RoleDisplayConfig) => {
    const wrapper = ({ children }: { children: ReactNode }) => (
      <PortalRoot config={config}>{children}</PortalRoot>
    )
    return renderHook(() => useRoleDisplay(roles), { wrapper }).result.current
  }

  it('puts the built-in roles first and the others by name', () => {
    expect(directoryOf().roles.map(({ role_id }) => role_id)).toEqual([
      'stytch_member',
      'stytch_admin',
      'engineer',
      'viewer',
    ])
  })

  it('shows an unknown role by its id, after all others', () => {
    const directory = directoryOf()
    expect(directory.display('gone')).toEqual({
      role_id: 'gone',
      name: 'gone',
      description: '',
      known: false,
    })
    expect(directory.sort(['gone', 'viewer', 'stytch_member'])).toEqual([
      'stytch_member',
      'viewer',
      'gone',
    ])
  })

  it('takes names, descriptions and order from the host', () => {
    const directory = directoryOf({
      getRoleDisplayName: ({ role_id }) => (role_id === 'engineer' ? 'Zeta engineer' : ''),
      getRoleDescription: ({ role_id }) => `About ${role_id}`,
      getRoleSortOrder: () => ['viewer', 'nobody', 'engineer'],
    })
    expect(directory.roles.map(({ role_id }) => role_id)).toEqual([
      'viewer',
      'engineer',
      'stytch_member',
      'stytch_admin',
    ])
    expect(directory.nameOf('engineer')).toBe('Zeta engineer')
    expect(directory.nameOf('viewer')).toBe('viewer')
    expect(directory.display('viewer').description).toBe('About viewer')
  })
})

describe('deniedBy', () => {
  it('is nothing where it is allowed, else the permission and the roles by name', () => {
    const rolesThatGrant = () => [role('it_admin')]
    expect(
      deniedBy({ allowed: true, rolesThatGrant }, 'stytch.scim update', String),
    ).toBeUndefined()
    expect(
      deniedBy({ allowed: false, rolesThatGrant }, 'stytch.scim update', (id) => `<${id}>`),
    ).toEqual({
      permission: 'stytch.scim update',
      roles: ['<it_admin>'],
    })
  })
})

describe('headingLevel', () => {
  const outline = () =>
    screen
      .getAllByRole('heading')
      .map((heading) => `${heading.tagName} ${heading.textContent}`.toLowerCase())
  const part = (
    <PartFrame title="Directory sync">
      <Card title="Details">
        <p>Okta</p>
      </Card>
    </PartFrame>
  )

  it('begins at 2, or where the host says, and goes on from there', () => {
    const { rerender } = render(<PortalRoot>{part}</PortalRoot>)
    expect(outline()).toEqual(['h2 directory sync', 'h3 details'])
    rerender(<PortalRoot headingLevel={4}>{part}</PortalRoot>)
    expect(outline()).toEqual(['h4 directory sync', 'h5 details'])
  })
})

describe('PartFrame', () => {
  it('takes the focus to its title when it comes in place of another screen, not before', () => {
    const frame = (title: string) => <PartFrame key={title} title={title} screen={title} children />
    const { rerender } = render(<PortalRoot>{frame('List')}</PortalRoot>)
    expect(screen.getByRole('heading', { name: 'List' })).not.toHaveFocus()
    rerender(
      <PortalRoot>
        <PartFrame title="Loading" children />
      </PortalRoot>,
    )
    expect(screen.getByRole('heading', { name: 'Loading' })).not.toHaveFocus()
    rerender(<PortalRoot>{frame('Record')}</PortalRoot>)
    expect(screen.getByRole('heading', { name: 'Record' })).toHaveFocus()
  })
})
