import { describe, expect, it } from 'vitest'
import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import * as hooks from 'orgportal/hooks'
import { methodsWithoutHooks } from './methodsWithoutHooks.ts'

/** Methods that send nothing: what the client knows already, and the client's own life. */
const LOCAL =
  /^(get(Sync|Info|Tokens|PolicySync|Snapshot)|on(Change|StateChange)|updateSession|subscribe|dispose|parseAuthenticateUrl|isAuthorized(Sync)?|allPermissions)$/

/** The exceptions that `src/hooks/index.ts` states. */
const EXCEPTIONS: Record<string, string> = {
  'organization.get': 'useOrganization',
  'self.get': 'useMember',
}

function methodsOf(part: object, path: string[] = []): string[] {
  const members: [string, unknown][] = Object.entries(part)
  return members.flatMap(([name, value]) => {
    if (typeof value === 'object' && value !== null) return methodsOf(value, [...path, name])
    return typeof value === 'function' && !LOCAL.test(name) ? [[...path, name].join('.')] : []
  })
}

const isRead = (name: string) => /^(get|search)/.test(name)
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
const spoken = (name: string) =>
  name.replace(/^get(?=[A-Z])/, '').replace(/^[A-Z]/, (c) => c.toLowerCase())

function parts(method: string): { path: string[]; name: string } {
  const words = method.split('.')
  return { path: words.slice(0, -1), name: words.at(-1) ?? '' }
}

const emulator = createEmulator()
const client = createB2BClient(emulator.publicToken, {
  fetch: emulator.fetch,
  storage: createMemoryStorage(),
})
client.dispose()
// `member` is the deprecated name of `self`.
const all = methodsOf(client).filter((method) => !method.startsWith('member.'))
const methods = all.filter((method) => !methodsWithoutHooks.includes(method))
const hookOf = (method: string) => {
  const { path, name } = parts(method)
  return EXCEPTIONS[method] ?? `use${[...path, spoken(name)].map(capital).join('')}`
}

describe('the names of hooks and options', () => {
  it('are those of the methods, by one rule', () => {
    expect(methods).toContain('scim.rotateStart')
    expect(Object.keys(hooks)).toEqual(expect.arrayContaining(methods.map(hookOf)))
  })

  it.each(methodsWithoutHooks)('is right in that %s has no hook yet', (method) => {
    expect(all).toContain(method)
    expect(Object.keys(hooks)).not.toContain(hookOf(method))
  })

  it.each(methods)('has options for %s', (method) => {
    const { path, name } = parts(method)
    const resource = path.length
      ? path.map((word, index) => (index ? capital(word) : word)).join('')
      : 'authenticateUrl'
    const factories = Object.entries(hooks).find(
      ([key]) => key === `${resource}${isRead(name) ? 'Queries' : 'Mutations'}`,
    )
    expect(Object.keys(factories?.[1] ?? {})).toContain(spoken(name))
  })

  it('gives keys that end in resource and name', () => {
    const { queryKey } = hooks.organizationMembersQueries.search(client, { limit: 1 })
    expect(queryKey.slice(4)).toEqual(['organization.members', 'search', { limit: 1 }])
    expect(hooks.scimMutations.rotateStart(client).mutationKey.slice(4)).toEqual([
      'scim',
      'rotateStart',
    ])
  })
})
