import { providers } from '../contract/calls/oauth.ts'
import { seededConnection } from '../contract/calls/sso.ts'
import { passProvider } from '../contract/provider.ts'
import type { Choice } from '../contract/provider.ts'
import {
  code,
  control,
  linkToken,
  mail,
  member,
  northwindId,
  textAt,
  totpCode,
  totpSecret,
} from '../contract/stage.ts'
import { expect, test } from './fixtures.ts'
import type { Visit } from './visit.ts'

/** Sign-in by each method from end to end, in both clients: the official one is content, and ours does the same. */

const MIA = 'mia.svensson@northwind.example'
const DMITRI = 'dmitri.volkov@northwind.example'
const NUMBER = '+46701740605'
const PASSWORD = 'walrus-ferry-quilt-94'
const session = { session_duration_minutes: 60 }

/** Comes back from a provider or a mail with a token in the address. */
async function authenticateAt(visit: Visit, address: URL | string): Promise<void> {
  await visit.arrive(address)
  const outcome = await visit.call('authenticateByUrl', session)
  expect(outcome).toMatchObject({ handled: true })
}

async function expectSignedIn(visit: Visit, email: string): Promise<void> {
  expect(await visit.call('self.get')).toMatchObject({ email_address: email, status: 'active' })
  await visit.reload()
  await visit.call('session.getSync')
  await visit.call('organization.get')
  await visit.call('session.revoke')
}

const urlOf = (visit: Visit, to: string): string => mail(visit, to).url ?? ''

/** Whoever has shown the first factor has no session yet. */
async function expectHalfway(visit: Visit): Promise<void> {
  expect(await visit.call('session.getTokens')).toBeNull()
}

async function pass(visit: Visit, start: string, choice: Choice): Promise<void> {
  await authenticateAt(visit, await passProvider(visit, start, choice))
}

for (const isRequired of [false, true]) {
  test.describe(`PKCE ${isRequired ? 'required' : 'not required'}`, () => {
    const begin = async (visit: Visit) => {
      const { pkce_required } = visit.emulator.data.project
      for (const kind of ['email_magic_links', 'password_resets', 'oauth', 'sso'] as const) {
        pkce_required[kind] = isRequired
      }
      await visit.reload()
    }

    test('by a magic link', async ({ expectSame }) => {
      await expectSame('magic link', async (visit) => {
        await begin(visit)
        const organization_id = northwindId(visit)
        await visit.call('magicLinks.email.loginOrSignup', { email_address: MIA, organization_id })
        await authenticateAt(visit, urlOf(visit, MIA))
        await expectSignedIn(visit, MIA)
      })
    })

    test('by a password that a link let set', async ({ expectSame }) => {
      await expectSame('password', async (visit) => {
        await begin(visit)
        const organization_id = northwindId(visit)
        await visit.call('passwords.resetByEmailStart', { email_address: MIA, organization_id })
        const password_reset_token = linkToken(visit, MIA)
        await visit.call('passwords.resetByEmail', {
          password_reset_token,
          password: PASSWORD,
          ...session,
        })
        await visit.call('session.revoke')
        await visit.call('passwords.authenticate', {
          organization_id,
          email_address: MIA,
          password: PASSWORD,
          ...session,
        })
        await expectSignedIn(visit, MIA)
      })
    })

    for (const provider of providers) {
      test(`by ${provider}`, async ({ expectSame }) => {
        await expectSame(provider, async (visit) => {
          await begin(visit)
          const start = await visit.destination(`oauth.${provider}.start`, {
            organization_id: northwindId(visit),
          })
          await pass(visit, start, { person: 'Mia Svensson' })
          await expectSignedIn(visit, MIA)
        })
      })

      test(`by ${provider}, organization chosen afterwards`, async ({ expectSame }) => {
        await expectSame(provider, async (visit) => {
          await begin(visit)
          const start = await visit.destination(`oauth.${provider}.discovery.start`, {})
          await pass(visit, start, { person: 'Mia Svensson' })
          await visit.call('discovery.organizations.list')
          const organization_id = northwindId(visit)
          await visit.call('discovery.intermediateSessions.exchange', {
            organization_id,
            ...session,
          })
          await expectSignedIn(visit, MIA)
        })
      })
    }

    test('by SAML', async ({ expectSame }) => {
      await expectSame('SAML', async (visit) => {
        await begin(visit)
        const connection_id = seededConnection(visit)
        const start = await visit.destination('sso.start', { connection_id })
        await pass(visit, start, { person: 'Bruno Costa' })
        await expectSignedIn(visit, 'bruno.costa@northwind.example')
      })
    })

    test('by OIDC', async ({ expectSame }) => {
      await expectSame('OIDC', async (visit) => {
        const connection_id = await connectOidc(visit)
        await begin(visit)
        const start = await visit.destination('sso.start', { connection_id })
        await pass(visit, start, { person: 'Bruno Costa' })
        await expectSignedIn(visit, 'bruno.costa@northwind.example')
      })
    })
  })
}

