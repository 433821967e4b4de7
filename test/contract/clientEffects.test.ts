import { describe, expect, it } from 'vitest'
import {
  authResponse,
  data,
  memberRecord,
  mfaResponse,
  organizationRecord,
} from '../client/wire.ts'
import { NAMESPACES, setUpCalls } from './clientCalls.ts'
import {
  addressOf,
  argumentsFor,
  callerFields,
  inputFor,
  requests,
  type Method,
} from './methods.ts'

const { browser, openSignedIn, openDemanding } = setUpCalls()

const changing = requests.filter(({ effect }) => effect)

describe('what the client adds to a call', () => {
  const ADDED: Record<string, string> = {
    dfp: 'fingerprint',
    captcha: 'captcha',
    'ist-cookie': 'begun',
  }
  const valueOf = (id: string, name: string, from: string) => {
    // The link to skip a password reset is tried first.
    const namespace = id === 'magicLinks.authenticate' ? 'passwords' : from.replace('pkce:', '')
    return ADDED[from] ?? `${name.includes('verifier') ? 'verifier' : 'challenge'}-${namespace}`
  }

  it.each(requests.filter(({ body, noBody }) => body.length && !noBody))(
    'is what the list says of $id',
    async (method) => {
      const { call } = await openDemanding()
      await call(method, ...argumentsFor(method, 'least'))
      const added = method.body.filter(({ from }) => from !== 'caller')
      const input = inputFor(method, 'least')
      expect(browser.wire.sent.at(-1)?.body).toEqual({
        ...Object.fromEntries(
          callerFields(method)
            .filter(({ name }) => name in input)
            .map(({ name }) => [name, input[name]]),
        ),
        ...Object.fromEntries(
          added.map(({ name, from }) => [name, valueOf(method.id, name, from)]),
        ),
      })
    },
  )

  const verifying = requests.filter(({ body }) => body.some(({ name }) => /verifier/.test(name)))
  it.each(verifying)('is used up by $id, unless the list says otherwise', async (method) => {
    const { call } = await openDemanding()
    await call(method, ...argumentsFor(method, 'least'))
    const left = NAMESPACES.filter((namespace) => browser.item(`PKCE_VERIFIER:${namespace}`))
    const used = method.body.find(({ name }) => /verifier/.test(name))
    const namespace =
      method.id === 'magicLinks.authenticate' ? 'passwords' : used?.from.replace('pkce:', '')
    expect(left).toEqual(
      method.keepsVerifier ? NAMESPACES : NAMESPACES.filter((name) => name !== namespace),
    )
  })
})

describe('what a call does to the session', () => {
  const newer = {
    member_id: 'member-1',
    member: memberRecord({ name: 'Ines Neu' }),
    organization: organizationRecord({ organization_name: 'Northwind Neu' }),
  }
  const discovered = {
    intermediate_session_token: 'begun',
    email_address: 'ines@northwind.example',
    discovered_organizations: [],
  }
  const ANSWERS: Record<string, object> = {
    organization: newer,
    member: newer,
    'member if self': newer,
    end: {},
    'end if self': { member_id: 'member-1' },
    session: authResponse({ session: { member_session_id: 'session-2' } }),
    'session or intermediate': authResponse({ session: { member_session_id: 'session-2' } }),
    intermediate: discovered,
  }

  async function callWith(method: Method, answer: object) {
    const opened = await openSignedIn()
    const path = new URL(addressOf(method), 'https://host.example').pathname
    browser.wire.always(path.replace('/sdk/v1', ''), () => data(answer))
    await opened.call(method, ...argumentsFor(method, 'least'))
    return { ...opened, cookies: browser.storage.cookies.cookie }
  }

  it.each(changing)('is, for $id: $effect', async (method) => {
    const effect = method.effect ?? ''
    const { client, cookies } = await callWith(method, ANSWERS[effect] ?? {})
    const { status, member, organization, session } = client.getSnapshot()
    if (effect === 'organization') {
      expect(organization?.organization_name).toBe('Northwind Neu')
    } else if (effect.startsWith('member')) {
      expect(member?.name).toBe('Ines Neu')
      expect(organization?.organization_name).toBe('Northwind Robotics')
    } else if (effect.startsWith('session')) {
      expect(session?.member_session_id).toBe('session-2')
      expect(cookies).toContain('stytch_session=token-of-session-2')
      expect(cookies).not.toContain('intermediate')
    } else if (effect.startsWith('end')) {
      expect(status).toBe('anonymous')
      expect(cookies).toBe('')
      expect(browser.item()).toBe('null')
    } else {
      expect(status).toBe('intermediate')
      expect(cookies).toBe('stytch_intermediate_session_token=begun')
      expect(browser.item()).toBe('null')
    }
    if (!/^(end|intermediate)/.test(effect)) {
      expect(status).toBe('authenticated')
      expect(browser.stored()).toMatchObject({ session: { ...session }, member: { ...member } })
    }
  })

  const stepwise = changing.filter(({ effect }) => effect === 'session or intermediate')
  it.each(stepwise)('is, for $id without a session: sign-in has begun', async (method) => {
    const { client, cookies } = await callWith(method, mfaResponse('begun'))
    expect(client.getSnapshot()).toMatchObject({ status: 'intermediate', session: null })
    expect(cookies).toBe('stytch_intermediate_session_token=begun')
  })

  it.each(changing.filter(({ effect }) => effect?.endsWith('if self')))(
    'is nothing, for $id of another member',
    async (method) => {
      const other = { ...newer, member_id: 'member-2' }
      const { client } = await callWith(method, {
        ...other,
        member: memberRecord({ member_id: 'member-2', name: 'Otto' }),
      })
      expect(client.getSnapshot()).toMatchObject({
        status: 'authenticated',
        member: { name: 'Ines' },
      })
    },
  )

  it.each(requests.filter(({ effect }) => !effect))('is nothing, for $id', async (method) => {
    const opened = await openSignedIn()
    const before = opened.client.getSnapshot()
    browser.wire.always(addressOf(method).replace('/sdk/v1', ''), () => data(newer))
    await opened.call(method, ...argumentsFor(method, 'least'))
    expect(opened.client.getSnapshot()).toEqual(before)
  })
})
