import { code, member, northwindId, ternId, totpCode, totpSecret } from '../contract/stage.ts'
import { loginToken } from '../contract/calls/magicLinks.ts'
import { expect, test } from './fixtures.ts'
import type { Kind } from './page.ts'
import type { Visit } from './visit.ts'

/** What one client has left in the browser, the other goes on with. */

const other = { official: 'ours', ours: 'official' } as const
const session = { session_duration_minutes: 60 }
const MIA = 'mia.svensson@northwind.example'
const kinds: Kind[] = ['official', 'ours']

/** One walk, begun by the one client and ended by the other. */
for (const first of kinds) {
  const second = other[first]

  test.describe(`${second} after ${first}`, () => {
    const take = async (
      walkOne: (kind: Kind, walk: (visit: Visit) => Promise<void>) => Promise<unknown>,
      before: (visit: Visit) => Promise<void>,
      after: (visit: Visit) => Promise<void>,
    ) => {
      await walkOne(first, async (visit) => {
        await before(visit)
        await visit.reload(second)
        await after(visit)
      })
    }

    test('knows the session at once, and goes on with it', async ({ walkOne }) => {
      let tokens: unknown
      await take(
        walkOne,
        async (visit) => {
          await visit.signIn('admin')
          tokens = await visit.call('session.getTokens')
        },
        async (visit) => {
          expect(await visit.call('session.getInfo')).toMatchObject({
            session: { organization_slug: 'northwind' },
            fromCache: false,
          })
          expect(await visit.call('session.getTokens')).toEqual(tokens)
          expect(await visit.call('rbac.isAuthorizedSync', 'stytch.scim', 'create')).toBe(true)
          await visit.call('organization.update', { organization_name: 'Northwind Robots' })
          await visit.call('session.exchange', { organization_id: ternId(visit), ...session })
          await visit.reload(first)
          expect(await visit.call('organization.getSync')).toMatchObject({
            organization_slug: 'tern',
          })
          await visit.call('session.revoke')
          await visit.reload(second)
          expect(await visit.call('session.getSync')).toBeNull()
        },
      )
    })

    test('takes the second factor after the first', async ({ walkOne }) => {
      await take(
        walkOne,
        async (visit) => {
          await visit.signIn('Dmitri Volkov')
        },
        async (visit) => {
          const { organization_id, member_id } = member(visit, 'Dmitri Volkov')
          await visit.call('totp.authenticate', {
            organization_id,
            member_id,
            code: totpCode(visit, totpSecret(visit, 'Dmitri Volkov')),
            ...session,
          })
          expect(await visit.call('self.getSync')).toMatchObject({ member_id })
        },
      )
    })

    test('goes on with a discovery', async ({ walkOne }) => {
      await take(
        walkOne,
        async (visit) => {
          await visit.call('otps.email.discovery.send', { email_address: MIA })
          await visit.call('otps.email.discovery.authenticate', {
            code: code(visit, MIA),
            email_address: MIA,
          })
        },
        async (visit) => {
          const organization_id = northwindId(visit)
          await visit.call('discovery.intermediateSessions.exchange', {
            organization_id,
            ...session,
          })
        },
      )
    })

    test('has the verifier of a link that was asked for', async ({ walkOne }) => {
      let magic_links_token = ''
      await take(
        walkOne,
        async (visit) => {
          visit.emulator.data.project.pkce_required.email_magic_links = true
          await visit.reload(first)
          magic_links_token = await loginToken(visit)
        },
        async (visit) => {
          await visit.call('magicLinks.authenticate', { magic_links_token, ...session })
        },
      )
    })
  })
}
