import type { Body } from '../body.ts'
import { badRequest } from '../errors.ts'

/** Whatever was made for one browser, when it came with a code challenge. */
interface Challenged {
  code_challenge: string | null
}

/**
 * The code challenge of a body, under either of the names that the API's calls give it; null without. Throws 400 when
 * it cannot be one, or is missing where the project wants one.
 */
export function readCodeChallenge(
  body: Body,
  { required = false }: { required?: boolean } = {},
): string | null {
  const challenge =
    body.optionalString('pkce_code_challenge') ?? body.optionalString('code_challenge') ?? null
  if (challenge === null && required) {
    throw badRequest(
      'The project wants a PKCE code challenge here, and none was sent.',
      'invalid_pkce_code_challenge',
    )
  }
  if (challenge !== null && !/^[\w-]{43}$/.test(challenge)) {
    throw badRequest(
      'The PKCE code challenge must be the base64url SHA-256 of the verifier.',
      'invalid_pkce_code_challenge',
    )
  }
  return challenge
}

/** The code verifier of a body, under either of the names that the API's calls give it. */
export function readCodeVerifier(body: Body): string | undefined {
  return body.optionalString('pkce_code_verifier') ?? body.optionalString('code_verifier')
}

/** Throws one of the `pkce_…` errors unless the verifier is of the browser that the record was made for. */
export async function checkCodeVerifier(
  { code_challenge }: Challenged,
  verifier: string | undefined,
): Promise<void> {
  if (code_challenge === null) {
    if (verifier === undefined) return
    throw badRequest(
      'It was begun without a PKCE code challenge, so it takes no code verifier.',
      'pkce_did_not_expect_code_verifier',
    )
  }
  if (verifier === undefined) {
    throw badRequest(
      'It was begun with a PKCE code challenge and needs its code verifier.',
      'pkce_expected_code_verifier',
    )
  }
  if ((await codeChallengeOf(verifier)) !== code_challenge) {
    throw badRequest(
      'The PKCE code verifier does not belong to the code challenge.',
      'pkce_mismatch',
    )
  }
}

/** base64url without padding of SHA-256 over the text of the verifier. */
export async function codeChallengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
