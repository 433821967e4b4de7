import { Hono } from 'hono'
import type { Context } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { formOf } from '../providers/formOf.ts'
import {
  idpCertificates,
  removeIdpCertificate,
  rotateIdpCertificate,
  signWithCertificate,
} from '../sso/idpCertificates.ts'
import { requireIdp } from '../sso/idpDirectory.ts'
import { samlIdpPaths } from '../sso/ssoAddresses.ts'

type C = Context<EmulatorEnv, '/idp/saml/:idp'>

/**
 * How the emulated SAML identity providers sign, mounted at `/_emulator`. Each answer is the list of certificates; a
 * form of the set-up page is led back there.
 */
export function controlIdpRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get('/idp/saml/:idp', (c) => answer(context, c))

  app.post('/idp/saml/:idp/rotate-certificate', async (c) => {
    await rotateIdpCertificate(context, requireIdp(c.req.param('idp')))
    return answer(context, c)
  })

  app.post('/idp/saml/:idp/sign-with', async (c) => {
    signWithCertificate(context, requireIdp(c.req.param('idp')), await certificateIdOf(c))
    return answer(context, c)
  })

  app.post('/idp/saml/:idp/remove-certificate', async (c) => {
    removeIdpCertificate(context, requireIdp(c.req.param('idp')), await certificateIdOf(c))
    return answer(context, c)
  })

  return app
}

async function certificateIdOf(c: Context): Promise<string> {
  const { certificate_id = '' } = await formOf(c)
  return certificate_id
}

function answer(context: EmulatorContext, c: C): Response {
  const idp = requireIdp(c.req.param('idp'))
  if (c.req.method === 'POST' && c.req.header('accept')?.includes('text/html')) {
    return c.redirect(samlIdpPaths(idp).entityId, 303)
  }
  const certificates = idpCertificates(context, idp).map(
    ({ private_key: _key, ...certificate }) => certificate,
  )
  return c.json({ certificates })
}
