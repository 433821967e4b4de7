import { afterEach, describe, expect, it } from 'vitest'
import { cases } from './calls/all.ts'
import type { MethodCases } from './calls/cases.ts'
import methods from './methods.json' with { type: 'json' }
import { openEmulator, openStage } from './open.ts'
import type { OpenOptions } from './open.ts'
import { answerTypes } from './schemas/answers.ts'
import { createValidator } from './schemas/validate.ts'
import { at } from './stage.ts'

/** Each method of the client against the emulator: what it answers, and what it refuses. */

const fault = createValidator()
const all = Object.entries(cases)

/** Those that a navigation or the client itself sends; tried where that is. */
const WITHOUT_CASES = new Set([
  '_internal.bootstrap',
  '_internal.events',
  '_internal.oneTapStart',
  ...methods.map(({ id }) => id).filter((id) => /^(oauth\..*|sso)\.start$/.test(id)),
])

const opened: { dispose: () => void }[] = []
afterEach(() => {
  for (const client of opened.splice(0)) client.dispose()
})

function open(emulator = openEmulator(), options?: OpenOptions) {
  const stage = openStage(emulator, options)
  opened.push(stage.client)
  return stage
}

/** Somebody else's client on the same emulator. */
async function openAs(emulator: ReturnType<typeof openEmulator>, who: string | null) {
  const stage = open(emulator)
  await stage.signIn(who)
  return stage
}

/** Signs the case's person in, prepares its call, and gives the arguments. */
async function arrange({ as = 'admin' }: MethodCases, how: MethodCases['minimal'] | undefined) {
  const stage = open()
  await stage.signIn(as)
  const args = (await how?.(stage)) ?? []
  stage.exchanges.length = 0
  return { stage, args }
}

describe('the cases', () => {
  it('are of every method that asks the server', () => {
    const asked = methods.filter(({ method, id }) => method && !WITHOUT_CASES.has(id))
    expect(Object.keys(cases).sort()).toEqual(asked.map(({ id }) => id).sort())
  })
})

describe.each(all)('%s', (id, method) => {
  const ways = Object.entries({ minimal: method.minimal, full: method.full }).filter(
    ([, how]) => how !== undefined,
  )

  it.each(ways)('is answered what its type says, with %s arguments', async (_way, how) => {
    const { stage, args } = await arrange(method, how)
    const given = await stage.call(id, ...args)
    const [exchange] = stage.exchanges
    expect(exchange).toMatchObject({ status: 200 })
    const data = at(exchange?.answer, 'data')
    expect(fault(answerTypes[id] ?? '', data)).toBe('')
    const isUnwrapped = /^(organization|self|member)\.get$/.test(id)
    expect(given).toEqual(
      isUnwrapped ? at(data, id === 'organization.get' ? 'organization' : 'member') : data,
    )
  })

  const refusals = Object.entries(method.refused ?? {})
  it.each(refusals)('is refused with %s', async (error_type, { status = 400, as, with: how }) => {
    const { stage, args } = await arrange(as === undefined ? method : { ...method, as }, how)
    await expect(stage.call(id, ...args)).rejects.toMatchObject({
      name: 'ApiError',
      status_code: status,
      error_type,
    })
    expect(fault('APIError', stage.exchanges[0]?.answer)).toBe('')
  })

  it('is refused to an unknown public token', async () => {
    const { stage, args } = await arrange(method, method.minimal)
    const other = open(stage.emulator, { publicToken: 'public-token-test-unknown' })
    await expect(other.call(id, ...args)).rejects.toMatchObject({ status_code: 401 })
  })
})

const needsSession = all.filter(([, { as, signedOut }]) => as !== null && signedOut !== 'works')
const needsNone = all.filter(([, { signedOut }]) => signedOut === 'works')

describe('whoever is signed out', () => {
  it.each(needsSession)('is refused %s', async (id, method) => {
    const { stage, args } = await arrange(method, method.minimal)
    const [status_code, error_type] = method.signedOut ?? [401, 'user_unauthenticated']
    await expect(open(stage.emulator).call(id, ...args)).rejects.toMatchObject({
      status_code,
      error_type,
    })
  })

  it.each(needsNone)('may call %s', async (id, method) => {
    const { stage, args } = await arrange(method, method.minimal)
    const given = await open(stage.emulator).call(id, ...args)
    expect(given).toMatchObject({ status_code: 200 })
  })
})

const guarded = all.filter(([, { permission }]) => permission)

describe('a member without permission', () => {
  it.each(guarded)('is refused %s', async (id, method) => {
    const { stage, args } = await arrange(method, method.minimal)
    const other = await openAs(stage.emulator, 'member')
    await expect(other.call(id, ...args)).rejects.toMatchObject({
      status_code: 403,
      error_type: 'session_authorization_error',
    })
  })
})
