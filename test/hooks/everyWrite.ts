import type { B2BClient } from 'orgportal/client'
import * as hooks from 'orgportal/hooks'
import type { WriteOptions } from 'orgportal/hooks'
import { cases } from '../contract/calls/all.ts'
import type { Arrange, Who } from '../contract/calls/cases.ts'
import { authorization } from '../contract/calls/connectedApps.ts'
import { fieldsOf, member, organization, textAt, type Stage } from '../contract/stage.ts'
import { nameOfRead } from './everyRead.ts'

/** A way to call a write: who does it, and with what. */
export interface WriteCall {
  how: string
  as: Who
  arrange: Arrange
  seed?: 'scim'
}

/** A write of the library. */
export interface Write {
  name: string
  options: (client: B2BClient) => WriteOptions<unknown, unknown>
  calls: WriteCall[]
}

/** Every write of the library, with the calls of the contract's table and those that only matter to a cache. */
export function everyWrite(client: B2BClient): Write[] {
  return Object.entries(hooks)
    .filter(([namespace]) => namespace.endsWith('Mutations'))
    .flatMap(([, functions]) => Object.values(fieldsOf(functions)))
    .filter((factory) => typeof factory === 'function')
    .map((factory) => {
      const options = (of: B2BClient): WriteOptions<unknown, unknown> => {
        const made: unknown = Reflect.apply(factory, undefined, [of])
        if (isWriteOptions(made)) return made
        throw new Error('A factory does not make the options of a write.')
      }
      const name = nameOfRead(options(client).mutationKey)
      return { name, options, calls: callsOf(name) }
    })
}

function callsOf(name: string): WriteCall[] {
  const known = cases[name]
  const { as = 'admin', minimal, full } = known ?? {}
  return [
    ...(minimal ? [{ how: 'with as little as it takes', as, arrange: minimal }] : []),
    ...(full ? [{ how: 'with everything', as, arrange: full }] : []),
    ...(more[name] ?? []),
  ]
}

const call = (how: string, arrange: Arrange, others?: Partial<WriteCall>): WriteCall => ({
  how,
  as: 'admin',
  arrange,
  ...others,
})

const ELSEWHERE = 'zoe@elsewhere.example'
const northwind = (stage: Stage) => organization(stage, 'northwind')
const seeded = (stage: Stage) => northwind(stage).sso_default_connection_id ?? ''
const idOf = (stage: Stage, name: string) => member(stage, name).member_id
const scimConnection = ({ emulator }: Stage) =>
  Object.values(emulator.data.scim_connections)[0]?.connection_id ?? ''

