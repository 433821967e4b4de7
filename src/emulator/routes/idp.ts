import { Hono } from 'hono'
import { checkUnusedStrings } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { memberEndpoint, publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest } from '../errors.ts'
import {
  readAuthorizationRequest,
  submitAuthorization,
  withParameters,
} from '../idp/authorization.ts'
import { requireApp, wireClient } from '../idp/grants.ts'
import { readIdToken } from '../idp/tokens.ts'
import { memberAnswer } from '../members/memberTarget.ts'

/** The project as the identity provider of connected apps, mounted at `/idp/b2b`. */
export function idpRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/oauth/authorize/start',
    memberEndpoint(context, {}, ({ caller, body }) => {
      const request = readAuthorizationRequest(context, caller, body)
      return {
        ...memberAnswer(context, caller.member),
        client: wireClient(request.app),
        consent_required: request.consentRequired,
        scope_results: request.scopes,
      }
    }),
  )

  app.post(
    '/oauth/authorize/submit',
    memberEndpoint(context, {}, ({ caller, body }) => submitAuthorization(context, caller, body)),
  )

  return app
}

/** A connected app that signs somebody out, mounted at `/b2b/oauth/logout`. */
export function idpLogoutRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/start',
    publicEndpoint(context, async ({ body, visitor }) => {
      const connectedApp = requireApp(context, body.string('client_id'))
      const leadsTo = body.string('post_logout_redirect_uri')
      const state = body.optionalString('state')
      checkUnusedStrings(body, ['id_token_hint'])
      if (!connectedApp.post_logout_redirect_urls.includes(leadsTo)) {
        throw badRequest(
          `post_logout_redirect_uri ${leadsTo} is none of the connected app's addresses.`,
          'connected_app_invalid_redirect_url',
        )
      }
      // Only who shows the app's own token for whoever is signed in may do without asking.
      const hint = await readIdToken(body.optionalString('id_token_hint') ?? '')
      const isOurs = hint?.audience === connectedApp.connected_app_id
      const signedIn = visitor()?.member.member_id
      return {
        redirect_uri: withParameters(leadsTo, { state: state === '' ? undefined : state }),
        consent_required: !(isOurs && (signedIn === undefined || signedIn === hint.memberId)),
      }
    }),
  )

  return app
}
