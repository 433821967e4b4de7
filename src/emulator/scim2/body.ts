import { badRequest, ScimError } from './errors.ts'

/**
 * The JSON of a request's body.
 * @throws ScimError 415 for another content type, 400 invalidSyntax for what is not JSON.
 */
export async function readJson(request: Request): Promise<unknown> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^application\/(scim\+)?json\s*(;|$)/i.test(contentType)) {
    throw new ScimError(
      415,
      `Content-Type: expected application/scim+json, got ${contentType === '' ? 'none' : `"${contentType}"`}.`,
    )
  }
  const text = await request.text()
  if (text.trim() === '') throw badRequest('invalidSyntax', 'The body is empty, expected JSON.')
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw badRequest('invalidSyntax', `The body is not JSON: ${reason}.`)
  }
}
