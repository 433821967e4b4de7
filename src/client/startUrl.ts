import type { PkceNamespace } from './pkce.ts'
import type { Proofs } from './proofs.ts'
import type { SignInContext } from './signIn.ts'

/** What the methods that leave the page take, all together. */
export interface StartInput {
  connection_id?: string
  organization_id?: string
  organization_slug?: string
  custom_scopes?: string[] | string
  provider_params?: Record<string, string>
  login_redirect_url?: string
  signup_redirect_url?: string
  discovery_redirect_url?: string
}

/** The address to leave for, with its parameters in the official client's order. */
export type StartUrl = (
  path: string,
  namespace: PkceNamespace,
  input: StartInput & { custom_scopes: string },
) => Promise<string>

export const createStartUrl =
  ({ publicToken, baseUrl, bootstrapped }: SignInContext, { challenge }: Proofs): StartUrl =>
  async (path, namespace, input) => {
    const provider_params = Object.entries(input.provider_params ?? {})
    const fields = {
      public_token: publicToken,
      connection_id: input.connection_id,
      organization_id: input.organization_id,
      slug: input.organization_slug,
      custom_scopes: input.custom_scopes,
      ...Object.fromEntries(provider_params.map(([name, value]) => [`provider_${name}`, value])),
      pkce_code_challenge: await challenge(namespace),
      login_redirect_url: input.login_redirect_url,
      signup_redirect_url: input.signup_redirect_url,
      discovery_redirect_url: input.discovery_redirect_url,
    }
    const query = new URLSearchParams(Object.entries(fields).filter(isGiven))
    // Only providers know the project's own domain.
    const domain = namespace === 'oauth' && (await bootstrapped())?.cnameDomain
    return `${domain ? `https://${domain}` : baseUrl}${path}?${query.toString()}`
  }

const isGiven = (field: [string, string | undefined]): field is [string, string] => !!field[1]
