import type { Emulator } from '../createEmulator.ts'
import type { StoredIdpPerson, StoredSamlConnection } from '../records/sso.ts'
import { statementOf } from '../sso/statement.ts'
import { findRecord } from '../store.ts'
import { buildResponse } from './buildResponse.ts'
import { buildForgedResponse } from './forgeries.ts'
import type { SamlForgery } from './forgeries.ts'
import { toBase64 } from './pem.ts'

export interface SamlResponseOptions {
  connectionId: string
  emailAddress: string
  name?: string
  groups?: readonly string[]
  /** The id of the request (of its `ID` attribute); left out, the sign-in begins at the identity provider. */
  inResponseTo?: string | undefined
  /** What is wrong with it; left out, nothing is. */
  forgery?: SamlForgery | undefined
}

/**
 * The `SAMLResponse` (base64) that the connection's emulated identity provider would post to the connection's ACS
 * URL, or a forged one. For tests of what must be refused. Throws when there is no such SAML connection.
 *
 * @example
 * const SAMLResponse = await samlResponse(emulator, { connectionId, emailAddress, forgery: 'expired' })
 * await emulator.fetch(acsUrl, { method: 'POST', body: new URLSearchParams({ SAMLResponse }) })
 */
export async function samlResponse(
  emulator: Pick<Emulator, 'data' | 'baseUrl' | 'clock'>,
  options: SamlResponseOptions,
): Promise<string> {
  const { connectionId, inResponseTo, forgery } = options
  const connection = findRecord(emulator.data.sso_connections, connectionId)
  if (connection?.type !== 'saml') throw new Error(`There is no SAML connection ${connectionId}.`)
  const newSecret = () => crypto.randomUUID()
  const { baseUrl, clock, data } = emulator
  const right = await statementOf({ baseUrl, clock, newSecret, data }, connection, {
    idp: idpOf(connection),
    person: personOf(options),
    inResponseTo,
  })
  const response = await (forgery ? buildForgedResponse(right, forgery) : buildResponse(right))
  return toBase64(new TextEncoder().encode(response))
}

function idpOf({ idp_entity_id }: StoredSamlConnection): string {
  return idp_entity_id.replace(/^.*\/idp\/saml\//, '')
}

function personOf({ emailAddress, name = '', groups = [] }: SamlResponseOptions): StoredIdpPerson {
  const [first_name = '', ...rest] = name.split(' ')
  return {
    person_id: emailAddress,
    idp: '',
    email_address: emailAddress,
    first_name,
    last_name: rest.join(' '),
    groups: [...groups],
    attributes: {},
  }
}
