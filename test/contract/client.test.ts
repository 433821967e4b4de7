import type { B2BClient } from 'orgportal/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createWire,
  errorOf,
  fieldsOf,
  having,
  like,
  openClient,
  signIn,
  TOKEN,
  type Wire,
} from '../client/wire.ts'
import methods from './methods.json' with { type: 'json' }
import { pending } from './pending.ts'

/** How this project calls what the list of methods gives another name, or what the client does by itself. */
const NAMES: Record<string, string | null> = {
  '_internal.adminPortalConfig': 'adminPortal.getConfig',
  '_internal.bootstrap': null,
  '_internal.events': null,
}

const SAMPLES: Record<string, unknown> = {
  string: 'a text',
  number: 5,
  boolean: true,
  array: ['one'],
  object: { operator: 'AND', operands: [] },
}

/** What the caller has to put into the path, where it is not part of the body. */
const PATH_ARGUMENTS: Record<string, unknown[]> = {
  'scim.updateConnection': [{ connection_id: 'a/b c' }],
  'scim.deleteConnection': ['a/b c'],
  'scim.rotateStart': ['a/b c'],
  'scim.rotateComplete': ['a/b c'],
  'scim.rotateCancel': ['a/b c'],
  'session.revokeForMember': [{ member_id: 'a/b c' }],
}

const isPending = (id: string) => pending.includes(id)
const nameOf = (id: string) => (id in NAMES ? NAMES[id] : id)
const present = methods.filter(({ id }) => !isPending(id) && nameOf(id))
const onTheWire = present.filter(({ method }) => method !== null)

let wire: Wire
let client: B2BClient

beforeEach(async () => {
  wire = createWire()
  client = openClient(wire).client
  await signIn(client)
  wire.sent.length = 0
})
afterEach(() => client.dispose())

function functionAt(name: string): ((...args: unknown[]) => unknown) | undefined {
  const found = name
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      client,
    )
  return isFunction(found) ? found : undefined
}

const isFunction = (value: unknown): value is (...args: unknown[]) => unknown =>
  typeof value === 'function'

type Method = (typeof methods)[number]

const callerFields = ({ body }: Method) => body.filter(({ from }) => from === 'caller')

function argumentsFor(method: Method): unknown[] {
  const input = Object.fromEntries(
    callerFields(method).map(({ name, type }) => [name, SAMPLES[type]]),
  )
  const [given] = PATH_ARGUMENTS[method.id] ?? []
  if (typeof given === 'string') return [given]
  return Object.keys(input).length || given ? [{ ...input, ...fieldsOf(given) }] : []
}

describe('the list of methods', () => {
  it('has every method of the API once', () => {
    expect(methods).toHaveLength(128)
    expect(new Set(methods.map(({ id }) => id)).size).toBe(128)
  })

  it.each([...pending])('is right in that %s is still missing', (id) => {
    expect(methods.map((method) => method.id)).toContain(id)
    expect(functionAt(id)).toBeUndefined()
  })
})

describe('B2BClient', () => {
  it.each(present.map(({ id }) => id))('has %s', (id) => {
    expect(functionAt(nameOf(id) ?? '')).toBeTypeOf('function')
  })

  it.each(onTheWire)('sends $id as $method $path', async (method) => {
    await functionAt(nameOf(method.id) ?? '')?.(...argumentsFor(method))
    expect(wire.sent).toHaveLength(1)
    const [sent] = wire.sent
    expect(sent?.method).toBe(method.method)
    expect(sent?.path).toBe(`/sdk/v1${String(method.path).replace(/\{.*?\}/, 'a%2Fb%20c')}`)
    expect(Object.keys(fieldsOf(sent?.body)).sort()).toEqual(
      callerFields(method)
        .map(({ name }) => name)
        .sort(),
    )
    expect(sent?.credentials).toBe('include')
    expect(sent?.headers.get('content-type')).toBe('application/json')
    expect(sent?.headers.get('authorization')).toBe(`Basic ${btoa(`${TOKEN}:token-of-session-1`)}`)
    expect(sent?.headers.get('x-sdk-client')).toBeTruthy()
  })

  const required = onTheWire.flatMap((method) =>
    callerFields(method)
      .filter(({ optional }) => !optional)
      .map(({ name }) => ({ method, name })),
  )
  it.each(required)('refuses $method.id without $name, before it is sent', async (row) => {
    const [input] = argumentsFor(row.method)
    const without = typeof input === 'string' ? [] : [{ ...fieldsOf(input), [row.name]: undefined }]
    const error = await errorOf(Promise.resolve(functionAt(row.method.id)?.(...without)))
    expect(error).toMatchObject({
      name: 'UsageError',
      message: like(new RegExp(`^${row.method.id}: \\w+ must be `)),
    })
    expect(wire.sent).toHaveLength(0)
  })

  const ofWrongType = onTheWire.flatMap((method) =>
    callerFields(method)
      .filter(({ name }) => typeof argumentsFor(method)[0] !== 'string' && name)
      .map(({ name, type }) => ({ method, name, type })),
  )
  it.each(ofWrongType)('refuses $method.id with a $name that is no $type', async (row) => {
    const wrong = row.type === 'string' ? 5 : 'a text'
    const input = { ...fieldsOf(argumentsFor(row.method)[0]), [row.name]: wrong }
    const error = await errorOf(Promise.resolve(functionAt(nameOf(row.method.id) ?? '')?.(input)))
    expect(error).toMatchObject({
      message: having(`${row.name} must be of type ${row.type}`),
    })
    expect(wire.sent).toHaveLength(0)
  })
})
