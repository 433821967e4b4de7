import { Hono } from 'hono'
import { parseBody, readText } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { grantApp, requireApp } from '../idp/grants.ts'
import { newAuthorizationCode } from '../idp/authorization.ts'
import { findPerson } from '../authentication/magicLinks.ts'
import { badRequest } from '../errors.ts'

/** What a test or a demo needs to play a connected app. Mounted at `/_emulator`. */
export function connectedAppControlRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  // With their secrets and addresses, which the API never shows.
  app.get('/connected-apps', (c) =>
    c.json({ connected_apps: Object.values(context.data.connected_apps) }),
  )

  // As when a persona or member (by id) has let the app in just now.
  app.post('/authorization-codes', async (c) => {
    const body = parseBody(await readText(c.req.raw))
    const connectedApp = requireApp(context, body.string('connected_app_id'))
    const member = findPerson(context, body.string('member_id'))
    const redirectUri = body.optionalString('redirect_uri') ?? connectedApp.redirect_urls[0]
    if (redirectUri === undefined) throw badRequest('The connected app has no redirect address.')
    const scopes = body.optionalStrings('scopes') ?? ['openid', 'email', 'profile']
    grantApp(context, member, connectedApp, scopes)
    const code = newAuthorizationCode(context, {
      app: connectedApp,
      member,
      redirectUri,
      scopes,
      resources: [],
      nonce: body.optionalString('nonce') ?? null,
      codeChallenge: body.optionalString('code_challenge') ?? null,
    })
    return c.json({ authorization_code: code, redirect_uri: redirectUri })
  })

  return app
}
