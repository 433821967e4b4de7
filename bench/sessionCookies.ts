import type { EmulatorServer } from 'orgportal/emulator/node'
import { EMULATOR_URL, PUBLIC_TOKEN } from './environment.ts'
import type { VisitInput } from './visit.ts'

/** Signs the persona in once; both portals are visited with the same cookies. */
export async function sessionCookies(
  { emulator }: EmulatorServer,
  persona: string,
): Promise<VisitInput['cookies']> {
  const { token } = emulator.createMagicLink(persona)
  const response = await emulator.fetch(`${EMULATOR_URL}/sdk/v1/b2b/magic_links/authenticate`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${PUBLIC_TOKEN}:${PUBLIC_TOKEN}`)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ magic_links_token: token, session_duration_minutes: 60 }),
  })
  if (!response.ok)
    throw new Error(`Signing in answered ${response.status}: ${await response.text()}`)
  const { data } = (await response.json()) as {
    data: { session_token: string; session_jwt: string }
  }
  const cookie = (name: string, value: string) => ({
    name,
    value,
    domain: 'localhost',
    path: '/',
    expires: Date.now() / 1_000 + 3_600,
    httpOnly: false,
    secure: false,
    sameSite: 'Lax' as const,
  })
  return [
    cookie('stytch_session', data.session_token),
    cookie('stytch_session_jwt', data.session_jwt),
  ]
}
