import type { Context } from 'hono'
import type { EmulatorEnv } from '../endpoint.ts'
import { EmulatorError, errorResponse } from '../errors.ts'
import { errorPage } from '../pages/htmlPage.ts'

/**
 * What went wrong on the way of a sign-in: for a browser a page that says so and how to mend it, for others the
 * API's JSON.
 */
export function ssoProblem(
  c: Context<EmulatorEnv>,
  error: unknown,
  title: string,
): Response | Promise<Response> {
  const wantsPage = c.req.header('accept')?.includes('text/html') ?? false
  if (!(error instanceof EmulatorError)) throw error
  if (!wantsPage) return errorResponse(error, c.var.requestId)
  const remedies = [...(REMEDIES.get(error.errorType) ?? []), 'Then begin the sign-in again.']
  const { message, errorType, status } = error
  const { requestId } = c.var
  // As the API would have answered: whoever tests a connection pastes it into the portal.
  const forPortal = {
    status_code: status,
    request_id: requestId,
    error_type: errorType,
    error_message: message,
  }
  const page = errorPage({ title, message, errorType, remedies, requestId, forPortal })
  c.status(status === 404 ? 404 : status === 401 ? 401 : 400)
  return c.html(page)
}

const CERTIFICATE_REMEDY = [
  "Put the identity provider's signing certificate into the connection, or update the connection by its metadata URL.",
]
const ADDRESS_REMEDY = [
  'Copy ACS URL and audience of the connection to the identity provider, as they stand there.',
]
const CLOCK_REMEDY = ['See that the clocks of the identity provider and of the emulator agree.']

const ASSIGNMENT_REMEDY = [
  'Assign the person, or a group of theirs, to the app at the identity provider.',
]

/** By error type, what helps. */
const REMEDIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['invalid_signature_saml_response', CERTIFICATE_REMEDY],
  [
    'missing_signature_saml_response',
    ['Have the identity provider sign its assertions, or its responses.'],
  ],
  ['invalid_audience_saml_response', ADDRESS_REMEDY],
  ['expired_saml_response', CLOCK_REMEDY],
  ['not_yet_valid_saml_response', CLOCK_REMEDY],
  [
    'invalid_saml_response_email',
    ["Make the connection's attribute mapping name the attribute that holds the email address."],
  ],
  [
    'oidc_response_email_missing',
    ['Give the claim email to the app at the identity provider, or map another one to it.'],
  ],
  [
    'saml_idp_initiated_auth_disabled',
    ['Begin in the app, or let the connection take sign-ins that begin at the identity provider.'],
  ],
  [
    'oidc_response_unverified_email',
    ['Have the identity provider verify the email address of the person.'],
  ],
  [
    'oidc_invalid_id_token',
    ['Compare issuer and client id of the connection with those at the identity provider.'],
  ],
  [
    'invalid_saml_response',
    ['Compare issuer and ACS URL of the connection with those at the identity provider.'],
  ],
  ['failed_saml_response', ASSIGNMENT_REMEDY],
  ['oidc_user_not_assigned_to_app_in_idp', ASSIGNMENT_REMEDY],
  ['oidc_auth_code_error', ['Compare client id, client secret and redirect URL on both sides.']],
  ['invalid_client', ['Compare client id and client secret on both sides.']],
  [
    'requires_active_sso_connection',
    ['Finish the connection: it becomes active once all of the identity provider is known.'],
  ],
  [
    'saml_connection_not_found',
    ['Copy ACS URL and audience of the connection to the identity provider.'],
  ],
])
