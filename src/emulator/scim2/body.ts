import { readText } from '../body.ts'
import { EmulatorError } from '../errors.ts'
import { badRequest, ScimError } from './errors.ts'

/**
 * The JSON of a request's body.
 * @throws ScimError 415 for another content type, 413 for too large a body, 400 invalidSyntax for what is not JSON.
 */
export async function readJson(request: Request): Promise<unknown> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^application\/(scim\+)?json\s*(;|$)/i.test(contentType)) {
    throw new ScimError(
      415,
      `Content-Type: expected application/scim+json, got ${contentType === '' ? 'none' : `"${contentType}"`}.`,
    )
  }
  const text = await readText(request).catch(asScimError)
  if (text.trim() === '') throw badRequest('invalidSyntax', 'The body is empty, expected JSON.')
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw badRequest('invalidSyntax', `The body is not JSON: ${reason}.`)
  }
}

function asScimError(error: unknown): never {
  if (!(error instanceof EmulatorError)) throw error
  if (error.status === 413) throw new ScimError(413, error.message)
  throw badRequest('invalidSyntax', error.message)
}
