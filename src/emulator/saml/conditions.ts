import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import type { StoredSamlConnection } from '../records/sso.ts'
import { callbackUrl } from '../sso/ssoAddresses.ts'
import { attributeOf, childOf, childrenOf, SAML, textOf } from './xml.ts'

/** How far the clocks of two machines may be apart, in milliseconds. */
const SKEW = 60_000

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

interface Given {
  response: Element
  assertion: Element
  /** The request that is answered; null for none. */
  requestId: string | null
}

/** Throws unless the assertion is for us, for now, and for this request. Gives the time at which it ends. */
export function checkConditions(
  context: EmulatorContext,
  connection: StoredSamlConnection,
  { response, assertion, requestId }: Given,
): string {
  const conditions = childOf(assertion, SAML, 'Conditions')
  checkTime(context, conditions)
  checkAudience(context, connection, conditions)
  const confirmation = bearerOf(assertion)
  checkTime(context, confirmation)
  checkRecipient(context, connection, confirmation)
  checkAnswered(
    connection,
    [response, confirmation].map((element) => attributeOf(element, 'InResponseTo')),
    requestId,
  )
  const end = timeOf(confirmation, 'NotOnOrAfter')
  if (end === undefined) throw badRequest('The assertion never ends.', 'invalid_saml_response')
  return new Date(end + SKEW).toISOString()
}

function checkTime({ clock }: EmulatorContext, element: Element | undefined): void {
  const [begin, end] = [timeOf(element, 'NotBefore'), timeOf(element, 'NotOnOrAfter')]
  const now = clock.now()
  if (begin !== undefined && now < begin - SKEW) {
    throw badRequest(
      `The assertion holds from ${new Date(begin).toISOString()} only.`,
      'not_yet_valid_saml_response',
    )
  }
  if (end !== undefined && now >= end + SKEW) {
    throw badRequest(
      `The assertion held until ${new Date(end).toISOString()}.`,
      'expired_saml_response',
    )
  }
}

/** undefined when the attribute is missing. */
function timeOf(element: Element | undefined, name: string): number | undefined {
  const text = attributeOf(element, name)
  if (text === undefined) return undefined
  const time = Date.parse(text)
  if (!Number.isNaN(time)) return time
  throw badRequest(`${name} is not a time: ${text}`, 'invalid_saml_response')
}

/** Each restriction must name us. */
function checkAudience(
  context: EmulatorContext,
  connection: StoredSamlConnection,
  conditions: Element | undefined,
): void {
  const ours = callbackUrl(context, connection)
  const known = [ours, connection.alternative_audience_uri].filter(Boolean)
  const restrictions = childrenOf(conditions, SAML, 'AudienceRestriction').map((restriction) =>
    childrenOf(restriction, SAML, 'Audience').map(textOf),
  )
  const isOurs = restrictions.every((named) => named.some((audience) => known.includes(audience)))
  if (restrictions.length > 0 && isOurs) return
  throw badRequest(
    `The assertion is for the audience ${restrictions.flat().join(', ') || '(nobody)'}, not for ${ours}.`,
    'invalid_audience_saml_response',
  )
}

function bearerOf(assertion: Element): Element {
  const subject = childOf(assertion, SAML, 'Subject')
  const confirmation = childrenOf(subject, SAML, 'SubjectConfirmation').find(
    (candidate) => attributeOf(candidate, 'Method') === BEARER,
  )
  const data = childOf(confirmation, SAML, 'SubjectConfirmationData')
  if (data) return data
  throw badRequest('The assertion does not say who may bring it.', 'invalid_saml_response')
}

function checkRecipient(
  context: EmulatorContext,
  connection: StoredSamlConnection,
  confirmation: Element,
): void {
  const ours = callbackUrl(context, connection)
  const recipient = attributeOf(confirmation, 'Recipient')
  const known = [ours, connection.alternative_acs_url].filter(Boolean)
  if (recipient !== undefined && known.includes(recipient)) return
  throw badRequest(
    `The assertion is to be brought to ${recipient ?? '(nowhere)'}, not to ${ours}.`,
    'invalid_saml_response',
  )
}

function checkAnswered(
  { idp_initiated_auth_disabled }: StoredSamlConnection,
  answered: readonly (string | undefined)[],
  requestId: string | null,
): void {
  if (requestId !== null) {
    if (
      answered.some((id) => id === requestId) &&
      answered.every((id) => (id ?? requestId) === requestId)
    )
      return
    throw badRequest('The SAML response answers another request.', 'unsolicited_saml_response')
  }
  if (answered.some((id) => id !== undefined)) {
    throw badRequest(
      'The SAML response answers a request that is unknown, was answered or took too long.',
      'unsolicited_saml_response',
    )
  }
  if (!idp_initiated_auth_disabled) return
  throw badRequest(
    'The connection takes no sign-in that begins at the identity provider.',
    'saml_idp_initiated_auth_disabled',
  )
}
