import { act, renderHook } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { isApiError } from 'orgportal/client'
import { createEmulator, type Emulator, type SeedDescription } from 'orgportal/emulator'
import { fieldActions, useEditableFields, type Permission } from 'orgportal/hooks'
import { signIn, type TestPortal } from 'orgportal/testing'
import { memberNamed } from '../emulator/api.ts'
import { openPortal, renderIn } from './harness.tsx'

type Resource = keyof typeof fieldActions

/** A role with exactly one action, and somebody who holds it and nothing else, not even `stytch.self`. */
const roleOf = (resource: Resource, action: string) => `${resource} ${action}`.replace('*', 'all')

const ROLES = (['stytch.organization', 'stytch.member', 'stytch.self'] as const).flatMap(
  (resource) =>
    [...new Set<string>(Object.values(fieldActions[resource]))].map((action) => ({
      resource,
      action,
      role_id: roleOf(resource, action).replaceAll(/[^a-z]+/g, '-'),
    })),
)

const SEED: SeedDescription = {
  policy: {
    roles: [
      { role_id: 'stytch_member', permissions: {} },
      ...ROLES.map(({ role_id, resource, action }) => ({
        role_id,
        permissions: { [resource]: [action] },
      })),
    ],
  },
  organizations: [
    {
      organization_name: 'Acme',
      sso_connections: [{ display_name: 'Okta' }],
      sso_default_connection_id: 'Okta',
      members: [
        ...ROLES.map(({ role_id }) => ({
          name: role_id,
          email_address: `${role_id}@acme.example`,
          persona: role_id,
          roles: [role_id],
          totp_secret: true as const,
        })),
        { name: 'Nobody', email_address: 'nobody@acme.example', persona: 'nobody' },
        { name: 'Target', email_address: 'target@acme.example', totp_secret: true },
      ],
    },
  ],
}

/** A value that the server takes for each field, once it takes the field at all. */
const MEMBER_VALUES: Record<keyof (typeof fieldActions)['stytch.member'], unknown> = {
  name: 'Tara',
  untrusted_metadata: { theme: 'dark' },
  mfa_phone_number: '+14155550123',
  mfa_enrolled: false,
  default_mfa_method: 'totp',
  email_address: 'tara@acme.example',
  unlink_email: true,
  is_breakglass: true,
  roles: [],
  preserve_existing_sessions: false,
}

let emulator: Emulator
beforeAll(() => {
  emulator = createEmulator({ seed: SEED })
})

/** What the server says to one field alone. */
async function isTaken(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send()
    return true
  } catch (error) {
    if (isApiError(error) && error.error_type === 'session_authorization_error') return false
    throw error
  }
}

function sendField(
  { client }: TestPortal,
  resource: Resource,
  field: string,
  memberId: string,
): Promise<unknown> {
  const value = valueAt(MEMBER_VALUES, field)
  if (resource === 'stytch.self') return client.self.update({ [field]: value })
  if (resource === 'stytch.member') {
    return client.organization.members.update({ member_id: memberId, [field]: value })
  }
  // What it is already, which is a change like any other to the server.
  return client.organization.update({
    [field]: valueAt(client.organization.getSync() ?? {}, field),
  })
}

const valueAt = (record: object, field: string): unknown =>
  new Map<string, unknown>(Object.entries(record)).get(field)

const allowedOf = (fields: Readonly<Record<string, Permission>>) =>
  Object.entries(fields).flatMap(([field, { allowed }]) => (allowed ? [field] : []))

async function takenOf(
  portal: TestPortal,
  resource: Resource,
  memberId: string,
): Promise<string[]> {
  const before = emulator.snapshot()
  const taken: string[] = []
  for (const field of Object.keys(fieldActions[resource])) {
    if (!(await isTaken(() => sendField(portal, resource, field, memberId)))) continue
    taken.push(field)
    // The next field finds the world as it was.
    emulator.restore(before)
  }
  return taken
}

describe('fieldActions', () => {
  it.each(ROLES)(
    'holds against the server: with $action on $resource these fields are taken and no others',
    async ({ resource, action, role_id }) => {
      const portal = await openPortal({ emulator, persona: role_id })
      const fields = Object.entries(fieldActions[resource])
        .filter(([, needed]) => needed === action)
        .map(([field]) => field)
      // A role with all actions may send all fields.
      const expected = action === '*' ? Object.keys(fieldActions[resource]) : fields
      const target = memberNamed(emulator, 'Target')
      expect(await takenOf(portal, resource, target)).toEqual(expected)

      const { result } = renderIn(portal, () =>
        resource === 'stytch.member'
          ? useEditableFields(resource, { memberId: target })
          : useEditableFields(resource),
      )
      expect(allowedOf(result.current)).toEqual(expected)
    },
  )
})

describe('useEditableFields', () => {
  it.each(ROLES.filter(({ resource }) => resource !== 'stytch.organization'))(
    'knows what $action on $resource is good for on oneself',
    async ({ resource, action, role_id }) => {
      const portal = await openPortal({ emulator, persona: role_id })
      const memberId = memberNamed(emulator, role_id)
      const { result } = renderIn(portal, () => useEditableFields('stytch.member', { memberId }))
      const allowed = allowedOf(result.current)
      const isAddress = action === fieldActions['stytch.member'].email_address
      const fields = Object.entries(fieldActions['stytch.member']).flatMap(([field, needed]) =>
        needed === action ? [field] : [],
      )
      expect(allowed).toEqual(isAddress ? [] : fields)
      if (isAddress) {
        // Whatever the role, the server does not take one's own address here.
        await expect(sendField(portal, resource, 'email_address', memberId)).rejects.toMatchObject({
          error_type: 'member_cannot_update_their_email_address',
        })
        expect(result.current.email_address.explain()).toMatchObject({ reason: 'never', asked: [] })
      } else {
        expect(await takenOf(portal, 'stytch.member', memberId)).toEqual(fields)
      }
    },
  )

  it('explains a field of oneself by both permissions that would do', async () => {
    const portal = await openPortal({ emulator, persona: 'nobody' })
    const memberId = memberNamed(emulator, 'Nobody')
    const { result } = renderIn(portal, () => useEditableFields('stytch.member', { memberId }))
    const { reason, asked, rolesThatGrant } = result.current.name.explain()
    expect({ reason, asked }).toEqual({
      reason: 'no-role',
      asked: [
        ['stytch.self', 'update.info.name'],
        ['stytch.member', 'update.info.name'],
      ],
    })
    expect(rolesThatGrant.map(({ role_id }) => role_id)).toEqual(
      expect.arrayContaining([
        'stytch_admin',
        'stytch-self-update-info-name',
        'stytch-member-update-info-name',
      ]),
    )
    expect(result.current.is_breakglass.explain().asked).toEqual([
      ['stytch.member', 'update.settings.is-breakglass'],
    ])
  })

  it('keeps its object until an answer may differ, and follows the session', async () => {
    const portal = await openPortal({ persona: 'people-manager' })
    const { result, rerender } = renderIn(portal, () => useEditableFields('stytch.member'))
    const before = result.current
    expect(allowedOf(before)).toHaveLength(10)
    rerender()
    expect(result.current).toBe(before)
    await act(() => signIn(portal.client, portal.emulator, 'auditor'))
    expect(allowedOf(result.current)).toEqual([])
  })

  it('allows nothing outside of the provider', () => {
    const { result } = renderHook(() => useEditableFields('stytch.organization'))
    expect(allowedOf(result.current)).toEqual([])
    expect(result.current.organization_name.explain().reason).toBe('outside-provider')
  })
})
