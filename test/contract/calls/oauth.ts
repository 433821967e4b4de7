import { northwindId } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { passProvider } from '../provider.ts'
import type { Choice } from '../provider.ts'
import type { Cases } from './cases.ts'

const REDIRECT = 'http://localhost:3000/authenticate'
const session = { session_duration_minutes: 60 }

export type Provider = 'google' | 'microsoft' | 'hubspot' | 'slack' | 'github'

export const providers: readonly Provider[] = ['google', 'microsoft', 'hubspot', 'slack', 'github']

/** Where `oauth.<provider>.start` leads the browser. */
export function oauthStart(stage: Stage, provider: Provider): string {
  const query = new URLSearchParams({
    public_token: stage.emulator.publicToken,
    organization_id: northwindId(stage),
    login_redirect_url: REDIRECT,
    signup_redirect_url: REDIRECT,
  })
  return `/v1/b2b/public/oauth/${provider}/start?${query.toString()}`
}

function discoveryStart(stage: Stage, provider: Provider): string {
  const query = new URLSearchParams({
    public_token: stage.emulator.publicToken,
    discovery_redirect_url: REDIRECT,
  })
  return `/v1/b2b/public/oauth/${provider}/discovery/start?${query.toString()}`
}

/** The token that the app is given when this person comes back from an identity provider. */
export async function returnedToken(stage: Stage, start: string, choice: Choice): Promise<string> {
  const address = await passProvider(stage, start, choice)
  const token = address.searchParams.get('token')
  if (!token) throw new Error(`There is no token in ${address.href}`)
  return token
}

const mia = { person: 'Mia Svensson' }

export const oauthCases: Cases = {
  'oauth.authenticate': {
    as: null,
    minimal: async (stage) => [
      { oauth_token: await returnedToken(stage, oauthStart(stage, 'google'), mia), ...session },
    ],
    full: async (stage) => [
      {
        oauth_token: await returnedToken(stage, oauthStart(stage, 'github'), mia),
        ...session,
        locale: 'en',
      },
    ],
    refused: {
      oauth_token_not_found: {
        status: 404,
        with: () => [{ oauth_token: 'made-up', ...session }],
      },
    },
  },
  'oauth.discovery.authenticate': {
    as: null,
    minimal: async (stage) => [
      { discovery_oauth_token: await returnedToken(stage, discoveryStart(stage, 'slack'), mia) },
    ],
    refused: {
      oauth_token_not_found: {
        status: 404,
        with: () => [{ discovery_oauth_token: 'made-up' }],
      },
    },
  },
}
