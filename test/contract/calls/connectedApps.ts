import type { Stage } from '../stage.ts'
import type { Cases } from './cases.ts'

/** A seeded connected app of this kind. */
function app({ emulator }: Stage, type: string) {
  const found = Object.values(emulator.data.connected_apps).find(
    ({ client_type }) => client_type === type,
  )
  if (!found) throw new Error(`The seed has no ${type} app.`)
  return found
}

export const connectedApp = (stage: Stage, type: string): string =>
  app(stage, type).connected_app_id

/** What an app asks for in the address of the consent screen. */
export function authorization(stage: Stage, type = 'third_party') {
  return {
    client_id: connectedApp(stage, type),
    redirect_uri: app(stage, type).redirect_urls[0],
    response_type: 'code',
    scopes: ['openid', 'email', 'profile'],
  }
}

/** The signed-in member lets the third-party app in. */
export async function consent(stage: Stage): Promise<string> {
  const asked = authorization(stage)
  await stage.call('idp.oauthAuthorizeSubmit', { ...asked, consent_granted: true })
  return asked.client_id
}

// The S256 challenge of RFC 7636, appendix B.
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

export const idpCases: Cases = {
  'idp.oauthAuthorizeStart': {
    minimal: (stage) => [authorization(stage)],
    full: (stage) => [{ ...authorization(stage), prompt: 'consent' }],
    refused: {
      connected_app_not_found: {
        status: 404,
        with: (stage) => [{ ...authorization(stage), client_id: 'connected-app-test-unknown' }],
      },
    },
  },
  'idp.oauthAuthorizeSubmit': {
    minimal: (stage) => [{ ...authorization(stage), consent_granted: true }],
    full: (stage) => [
      {
        ...authorization(stage, 'third_party_public'),
        state: 'state-1',
        nonce: 'nonce-1',
        code_challenge: CHALLENGE,
        consent_granted: true,
        prompt: 'consent',
      },
    ],
  },
  'idp.oauthLogoutStart': {
    signedOut: 'works',
    minimal: (stage) => [
      {
        client_id: connectedApp(stage, 'third_party'),
        post_logout_redirect_uri: app(stage, 'third_party').post_logout_redirect_urls[0],
        state: 'state-1',
      },
    ],
  },
}
