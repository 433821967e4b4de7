import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import { readDisplayName } from '../members/displayName.ts'
import { memberEndpoint } from '../endpoint.ts'
import type { EmulatorEnv, MemberRequest } from '../endpoint.ts'
import { badRequest, notFound } from '../errors.ts'
import type { StoredSamlConnection } from '../records/sso.ts'
import { requireConnection } from '../sso/findConnection.ts'
import { newSamlConnection } from '../sso/newConnection.ts'
import {
  checkNamedConnection,
  checkRoomForConnection,
  readIdentityProvider,
} from '../sso/readConnection.ts'
import { updateSaml, updateSamlByUrl } from '../sso/updateSaml.ts'
import { wireSaml } from '../sso/wireSso.ts'

const CREATE = { needs: ['stytch.sso', 'create'] } as const
const UPDATE = { needs: ['stytch.sso', 'update'] } as const

/** Mounted at `/b2b/sso/saml`. */
export function ssoSamlRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()
  const connectionOf = ({ caller, param, body }: MemberRequest): StoredSamlConnection => {
    checkNamedConnection(body, param('connectionId'))
    const { organization_id } = caller.organization
    return requireConnection(context, organization_id, param('connectionId'), 'saml')
  }

  app.post(
    '/',
    memberEndpoint(context, CREATE, ({ caller, body }) => {
      const { organization_id } = caller.organization
      const display_name = readDisplayName(body) ?? ''
      const identity_provider = readIdentityProvider(body) ?? 'generic'
      checkRoomForConnection(context, organization_id, 'saml')
      const connection_id = context.newId('saml-connection')
      const connection = newSamlConnection(
        { organization_id, connection_id, display_name, identity_provider },
        context.timestamp(),
      )
      context.data.sso_connections[connection_id] = connection
      return { connection: wireSaml(context, connection) }
    }),
  )

  app.put(
    '/:connectionId',
    memberEndpoint(context, UPDATE, async (request) => {
      const connection = connectionOf(request)
      await updateSaml(context, request.caller, connection, request.body)
      return { connection: wireSaml(context, connection) }
    }),
  )

  app.put(
    '/:connectionId/url',
    memberEndpoint(context, UPDATE, async (request) => {
      const connection = connectionOf(request)
      await updateSamlByUrl(context, connection, request.body)
      return { connection: wireSaml(context, connection) }
    }),
  )

  app.delete(
    '/:connectionId/verification_certificates/:certificateId',
    memberEndpoint(context, UPDATE, (request) => {
      const connection = connectionOf(request)
      const certificate_id = request.param('certificateId')
      const { verification_certificates, status } = connection
      const left = verification_certificates.filter(
        (certificate) => certificate.certificate_id !== certificate_id,
      )
      if (left.length === verification_certificates.length) {
        throw notFound(
          'sso_verification_key_not_found',
          `The connection has no verification certificate ${certificate_id}.`,
        )
      }
      if (left.length === 0 && status === 'active') {
        throw badRequest(
          'An active connection keeps one verification certificate. Add the new one first.',
          'cannot_delete_last_sso_verification_key',
        )
      }
      connection.verification_certificates = left
      return { certificate_id }
    }),
  )

  app.delete(
    '/:connectionId/encryption_private_key/:privateKeyId',
    memberEndpoint(context, UPDATE, (request) => {
      const connection = connectionOf(request)
      const private_key_id = request.param('privateKeyId')
      const left = connection.encryption_private_keys.filter(
        (key) => key.private_key_id !== private_key_id,
      )
      if (left.length === connection.encryption_private_keys.length) {
        throw notFound(
          'sso_encryption_private_key_not_found',
          `The connection has no encryption key ${private_key_id}.`,
        )
      }
      connection.encryption_private_keys = left
      return { private_key_id }
    }),
  )

  return app
}
