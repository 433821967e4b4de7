/** The detail keywords of RFC 7644 section 3.12. */
export type ScimType =
  | 'invalidFilter'
  | 'invalidPath'
  | 'invalidSyntax'
  | 'invalidValue'
  | 'mutability'
  | 'noTarget'
  | 'uniqueness'

/** A refusal in the words of SCIM. Thrown anywhere below the app, which turns it into the response. */
export class ScimError extends Error {
  readonly status: 400 | 401 | 404 | 409 | 413 | 415 | 500 | 501
  readonly scimType: ScimType | undefined

  constructor(status: ScimError['status'], detail: string, scimType?: ScimType) {
    super(detail)
    this.name = 'ScimError'
    this.status = status
    this.scimType = scimType
  }
}

export function badRequest(scimType: ScimType, detail: string): ScimError {
  return new ScimError(400, detail, scimType)
}

export function notFound(detail: string): ScimError {
  return new ScimError(404, detail)
}

export function conflict(detail: string): ScimError {
  return new ScimError(409, detail, 'uniqueness')
}

/** The response for `error`. The status is repeated in the body as a string, as the RFC has it. */
export function errorResponse(error: ScimError): Response {
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(error.status),
    ...(error.scimType ? { scimType: error.scimType } : {}),
    detail: error.message,
  }
  return scimResponse(body, error.status, wwwAuthenticate(error))
}

/** `body` as `application/scim+json`. */
export function scimResponse(
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/scim+json', ...headers },
  })
}

function wwwAuthenticate(error: ScimError): Record<string, string> {
  return error.status === 401 ? { 'www-authenticate': 'Bearer realm="SCIM"' } : {}
}