const more: Readonly<Record<string, WriteCall[]>> = {
  'organization.update': [
    call('that maps an email domain to a role', () => [
      {
        rbac_email_implicit_role_assignments: [{ role_id: 'viewer', domain: 'northwind.example' }],
      },
    ]),
    call('that shuts an app out', async (stage) => {
      const asked = authorization(stage)
      await stage.call('idp.oauthAuthorizeSubmit', { ...asked, consent_granted: true })
      return [{ third_party_connected_apps_allowed_type: 'NOT_ALLOWED' }]
    }),
    call('that takes the default connection away', () => [{ sso_default_connection_id: '' }]),
    call('that closes a domain', () => [{ email_allowed_domains: ['elsewhere.example'] }]),
  ],
  'organization.members.update': [
    call('of roles', (stage) => [{ member_id: idOf(stage, 'Bruno Costa'), roles: ['engineer'] }]),
    call('of an address', (stage) => [
      { member_id: idOf(stage, 'Amara Diallo'), email_address: 'amara@northwind.example' },
    ]),
    call('of an address to one elsewhere', (stage) => [
      { member_id: idOf(stage, 'Amara Diallo'), email_address: ELSEWHERE },
    ]),
    call('of a number', (stage) => [
      { member_id: idOf(stage, 'Amara Diallo'), mfa_phone_number: '+4915112345678' },
    ]),
    call('of metadata', (stage) => [
      { member_id: idOf(stage, 'Amara Diallo'), untrusted_metadata: { desk: 12 } },
    ]),
    call('of oneself', (stage) => [{ member_id: idOf(stage, 'Ada Lovelace'), name: 'Ada' }]),
  ],
  'organization.members.create': [call('from elsewhere', () => [{ email_address: ELSEWHERE }])],
  'organization.members.delete': [
    call('of who lets an app in', async (stage) => {
      await stage.call('idp.oauthAuthorizeSubmit', {
        ...authorization(stage),
        consent_granted: true,
      })
      const grant = stage.emulator.data.app_grants.at(-1)
      const other = idOf(stage, 'Bruno Costa')
      if (grant) stage.emulator.data.app_grants.push({ ...grant, member_id: other })
      return [other]
    }),
    call('from elsewhere', async (stage) => [await newcomer(stage)]),
  ],
  'organization.members.reactivate': [
    call('from elsewhere', async (stage) => {
      const id = await newcomer(stage)
      const stored = stage.emulator.data.members[id]
      if (stored) Object.assign(stored, { status: 'deleted', email_address_verified: true })
      return [id]
    }),
  ],
  'magicLinks.email.invite': [call('to elsewhere', () => [{ email_address: ELSEWHERE }])],
  'sso.deleteConnection': [
    call(
      'of the last one, which is the default and the only one that may provision',
      async (stage) => {
        await stage.call('organization.update', {
          sso_jit_provisioning: 'RESTRICTED',
          sso_jit_provisioning_allowed_connections: [seeded(stage)],
        })
        register(stage, seeded(stage))
        return [seeded(stage)]
      },
    ),
  ],
  'sso.saml.updateConnection': [
    call('of a name', (stage) => [{ connection_id: seeded(stage), display_name: 'Renamed' }]),
    call('of roles', (stage) => [
      {
        connection_id: seeded(stage),
        saml_connection_implicit_role_assignments: [{ role_id: 'engineer' }],
      },
    ]),
    call('of one’s own roles', (stage) => {
      register(stage, seeded(stage))
      return [
        {
          connection_id: seeded(stage),
          saml_group_implicit_role_assignments: [{ role_id: 'viewer', group: 'Robotics' }],
        },
      ]
    }),
  ],
  'sso.saml.updateConnectionByURL': [
    call('that makes it active', async (stage) => {
      const [variables] = (await cases['sso.saml.updateConnectionByURL']?.minimal(stage)) ?? []
      const connection_id = textAt(variables, 'connection_id')
      const attribute_mapping = { email: 'NameID', full_name: 'name' }
      await stage.call('sso.saml.updateConnection', { connection_id, attribute_mapping })
      return [variables]
    }),
  ],
  'sso.external.createConnection': [
    call('to a known provider', async (stage) => {
      const [variables] = (await cases['sso.external.createConnection']?.minimal(stage)) ?? []
      const id = textAt(variables, 'external_connection_id')
      Object.assign(stage.emulator.data.sso_connections[id] ?? {}, { identity_provider: 'okta' })
      return [variables]
    }),
  ],
  'sso.external.updateConnection': [
    call('of one’s own roles', async (stage) => {
      const [variables] = (await cases['sso.external.updateConnection']?.full?.(stage)) ?? []
      register(stage, textAt(variables, 'connection_id'))
      return [variables]
    }),
  ],
  'scim.updateConnection': [
    call(
      'of roles',
      (stage) => {
        provision(stage)
        return [{ connection_id: scimConnection(stage), scim_group_implicit_role_assignments: [] }]
      },
      { seed: 'scim' },
    ),
    call(
      'of a name',
      (stage) => [{ connection_id: scimConnection(stage), display_name: 'Renamed' }],
      { seed: 'scim' },
    ),
  ],
  'scim.deleteConnection': [
    call(
      'with groups',
      (stage) => {
        provision(stage)
        return [scimConnection(stage)]
      },
      { seed: 'scim' },
    ),
  ],
  'magicLinks.authenticate': [
    call('of a new address', async (stage) => {
      await stage.call('self.startEmailUpdate', { email_address: 'ada@northwind.example' })
      const token = stage.emulator.inbox.at(-1)?.token
      return [{ magic_links_token: textAt({ token }, 'token'), session_duration_minutes: 60 }]
    }),
  ],
}

/** Somebody whose address is of no domain that the organization knows. */
async function newcomer(stage: Stage): Promise<string> {
  const made = await stage.call('organization.members.create', { email_address: ELSEWHERE })
  return textAt(made, 'member_id')
}

/** Ada, too, has signed in through the connection. */
function register(stage: Stage, connection_id: string): void {
  const registrations = member(stage, 'Bruno Costa').sso_registrations
  member(stage, 'Ada Lovelace').sso_registrations.push(
    ...registrations.map((registration) => ({ ...registration, connection_id })),
  )
}

/** Ada, too, is in all groups of the directory. */
function provision(stage: Stage): void {
  for (const group of Object.values(stage.emulator.data.scim_groups)) {
    group.member_ids.push(idOf(stage, 'Ada Lovelace'))
  }
}

function isWriteOptions(value: unknown): value is WriteOptions<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'mutationFn' in value && 'effects' in value
}
