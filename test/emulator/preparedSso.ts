import { generateKeyPairSync } from 'node:crypto'
import type { Api } from './api.ts'
import { sampleConnection, SSO, tokenOf, walkSaml } from './ssoWalk.ts'

/** What a call about SSO needs to be taken: connections of each kind, their keys and a token, by placeholder. */
export async function prepareSso(
  api: Api,
  id: string,
  session: string,
): Promise<Record<string, string>> {
  if (!id.startsWith('sso.')) return {}
  const call = (method: string, path: string, body: object) =>
    api.call(method, SSO + path, { session, body })
  const saml = sampleConnection(api)
  const given = { connection_id: saml, $metadata: `${api.emulator.baseUrl}/idp/saml/okta/metadata` }
  switch (id.split('.')[1]) {
    case 'authenticate': {
      const person = { email_address: 'bruno.costa@northwind.example' }
      return { ...given, $sso: tokenOf(await walkSaml(api, saml, person)) }
    }
    case 'oidc': {
      const created = await call('POST', '/oidc', {})
      return { ...given, connection_id: created.text('data.connection.connection_id') }
    }
    case 'external':
      return { ...given, ...(await prepareExternal(api, id)) }
    case 'saml': {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
      const saml_encryption_private_key = privateKey
        .export({ type: 'pkcs1', format: 'pem' })
        .toString()
      const changed = await call('PUT', `/saml/${saml}`, { saml_encryption_private_key })
      const key = 'data.connection.saml_encryption_private_keys.0.private_key_id'
      const certificate = 'data.connection.verification_certificates.0.certificate_id'
      return {
        ...given,
        private_key_id: changed.text(key),
        certificate_id: changed.text(certificate),
      }
    }
    default:
      return given
  }
}

/** A connection of the other organization of the sample, and for an update one that refers to it. */
async function prepareExternal(api: Api, id: string): Promise<Record<string, string>> {
  const tern = Object.values(api.emulator.data.organizations).find(
    ({ organization_slug }) => organization_slug === 'tern',
  )
  const $external = tern?.organization_id ?? ''
  const sample = api.emulator.data.sso_connections[sampleConnection(api)]
  if (!sample) return {}
  const theirs = {
    ...sample,
    organization_id: $external,
    connection_id: 'saml-connection-test-tern',
  }
  api.emulator.data.sso_connections[theirs.connection_id] = theirs
  const given = { $external, $externalConnection: theirs.connection_id }
  if (id === 'sso.external.createConnection') return given
  const session = await api.signIn('admin')
  const body = {
    external_organization_id: $external,
    external_connection_id: theirs.connection_id,
  }
  const created = await api.call('POST', `${SSO}/external`, { session, body })
  return { ...given, connection_id: created.text('data.connection.connection_id') }
}
