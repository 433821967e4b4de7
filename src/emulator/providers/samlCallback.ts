import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import type { StoredSamlConnection } from '../records/sso.ts'
import { readResponse } from '../saml/readResponse.ts'
import { issueSsoToken } from '../sso/ssoToken.ts'
import { takeSsoFlow } from './ssoStart.ts'

/**
 * Somebody comes back from a SAML identity provider: the address in the app to go on to. Throws what says which step
 * failed.
 */
export async function finishSaml(
  context: EmulatorContext,
  connection: StoredSamlConnection,
  form: Readonly<Record<string, string>>,
): Promise<string> {
  const flow = takeSsoFlow(context, form['RelayState'] ?? '', connection)
  const { assertionKey, expiresAt, identity } = await readResponse(context, connection, {
    encoded: form['SAMLResponse'] ?? '',
    requestId: flow?.request_id ?? null,
  })
  rememberAssertion(context, assertionKey, expiresAt)
  const { login, signup } = context.data.project.redirect_urls
  const destination = flow ?? {
    connection_id: connection.connection_id,
    login_redirect_url: login,
    signup_redirect_url: signup,
    code_challenge: null,
  }
  return issueSsoToken(context, destination, { type: 'saml', identity })
}

/** Of two that come at the same time, the second is refused; those that have ended by themselves are forgotten. */
function rememberAssertion(
  { data, clock }: EmulatorContext,
  assertionKey: string,
  expiresAt: string,
): void {
  const seen = data.saml_assertions_seen
  if (Object.hasOwn(seen, assertionKey)) {
    throw badRequest('The assertion was used before.', 'duplicate_saml_response')
  }
  for (const [key, end] of Object.entries(seen)) {
    if (Date.parse(end) <= clock.now()) Reflect.deleteProperty(seen, key)
  }
  seen[assertionKey] = expiresAt
}
