import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import type { B2BClient, MembersSearchInput, MemberSearchOperand } from 'orgportal/client'
import * as hooks from 'orgportal/hooks'
import type { InfiniteReadOptions, ReadName, ReadOptions } from 'orgportal/hooks'
import { connectedApp, authorization } from '../contract/calls/connectedApps.ts'
import { fieldsOf, organization, type Stage } from '../contract/stage.ts'

type Factory = (...args: never[]) => unknown
type AnyReadOptions = ReadOptions<unknown> | InfiniteReadOptions<unknown>

/** One read of the library, with one input. */
export interface Read {
  name: ReadName
  input: unknown
  options: (client: B2BClient) => AnyReadOptions
}

/** Every read of the library, with every kind of input that makes a difference to what a write may do to it. */
export function everyRead(stage: Stage): Read[] {
  const inputs = inputsFor(stage)
  return factories().flatMap(({ name, factory }) =>
    (inputs[name] ?? [undefined]).map((input) => ({
      name,
      input,
      options: (client) => {
        const options: unknown = Reflect.apply(factory, undefined, [client, input])
        if (isReadOptions(options)) return options
        throw new Error(`${name} does not make the options of a read.`)
      },
    })),
  )
}

/** Reads into the cache; what somebody may not read, or what is not there, leaves nothing. */
export async function readInto(queryClient: QueryClient, options: AnyReadOptions): Promise<void> {
  try {
    if ('getNextPageParam' in options) await queryClient.infiniteQuery({ ...options, pages: 2 })
    else await queryClient.query(options)
  } catch {
    queryClient.removeQueries({ queryKey: options.queryKey, exact: true })
  }
}

export const nameOfRead = (key: QueryKey): string => key.slice(4, 6).join('.')

function factories(): { name: ReadName; factory: Factory }[] {
  return Object.entries(hooks)
    .filter(([namespace]) => namespace.endsWith('Queries'))
    .flatMap(([, functions]) => Object.values(fieldsOf(functions)))
    .filter(isFactory)
    .map((factory) => ({ name: nameOf(factory), factory }))
}

const isFactory = (value: unknown): value is Factory => typeof value === 'function'

/** Its key tells the name. */
function nameOf(factory: Factory): ReadName {
  const options: unknown = Reflect.apply(factory, undefined, [nobody, {}])
  const name = isReadOptions(options) ? nameOfRead(options.queryKey) : ''
  if (isReadName(name)) return name
  throw new Error(`${name} is not the name of a read.`)
}

function inputsFor(stage: Stage): Partial<Record<ReadName, readonly unknown[]>> {
  const apps = ['third_party', 'third_party_public'].map((type) => connectedApp(stage, type))
  const northwind = organization(stage, 'northwind')
  const people = Object.values(stage.emulator.data.members).filter(
    ({ organization_id, name }) =>
      organization_id === northwind.organization_id && PEOPLE.includes(name),
  )
  const emails = [...people.map(({ email_address }) => email_address), ...NEWCOMERS]
  return {
    'idp.oauthAuthorizeStart': [authorization(stage), authorization(stage, 'third_party_public')],
    'organization.bySlug': SLUGS.map((organization_slug) => ({ organization_slug })),
    'organization.searchMember': emails.map((email_address) => ({
      email_address,
      organization_id: northwind.organization_id,
    })),
    'organization.connectedApp': apps.map((connected_app_id) => ({ connected_app_id })),
    'organization.members.search': SEARCHES,
    'organization.members.searchInfinite': [{ limit: 4 }, { ...SEARCHES.at(-1), limit: 1 }],
    'organization.members.connectedApps': people
      .slice(0, 3)
      .map(({ member_id }) => ({ member_id })),
    'scim.connectionGroups': [undefined, { limit: 2 }],
    'scim.connectionGroupsInfinite': [undefined, { limit: 2 }],
    'sso.discoverConnections': [emails[0], 'zoe@elsewhere.example'],
  }
}

/** To whom the calls do something. */
const PEOPLE = [
  'Ada Lovelace',
  'Amara Diallo',
  'Bruno Costa',
  'Hiroshi Sato',
  'Jonas Lindqvist',
  'Mia Svensson',
  'Søren Krogh',
]
const SLUGS = ['northwind', 'northwind-robots', 'gull']
const NEWCOMERS = [
  'zoe@elsewhere.example',
  'zoe@northwind.example',
  'amara@northwind.example',
  'ada@northwind.example',
  'jonas@northwind.example',
  'new.amara.diallo@northwind.example',
]

/** One search for each filter, and two that show members whatever their status. */
const SEARCHES: readonly MembersSearchInput[] = [
  {},
  { limit: 3 },
  ...filtered(
    { filter_name: 'statuses', filter_value: ['active', 'invited', 'pending', 'deleted'] },
    { filter_name: 'statuses', filter_value: ['deleted'] },
    { filter_name: 'statuses', filter_value: ['pending'] },
    { filter_name: 'member_roles', filter_value: ['engineer'] },
    { filter_name: 'member_roles', filter_value: ['viewer'] },
    { filter_name: 'member_is_breakglass', filter_value: true },
    { filter_name: 'member_password_exists', filter_value: true },
    { filter_name: 'member_emails', filter_value: ['amara.diallo@northwind.example'] },
    { filter_name: 'member_email_fuzzy', filter_value: 'jonas.' },
    { filter_name: 'member_mfa_phone_number_fuzzy', filter_value: '+49' },
    { filter_name: 'member_mfa_phone_numbers', filter_value: ['+46701740605', '+4915112345678'] },
  ),
]

function filtered(...operands: MemberSearchOperand[]): MembersSearchInput[] {
  return operands.map((operand) => ({ query: { operator: 'AND', operands: [operand] } }))
}

const nobody = createB2BClient('public-token-test-nobody', { storage: createMemoryStorage() })
nobody.dispose()

function isReadOptions(value: unknown): value is AnyReadOptions {
  return typeof value === 'object' && value !== null && 'queryKey' in value && 'queryFn' in value
}

/** Each read has a key, and each key is of a read: the types say so. */
const isReadName = (name: string): name is ReadName => name.includes('.')
