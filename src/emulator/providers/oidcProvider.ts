import { Hono } from 'hono'
import { codeChallengeOf } from '../authentication/pkce.ts'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import type { StoredIdpGrant, StoredOidcConnection, StoredSsoConnection } from '../records/sso.ts'
import { publicKeySet } from '../sessions/sessions.ts'
import { requireIdp, requirePerson } from '../sso/idpDirectory.ts'
import {
  callbackUrl,
  oidcClientId,
  oidcClientSecret,
  oidcIdpPaths,
  ownUrl,
} from '../sso/ssoAddresses.ts'
import { findRecord } from '../store.ts'
import { formOf } from './formOf.ts'
import { claimsOf, signIdToken } from './oidcClaims.ts'
import { idpPersonPage, pickedPerson } from './idpPages.ts'
import { isOidcMishap, OIDC_MISHAPS } from './mishaps.ts'
import { oidcSetupPage } from './setupPages.ts'

const CODE_MINUTES = 1
const ACCESS_MINUTES = 60

/**
 * The emulated OIDC providers: one of each name, without set-up; mounted at `/idp/oidc`. Where the name ends in
 * `-without-discovery` there is no discovery document, in `-without-cors` no browser may read it, and in
 * `-other-issuer` it is that of another issuer.
 */
export function oidcProviderRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get('/:idp', (c) => c.html(oidcSetupPage(context, requireIdp(c.req.param('idp')))))

  app.get('/:idp/.well-known/openid-configuration', (c) => {
    const idp = requireIdp(c.req.param('idp'))
    if (idp.endsWith('-without-discovery')) {
      throw notFound('discovery_document_not_found', `${idp} publishes no discovery document.`)
    }
    if (idp.endsWith('-without-cors')) c.set('isClosedToBrowsers', true)
    const paths = oidcIdpPaths(idp)
    return c.json({
      issuer: ownUrl(
        context,
        idp.endsWith('-other-issuer') ? `${paths.issuer}/another` : paths.issuer,
      ),
      authorization_endpoint: ownUrl(context, paths.authorization),
      token_endpoint: ownUrl(context, paths.token),
      userinfo_endpoint: ownUrl(context, paths.userinfo),
      jwks_uri: ownUrl(context, paths.jwks),
      scopes_supported: ['openid', 'email', 'profile', 'groups'],
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      code_challenge_methods_supported: ['S256'],
    })
  })

  app.get('/:idp/jwks', (c) => {
    requireIdp(c.req.param('idp'))
    return c.json(publicKeySet())
  })

  app.get('/:idp/authorize', (c) => {
    const idp = requireIdp(c.req.param('idp'))
    const { connection, ...hidden } = readAuthorization(context, idp, c.req.query())
    return c.html(
      idpPersonPage(context, {
        idp,
        organizationId: connection.organization_id,
        action: ownUrl(context, oidcIdpPaths(idp).authorization),
        hidden,
        mishaps: OIDC_MISHAPS,
      }),
    )
  })

  app.post('/:idp/authorize', async (c) => {
    const idp = requireIdp(c.req.param('idp'))
    const form = await formOf(c)
    const asked = readAuthorization(context, idp, form)
    const { client_id, redirect_uri, nonce, code_challenge, state } = asked
    const back = new URL(redirect_uri)
    back.searchParams.set('state', state)
    if (form['cancel']) {
      back.searchParams.set('error', 'access_denied')
      back.searchParams.set('error_description', 'The person has cancelled')
      return c.redirect(back.href)
    }
    const grant: StoredIdpGrant = {
      code: context.newSecret(),
      idp,
      person_id: pickedPerson(context, idp, form).person_id,
      client_id,
      redirect_uri,
      nonce,
      code_challenge,
      mishap: isOidcMishap(form['mishap']) ? form['mishap'] : '',
      access_token: '',
      expires_at: context.timestamp(CODE_MINUTES * 60_000),
    }
    context.data.idp_grants[grant.code] = grant
    back.searchParams.set('code', grant.code)
    return c.redirect(back.href)
  })

  app.post('/:idp/token', async (c) => {
    const idp = requireIdp(c.req.param('idp'))
    const form = await formOf(c)
    checkClient(idp, form, c.req.header('authorization'))
    const grant = await takeGrant(context, idp, form)
    return c.json({
      access_token: grant.access_token,
      token_type: 'Bearer',
      expires_in: ACCESS_MINUTES * 60,
      id_token: await signIdToken(context, grant),
    })
  })

  app.get('/:idp/userinfo', (c) => {
    const idp = requireIdp(c.req.param('idp'))
    const [, token] = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '') ?? []
    const grant = Object.values(context.data.idp_grants).find(
      (candidate) =>
        candidate.idp === idp &&
        candidate.access_token !== '' &&
        candidate.access_token === token &&
        Date.parse(candidate.expires_at) > context.clock.now(),
    )
    if (!grant) throw new EmulatorError(401, 'invalid_token', 'The access token is not valid.')
    return c.json(claimsOf(requirePerson(context, idp, grant.person_id), grant.mishap))
  })

  return app
}

