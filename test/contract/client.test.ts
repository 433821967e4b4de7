import { describe, expect, it } from 'vitest'
import { errorOf, having, like, TOKEN } from '../client/wire.ts'
import { functionAt, setUpCalls, tap } from './clientCalls.ts'
import {
  addressOf,
  argumentsFor,
  callerFields,
  inputFor,
  methods,
  nameOf,
  neededBy,
  oneTap,
  present,
  requests,
  spokenNameOf,
} from './methods.ts'

const { browser, openSignedIn } = setUpCalls()

describe('the list of methods', () => {
  it('has every method of the API once', () => {
    expect(methods).toHaveLength(128)
    expect(new Set(methods.map(({ id }) => id)).size).toBe(128)
  })
})

describe('B2BClient', () => {
  it.each(present)('has $id', async (method) => {
    const { client } = await openSignedIn()
    expect(functionAt(client, nameOf(method))).toBeTypeOf('function')
  })

  const calls = requests.flatMap((method) =>
    (['least', 'all'] as const).map((which) => ({ method, which })),
  )
  it.each(calls)('sends $method.id as $method.method $method.path with $which', async (row) => {
    const { method, which } = row
    const { call } = await openSignedIn()
    await call(method, ...argumentsFor(method, which))
    expect(browser.wire.sent).toHaveLength(1)
    const [sent] = browser.wire.sent
    expect(sent?.method).toBe(method.method)
    expect(sent?.path).toBe(addressOf(method))
    const input = Object.entries(inputFor(method, which))
    const fields = callerFields(method).map(({ name }) => name)
    const hasBody = /^P/.test(String(method.method)) && !method.noBody
    expect(sent?.body).toEqual(
      hasBody ? Object.fromEntries(input.filter(([name]) => fields.includes(name))) : undefined,
    )
    expect(sent?.credentials).toBe('include')
    expect(sent?.headers.get('content-type')).toBe('application/json')
    expect(sent?.headers.get('authorization')).toBe(`Basic ${btoa(`${TOKEN}:token-of-session-1`)}`)
    expect(sent?.headers.get('x-sdk-client')).toBeTruthy()
  })

  const required = requests.flatMap((method) => neededBy(method).map((name) => ({ method, name })))
  it.each(required)('refuses $method.id without $name, before it is sent', async (row) => {
    const { method, name } = row
    const { call } = await openSignedIn()
    const without = { ...inputFor(method), [name]: undefined }
    const error = await errorOf(call(method, ...(method.positional ? [] : [without])))
    expect(error).toMatchObject({
      name: 'UsageError',
      message: having(`${spokenNameOf(method)}: ${name} must be `),
    })
    expect(browser.wire.sent).toHaveLength(0)
  })

  const typed = [...requests, ...oneTap].flatMap((method) =>
    callerFields(method).map(({ name, type }) => ({ method, name, type })),
  )
  it.each(typed)('refuses $method.id with a $name that is no $type', async (row) => {
    const { method, name, type } = row
    const { call } = await openSignedIn({ googleOneTap: tap })
    const wrong = type === 'string' ? 5 : 'a text'
    const given = method.positional ? wrong : { ...inputFor(method), [name]: wrong }
    const error = await errorOf(call(method, given))
    expect(error).toMatchObject({
      name: 'UsageError',
      message: having(`${spokenNameOf(method)}: ${name} must be of type ${type}`),
    })
    expect(browser.wire.sent).toHaveLength(0)
  })

  it.each(requests.filter((method) => neededBy(method).length))(
    'refuses $id without any argument',
    async (method) => {
      const { call } = await openSignedIn()
      const error = await errorOf(call(method))
      expect(error).toMatchObject({ message: like(new RegExp(`^${spokenNameOf(method)}: `)) })
      expect(browser.wire.sent).toHaveLength(0)
    },
  )
})
