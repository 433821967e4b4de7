import { describe, expect, it } from 'vitest'
import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import * as hooks from 'orgportal/hooks'
import { callerFields, nameOf, present } from '../contract/methods.ts'
import { knowingMethods, namesOf, sendingMethods } from './methodNames.ts'

/** Functions of the client that are of this library alone, and send nothing. */
const OURS_WITHOUT_REQUEST = [
  'dispose',
  'fork',
  'getServerSnapshot',
  'getSnapshot',
  'onRequest',
  'rbac.getPolicySync',
  'rbac.viewAs',
  'subscribe',
  'updateRecords',
]

/** Hooks that are of no method, as `src/hooks/index.ts` lists them. */
const HOOKS_WITHOUT_METHOD = [
  'useEditableFields',
  'useExpiringCredentials',
  'useMember',
  'useMemberSession',
  'useOrganization',
  'useOrgportalClient',
  'usePermission',
  'usePermissions',
  'useSessionEndReason',
  'useSessionSnapshot',
  'useOrganizationMember',
  'useWriteMany',
  'useSessionStatus',
]

const emulator = createEmulator()
const client = createB2BClient(emulator.publicToken, {
  fetch: emulator.fetch,
  storage: createMemoryStorage(),
})
client.dispose()

const pagedMethods = present
  .filter((method) => callerFields(method).some(({ name }) => name === 'cursor'))
  .map(nameOf)

/** Every factory that is exported, as `scimQueries.connection`, with the function itself. */
const factories = new Map<string, unknown>(
  Object.entries(hooks)
    .filter(([name]) => /(Queries|Mutations)$/.test(name))
    .flatMap(([namespace, members]) =>
      Object.entries(members).map(([name, factory]) => [`${namespace}.${name}`, factory] as const),
    ),
)
const exportedHooks = Object.keys(hooks).filter((name) => name.startsWith('use'))

const factoryOf = (method: string) => `${namesOf(method).namespace}.${namesOf(method).factory}`
const hookOf = (method: string) => namesOf(method).hook
const withInfinite = (nameOfMethod: (method: string) => string) => [
  ...sendingMethods.map(nameOfMethod),
  ...pagedMethods.map((method) => `${nameOfMethod(method)}Infinite`),
]

describe('the methods that have hooks', () => {
  it('are all functions of the client but those that answer from what is known', () => {
    // `member` is the deprecated name of `self`.
    const functions = functionsOf(client).filter((method) => !method.startsWith('member.'))
    const known = knowingMethods.filter((method) => !method.startsWith('member.'))
    expect(functions.sort()).toEqual([...sendingMethods, ...known, ...OURS_WITHOUT_REQUEST].sort())
  })
})

describe('the names of hooks', () => {
  it('are those of the methods, and a short list of others', () => {
    const expected = [...withInfinite(hookOf), ...HOOKS_WITHOUT_METHOD]
    expect([...exportedHooks].sort()).toEqual(expected.sort())
  })

  it('differ from one another', () => {
    const all = [...withInfinite(hookOf), ...HOOKS_WITHOUT_METHOD]
    expect(new Set(all).size).toBe(all.length)
  })

  it('are as the examples in the documentation have them', () => {
    expect(namesOf('scim.getConnection')).toMatchObject({
      isRead: true,
      namespace: 'scimQueries',
      factory: 'connection',
      hook: 'useScimConnection',
    })
    expect(hookOf('self.get')).toBe('useSelfGet')
    expect(hookOf('organization.getBySlug')).toBe('useOrganizationBySlug')
    expect(hookOf('oauth.googleOneTap.getClientId')).toBe('useOauthGoogleOneTapClientId')
    expect(hookOf('authenticateByUrl')).toBe('useAuthenticateByUrl')
    expect(factoryOf('authenticateByUrl')).toBe('clientMutations.authenticateByUrl')
    expect(factoryOf('recoveryCodes.get')).toBe('recoveryCodesMutations.get')
    expect(factoryOf('organization.members.deleteMFATOTP')).toBe(
      'organizationMembersMutations.deleteMFATOTP',
    )
  })
})

describe('the names of options', () => {
  it('are those of the methods, and no others', () => {
    expect([...factories.keys()].sort()).toEqual(withInfinite(factoryOf).sort())
  })

  it.each(sendingMethods)('of %s are in its key', (method) => {
    const { isRead, factory } = namesOf(method)
    const options = optionsOf(factoryOf(method))
    const path = method.split('.').slice(0, -1).join('.') || 'client'
    const key: unknown = Reflect.get(options, isRead ? 'queryKey' : 'mutationKey')
    expect(key).toEqual(expect.arrayContaining(['orgportal', client.publicToken, path, factory]))
    if (Array.isArray(key)) expect(key.slice(4, 6)).toEqual([path, factory])
    expect(options).toHaveProperty(isRead ? 'queryFn' : 'mutationFn')
  })

  it.each(pagedMethods)('of %s have a pair for all of its pages', (method) => {
    const options = optionsOf(`${factoryOf(method)}Infinite`)
    expect(options).toHaveProperty('getNextPageParam')
    expect(options).toHaveProperty(['queryKey', 5], `${namesOf(method).factory}Infinite`)
  })
})

function functionsOf(part: object, path: string[] = []): string[] {
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return functionsOf(value, [...path, name])
    return typeof value === 'function' ? [[...path, name].join('.')] : []
  })
}

function optionsOf(name: string): object {
  const factory: unknown = factories.get(name)
  if (typeof factory !== 'function') throw new Error(`There is no ${name}.`)
  // The input is looked at when the request is made, which it is not.
  const options: unknown = Reflect.apply(factory, undefined, [client, {}])
  if (typeof options !== 'object' || options === null) throw new Error(`${name} makes no options.`)
  return options
}
