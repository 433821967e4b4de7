import { linkToken, member, northwindId } from '../contract/stage.ts'
import type { Kind } from './page.ts'
import { expect, test } from './fixtures.ts'
import type { Step } from './visit.ts'

/**
 * What the official client does other than it means, and we do as it means. Each of these fails when the official
 * one is mended, and then belongs to what is compared.
 */

const session = { session_duration_minutes: 60 }
const MIA = 'mia.svensson@northwind.example'

const last = (steps: Step[]): Step => {
  const step = steps.at(-1)
  if (!step) throw new Error('Nothing was done.')
  return step
}

const cookieNames = (step: Step) => step.cookies.map(({ name }) => name)

test('members.getConnectedApps: a slash is missing in the path', async ({ walkBoth }) => {
  const steps = await walkBoth(async (visit) => {
    await visit.signIn('admin')
    const { member_id } = member(visit, 'Ada Lovelace')
    expect(await visit.call('organization.members.getConnectedApps', { member_id })).toMatchObject({
      status_code: 200,
    })
  })
  const pathOf = (kind: Kind) => last(steps[kind]).requests[0]?.path
  expect(pathOf('official')).toMatch(/^\/sdk\/v1b2b\/organizations\/members\//)
  expect(pathOf('ours')).toBe(pathOf('official')?.replace('v1b2b', 'v1/b2b'))
})

test('session.updateSession: without a JWT the cookie of the JWT is "undefined"', async ({
  walkBoth,
}) => {
  const steps = await walkBoth(async (visit) => {
    await visit.signIn('admin')
    const tokens = (await visit.call('session.getTokens')) as { session_token: string }
    await visit.forget()
    await visit.call('session.updateSession', { session_token: tokens.session_token })
  })
  expect(last(steps.official).cookies).toContainEqual(
    expect.objectContaining({ name: 'stytch_session_jwt', value: 'undefined' }),
  )
  expect(cookieNames(last(steps.ours))).toEqual(['stytch_session'])
})

test('a PKCE pair that the server has refused is left behind', async ({ walkBoth }) => {
  const steps = await walkBoth(async (visit) => {
    const { emulator } = visit
    emulator.data.project.pkce_required.email_magic_links = true
    await visit.reload()
    const asked = { email_address: MIA, organization_id: northwindId(visit) }
    await visit.call('magicLinks.email.loginOrSignup', asked)
    // A link that was asked for in another browser.
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
    for (const link of Object.values(emulator.data.magic_links)) link.code_challenge = challenge
    const magic_links_token = linkToken(visit, MIA)
    const outcome = await visit.attempt('magicLinks.authenticate', {
      magic_links_token,
      ...session,
    })
    expect(outcome).toMatchObject({ error: { error_type: 'pkce_mismatch' } })
  })
  const pairOf = (kind: Kind) =>
    Object.entries(last(steps[kind]).storage).find(([key]) =>
      key.endsWith('PKCE_VERIFIER:magic_links'),
    )
  expect(pairOf('official')?.[1]).toBe('a pair')
  expect(pairOf('ours')).toBeUndefined()
})