test('by a code in a mail', async ({ expectSame }) => {
  await expectSame('email OTP', async (visit) => {
    const organization_id = northwindId(visit)
    await visit.call('otps.email.loginOrSignup', { email_address: MIA, organization_id })
    await visit.call('otps.email.authenticate', {
      code: code(visit, MIA),
      email_address: MIA,
      organization_id,
      ...session,
    })
    await expectSignedIn(visit, MIA)
  })
})

test('by a link and a code in a text message', async ({ expectSame }) => {
  await expectSame('SMS', async (visit) => {
    const { member_id, email_address } = member(visit, 'Jonas Lindqvist')
    const organization_id = northwindId(visit)
    await visit.signIn('admin')
    await visit.call('organization.members.update', { member_id, mfa_enrolled: true })
    await visit.forget()
    await visit.call('magicLinks.email.loginOrSignup', { email_address, organization_id })
    await authenticateAt(visit, urlOf(visit, email_address))
    await expectHalfway(visit)
    await visit.reload()
    await visit.call('otps.sms.authenticate', {
      organization_id,
      member_id,
      code: code(visit, NUMBER),
      ...session,
    })
    await expectSignedIn(visit, email_address)
  })
})

test('by a link and an authenticator app', async ({ expectSame }) => {
  await expectSame('TOTP', async (visit) => {
    const { member_id, organization_id } = member(visit, 'Dmitri Volkov')
    await visit.signIn('Dmitri Volkov')
    await expectHalfway(visit)
    await visit.call('totp.authenticate', {
      organization_id,
      member_id,
      code: totpCode(visit, totpSecret(visit, 'Dmitri Volkov')),
      ...session,
    })
    await expectSignedIn(visit, DMITRI)
  })
})

test('by a link and a recovery code', async ({ expectSame }) => {
  await expectSame('recovery code', async (visit) => {
    const { member_id, organization_id } = member(visit, 'Dmitri Volkov')
    await visit.signIn('Dmitri Volkov')
    await visit.call('recoveryCodes.recover', {
      organization_id,
      member_id,
      recovery_code: visit.emulator.data.recovery_codes[member_id]?.codes[0]?.code,
      ...session,
    })
    await expectSignedIn(visit, DMITRI)
  })
})

test('by impersonation', async ({ expectSame }) => {
  await expectSame('impersonation', async (visit) => {
    const { member_id } = member(visit, 'Mia Svensson')
    const answer = await control(visit, 'POST', '/impersonation-tokens', {
      member_id,
      impersonator_email_address: 'support@orbit.example',
    })
    const query = new URLSearchParams({
      stytch_token_type: 'multi_tenant_impersonation',
      token: textAt(answer, 'token'),
    })
    await authenticateAt(visit, `http://localhost:3000/authenticate?${query.toString()}`)
    await expectSignedIn(visit, MIA)
  })
})

test('by an invitation', async ({ expectSame }) => {
  await expectSame('invitation', async (visit) => {
    await visit.signIn('admin')
    await visit.call('magicLinks.email.invite', { email_address: 'zoe@northwind.example' })
    await visit.forget()
    await authenticateAt(visit, urlOf(visit, 'zoe@northwind.example'))
    await expectSignedIn(visit, 'zoe@northwind.example')
  })
})

test('by a link, with an organization of one’s own', async ({ expectSame }) => {
  await expectSame('new organization', async (visit) => {
    const email_address = 'zoe@gull.example'
    await visit.call('magicLinks.email.discovery.send', { email_address })
    await authenticateAt(visit, urlOf(visit, email_address))
    await visit.reload()
    await visit.call('discovery.organizations.list')
    await visit.call('discovery.organizations.create', {
      organization_name: 'Gull Freight',
      ...session,
    })
    expect(await visit.call('rbac.isAuthorized', 'stytch.scim', 'create')).toBe(true)
    await expectSignedIn(visit, email_address)
  })
})

test('by a code, in an organization that was discovered', async ({ expectSame }) => {
  await expectSame('discovery by code', async (visit) => {
    await visit.call('otps.email.discovery.send', { email_address: MIA })
    await visit.call('otps.email.discovery.authenticate', {
      code: code(visit, MIA),
      email_address: MIA,
    })
    const organization_id = northwindId(visit)
    await visit.call('discovery.intermediateSessions.exchange', { organization_id, ...session })
    await expectSignedIn(visit, MIA)
  })
})

/** The admin connects an emulated OIDC provider; the id of the connection. */
async function connectOidc(visit: Visit): Promise<string> {
  await visit.signIn('admin')
  const created = await visit.call('sso.oidc.createConnection', { identity_provider: 'okta' })
  const connection_id = textAt(created, 'connection.connection_id')
  const { emulator } = visit
  await visit.call('sso.oidc.updateConnection', {
    connection_id,
    issuer: `${emulator.baseUrl}/idp/oidc/okta`,
    client_id: 'orgportal-emulator.okta.example',
    client_secret: 'client-secret-of-okta',
  })
  await visit.call('session.revoke')
  return connection_id
}
