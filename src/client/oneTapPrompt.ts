import type { GoogleOneTapDiscoveryStartInput, GoogleOneTapResult } from './googleOneTap.ts'
import type { SignInContext } from './signIn.ts'

/** Shows Google's prompt by the host's function; leaves the page once somebody has chosen an account. */
export type ShowOneTap = (
  input: GoogleOneTapDiscoveryStartInput,
  /** The project's id at Google. */
  clientId: () => Promise<string>,
  submit: (input: object) => Promise<{ redirect_url: string }>,
) => Promise<GoogleOneTapResult>

export const createShowOneTap =
  ({ options: { googleOneTap }, navigate, loaded }: SignInContext): ShowOneTap =>
  async ({ cancel_on_tap_outside = true, ...fields }, clientId, submit) => {
    if (!googleOneTap) {
      throw new loaded.UsageError('createB2BClient', 'option googleOneTap', 'a function')
    }
    const client_id = await clientId()
    if (!client_id) {
      const error_type = 'oauth_config_not_found'
      throw new loaded.ApiError({ status_code: 404, error_type, error_message: 'no client id' })
    }
    return googleOneTap({
      client_id,
      cancel_on_tap_outside,
      callback: async ({ credential: id_token }) =>
        navigate((await submit({ id_token, ...fields })).redirect_url),
    })
  }
