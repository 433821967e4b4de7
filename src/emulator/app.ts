import { Hono } from 'hono'
import { readText } from './body.ts'
import type { EmulatorContext } from './context.ts'
import { cors } from './cors.ts'
import type { Emulator } from './createEmulator.ts'
import type { EmulatorEnv } from './endpoint.ts'
import { EmulatorError, errorResponse, NetworkFailure, notFound, notImplemented } from './errors.ts'
import type { Fault, FaultList } from './faults.ts'
import { createSeededRandom, randomUuid } from './random.ts'
import { bootstrapRoutes } from './routes/bootstrap.ts'
import { controlRoutes } from './routes/control.ts'
import { magicLinkRoutes } from './routes/magicLinks.ts'
import { memberRoutes } from './routes/members.ts'
import { organizationRoutes } from './routes/organization.ts'
import { scimRoutes } from './routes/scim.ts'
import { jwksRoutes, sessionRoutes } from './routes/sessions.ts'
import { otpRoutes } from './routes/otps.ts'
import { smsOtpRoutes, unsubscribedPhoneRoutes } from './routes/otpsSms.ts'
import { passwordRoutes } from './routes/passwords.ts'
import { totpRoutes } from './routes/totp.ts'
import { recoveryCodeRoutes } from './routes/recoveryCodes.ts'
import { impersonationRoutes, impersonationTokenRoutes } from './routes/impersonation.ts'
import { discoveryRoutes } from './routes/discovery.ts'
import { oauthRoutes } from './routes/oauth.ts'
import { ssoRoutes } from './routes/sso.ts'
import { selfRoutes } from './routes/self.ts'
import { controlIdpRoutes } from './routes/controlIdp.ts'
import { connectedAppControlRoutes } from './routes/connectedAppControl.ts'
import { connectedAppRoutes, memberConnectedAppRoutes } from './routes/connectedApps.ts'
import { idpLogoutRoutes, idpRoutes } from './routes/idp.ts'
import { idpTokenRoutes } from './routes/idpTokens.ts'
import { oauthProviderRoutes } from './providers/oauthProviders.ts'
import { ssoProviderRoutes } from './providers/ssoProviders.ts'
import { serverApiRoutes } from './serverApi/serverApiRoutes.ts'
import { pageRoutes } from './pages/pageRoutes.ts'
import { createScim2App } from './scim2/app.ts'

const LOG_LENGTH = 10_000

/** A request as it was answered. */
export interface RequestLogEntry {
  method: string
  path: string
  /** 0 when a fault left it without an answer. */
  status: number
  request_id: string
  at: string
}

interface AppParts {
  context: EmulatorContext
  emulator: Emulator
  takeFault: FaultList['take']
  requests: RequestLogEntry[]
}

/** The routes, and around them what holds for each: request id, CORS, log, faults, and errors as wire JSON. */
export function createApp({ context, emulator, takeFault, requests }: AppParts): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()
  // Of their own, so that ids of records do not depend on how many requests came before.
  const requestIds = createSeededRandom('request-ids')

  app.use(async (c, next) => {
    c.set('requestId', `request-id-test-${randomUuid(requestIds)}`)
    await next()
  })
  app.use(cors())
  app.use(async (c, next) => {
    if (c.req.path.startsWith('/_emulator')) {
      await next()
      return
    }
    const { method, path } = c.req
    const entry = { method, path, status: 0, request_id: c.var.requestId, at: context.timestamp() }
    requests.push(entry)
    if (requests.length > LOG_LENGTH) requests.shift()
    const fault = await takeFault({ method, path, body: () => readText(c.req.raw.clone()) })
    if (fault) c.res = faultResponse(fault, c.var.requestId)
    else await next()
    entry.status = c.res.status
  })

  app.route('/_emulator', controlRoutes(context, emulator))
  app.route('/_emulator/impersonation-tokens', impersonationTokenRoutes(context))
  app.route('/_emulator/unsubscribed-phones', unsubscribedPhoneRoutes(context))
  app.route('/_emulator', connectedAppControlRoutes(context))
  app.route('/_emulator', controlIdpRoutes(context))
  app.route('/sdk/v1/b2b/sessions/jwks', jwksRoutes(context))
  app.route('/v1/b2b/sessions/jwks', jwksRoutes(context))
  app.route('/sdk/v1', bootstrapRoutes(context))
  app.route('/sdk/v1/b2b/sessions', sessionRoutes(context))
  app.route('/sdk/v1/b2b/magic_links', magicLinkRoutes(context))
  app.route('/sdk/v1/b2b/organizations', organizationRoutes(context))
  app.route('/sdk/v1/b2b/organizations/members', selfRoutes(context))
  app.route('/sdk/v1/b2b/organizations', connectedAppRoutes(context))
  app.route('/sdk/v1/b2b/organizations', memberRoutes(context))
  // The official client leaves out a slash here.
  app.route('/sdk/v1b2b/organizations', memberConnectedAppRoutes(context))
  app.route('/sdk/v1/b2b/otps', otpRoutes(context))
  app.route('/sdk/v1/b2b/otps/sms', smsOtpRoutes(context))
  app.route('/sdk/v1/b2b/passwords', passwordRoutes(context))
  app.route('/sdk/v1/b2b/totp', totpRoutes(context))
  app.route('/sdk/v1/b2b/recovery_codes', recoveryCodeRoutes(context))
  app.route('/sdk/v1/b2b/impersonation', impersonationRoutes(context))
  app.route('/sdk/v1/b2b/discovery', discoveryRoutes(context))
  app.route('/sdk/v1/b2b/oauth/logout', idpLogoutRoutes(context))
  app.route('/sdk/v1/b2b/oauth', oauthRoutes(context))
  app.route('/sdk/v1/b2b/sso', ssoRoutes(context))
  app.route('/sdk/v1/idp/b2b', idpRoutes(context))
  app.route('/', idpTokenRoutes(context))
  app.route('/sdk/v1/b2b/scim', scimRoutes(context))
  app.route('/v1/b2b/scim/:connectionId', createScim2App(context))
  app.route('/', oauthProviderRoutes(context))
  app.route('/', ssoProviderRoutes(context))
  app.route('/v1/b2b', serverApiRoutes(context))
  app.route('/', pageRoutes(context, emulator))

  app.notFound((c) => {
    const isApi = /^\/(sdk\/)?v1\//.test(c.req.path)
    const error = isApi
      ? notImplemented(c.req)
      : notFound('route_not_found', `The emulator has nothing at ${c.req.method} ${c.req.path}.`)
    return errorResponse(error, c.var.requestId)
  })
  app.onError((error, c) => {
    if (error instanceof NetworkFailure) throw error
    if (!(error instanceof EmulatorError)) {
      const { method, path } = c.req
      context.reportDefect(error, { method, path, request_id: c.var.requestId })
    }
    return errorResponse(error, c.var.requestId)
  })
  return app
}

function faultResponse(fault: Fault, requestId: string): Response {
  if (fault.networkError) throw new NetworkFailure('A fault was set that fails the network here.')
  const { status = 500, error_type, error_message, retry_after } = fault
  const usualType = status === 429 ? 'too_many_requests' : 'internal_server_error'
  const error = new EmulatorError(
    status,
    error_type ?? usualType,
    error_message ?? 'A fault was set that answers so here.',
    retry_after,
  )
  return errorResponse(error, requestId)
}
