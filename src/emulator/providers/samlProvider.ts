import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, notFound } from '../errors.ts'
import { buildResponse } from '../saml/buildResponse.ts'
import { isRequestSigned, readAuthnRequest } from '../saml/authnRequest.ts'
import type { RequestQuery } from '../saml/authnRequest.ts'
import { buildForgedResponse } from '../saml/forgeries.ts'
import { writeMetadata } from '../saml/metadata.ts'
import { toBase64 } from '../saml/pem.ts'
import type { StoredSamlConnection } from '../records/sso.ts'
import { idpCertificates } from '../sso/idpCertificates.ts'
import { requireIdp } from '../sso/idpDirectory.ts'
import { callbackUrl, ownUrl, samlIdpPaths } from '../sso/ssoAddresses.ts'
import { statementOf } from '../sso/statement.ts'
import { formOf } from './formOf.ts'
import { idpPersonPage, pickedPerson, postingPage } from './idpPages.ts'
import { isSamlForgery, SAML_MISHAPS } from './mishaps.ts'
import { samlSetupPage } from './setupPages.ts'

/** The emulated SAML identity providers: one of each name, without set-up; mounted at `/idp/saml`. */
export function samlProviderRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get('/:idp', (c) => {
    const idp = requireIdp(c.req.param('idp'))
    return c.html(samlSetupPage(context, idp, metadataOf(context, idp)))
  })

  app.get('/:idp/metadata', (c) =>
    c.body(writeMetadata(metadataOf(context, requireIdp(c.req.param('idp')))), 200, {
      'content-type': 'application/samlmetadata+xml; charset=utf-8',
      ...(c.req.query('download') !== undefined && {
        'content-disposition': `attachment; filename="${c.req.param('idp')}-metadata.xml"`,
      }),
    }),
  )

  app.get('/:idp/sso', async (c) => {
    const idp = requireIdp(c.req.param('idp'))
    const { connection, hidden } = await readAsked(context, c.req.query())
    return c.html(
      idpPersonPage(context, {
        idp,
        organizationId: connection.organization_id,
        action: ownUrl(context, samlIdpPaths(idp).sso),
        hidden,
        mishaps: SAML_MISHAPS,
      }),
    )
  })

  app.post('/:idp/sso', async (c) => {
    const idp = requireIdp(c.req.param('idp'))
    const form = await formOf(c)
    const { connection, inResponseTo, hidden } = await readAsked(context, form)
    const isCancelled = Boolean(form['cancel'])
    const person = isCancelled
      ? { person_id: '', idp, email_address: '', first_name: '', last_name: '' }
      : pickedPerson(context, idp, form)
    const statement = await statementOf(context, connection, {
      idp,
      person: { groups: [], attributes: {}, ...person },
      inResponseTo,
    })
    const mishap = isCancelled ? 'failed' : form['mishap']
    const response = await (isSamlForgery(mishap)
      ? buildForgedResponse(statement, mishap)
      : buildResponse(statement))
    const { RelayState = '' } = hidden
    return c.html(
      postingPage(callbackUrl(context, connection), {
        SAMLResponse: toBase64(new TextEncoder().encode(response)),
        ...(RelayState && { RelayState }),
      }),
    )
  })

  return app
}

function metadataOf(context: EmulatorContext, idp: string) {
  const { entityId, sso } = samlIdpPaths(idp)
  return {
    entityId: ownUrl(context, entityId),
    ssoUrl: ownUrl(context, sso),
    certificates: idpCertificates(context, idp).map(({ certificate }) => certificate),
  }
}

interface Asked {
  connection: StoredSamlConnection
  /** The id of the request; undefined when the sign-in begins here. */
  inResponseTo: string | undefined
  /** To be posted along with the choice. */
  hidden: Readonly<Record<string, string>>
}

/** Who asks: by a request or, when the sign-in begins here, by `connection_id`. */
async function readAsked(
  context: EmulatorContext,
  given: Readonly<Record<string, string>>,
): Promise<Asked> {
  const { connection_id, SAMLRequest, RelayState = '', SigAlg = '', Signature = '' } = given
  if (!SAMLRequest) {
    const connection = samlConnections(context).find((sso) => sso.connection_id === connection_id)
    if (connection && connection_id) {
      return { connection, inResponseTo: undefined, hidden: { connection_id } }
    }
    throw connection_id
      ? notFound('saml_connection_not_found', `There is no SAML connection ${connection_id}.`)
      : badRequest('SAMLRequest or connection_id is missing.', 'missing_saml_request')
  }
  const query: RequestQuery = { SAMLRequest, RelayState, SigAlg, Signature }
  const request = await readAuthnRequest(query)
  const connection = samlConnections(context).find(
    (sso) => callbackUrl(context, sso) === request.issuer,
  )
  const acsUrls = [request.issuer, connection?.alternative_acs_url]
  if (!connection || !acsUrls.includes(request.acsUrl)) {
    throw badRequest(
      `Nobody is registered here as ${request.issuer}, with ${request.acsUrl} to answer to.`,
      'saml_connection_not_found',
    )
  }
  const certificates = connection.signing_certificates.map(({ certificate }) => certificate)
  if (!(await isRequestSigned(query, certificates))) {
    throw badRequest(
      "The request is not signed with the key of the connection's signing certificates.",
      'invalid_saml_request',
    )
  }
  return { connection, inResponseTo: request.id, hidden: { ...query } }
}

function samlConnections({ data }: EmulatorContext): StoredSamlConnection[] {
  return Object.values(data.sso_connections).filter((sso) => sso.type === 'saml')
}