/** What a client asks. Throws unless it is one of the project's connections that asks. */
function readAuthorization(
  context: EmulatorContext,
  idp: string,
  given: Readonly<Record<string, string>>,
) {
  const { client_id, redirect_uri, state = '', nonce = '', scope = '' } = given
  const { response_type, code_challenge = '', code_challenge_method = '' } = given
  if (client_id !== oidcClientId(idp)) {
    throw badRequest(`client_id must be ${oidcClientId(idp)}.`, 'invalid_client')
  }
  const connection = Object.values(context.data.sso_connections).find(
    (sso) => isOidc(sso) && callbackUrl(context, sso) === redirect_uri,
  )
  if (!connection || redirect_uri === undefined) {
    throw badRequest(
      `redirect_uri must be the redirect URL of an OIDC connection, not ${redirect_uri ?? 'missing'}.`,
      'invalid_redirect_url',
    )
  }
  if (response_type !== 'code' || !scope.split(' ').includes('openid')) {
    throw badRequest('response_type must be code, and scope have openid.', 'invalid_request')
  }
  if (code_challenge !== '' && code_challenge_method !== 'S256') {
    throw badRequest('code_challenge_method must be S256.', 'invalid_request')
  }
  return {
    connection,
    client_id,
    redirect_uri,
    response_type,
    scope,
    state,
    nonce,
    code_challenge,
    code_challenge_method,
  }
}

/** The client's id and secret come in the form, or as Basic authorization. */
function checkClient(
  idp: string,
  form: Readonly<Record<string, string>>,
  authorization: string | undefined,
): void {
  const { client_id = '', client_secret = '' } = form
  const right = `${oidcClientId(idp)}:${oidcClientSecret(idp)}`
  if (`${client_id}:${client_secret}` === right || authorization === `Basic ${btoa(right)}`) return
  throw new EmulatorError(401, 'invalid_client', 'The client id or the client secret is wrong.')
}

/** The grant of a code, which is good once, and for what it was made for. */
async function takeGrant(
  context: EmulatorContext,
  idp: string,
  form: Readonly<Record<string, string>>,
): Promise<StoredIdpGrant> {
  const { code = '', redirect_uri, code_verifier = '', grant_type } = form
  const grant = findRecord(context.data.idp_grants, code)
  const isGood =
    grant_type === 'authorization_code' &&
    grant?.idp === idp &&
    grant.access_token === '' &&
    grant.redirect_uri === redirect_uri &&
    Date.parse(grant.expires_at) > context.clock.now()
  if (!grant || !isGood) {
    throw badRequest('The code is unknown, was used or has expired.', 'invalid_grant')
  }
  grant.access_token = context.newSecret()
  grant.expires_at = context.timestamp(ACCESS_MINUTES * 60_000)
  if (
    grant.code_challenge !== '' &&
    (await codeChallengeOf(code_verifier)) !== grant.code_challenge
  ) {
    Reflect.deleteProperty(context.data.idp_grants, code)
    throw badRequest('The code verifier does not belong to the challenge.', 'invalid_grant')
  }
  return grant
}

function isOidc(connection: StoredSsoConnection): connection is StoredOidcConnection {
  return connection.type === 'oidc'
}
