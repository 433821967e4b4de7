import { check } from './check.ts'
import type { RequestContext } from './request.ts'

/** What the methods that leave the page take, all together. */
interface StartInput {
  connection_id?: string
  organization_id?: string
  organization_slug?: string
  custom_scopes?: string[] | string
  provider_params?: Record<string, string>
  login_redirect_url?: string
  signup_redirect_url?: string
  discovery_redirect_url?: string
}

/** One call makes one method that leaves the page for an address of the API. */
export type Starts = (
  address: string,
  /** Whose PKCE pair is made anew, or is removed where the project demands none. */
  namespace: 'oauth' | 'sso',
  ...needs: string[]
) => (input?: StartInput) => Promise<void>

export const createStarts =
  ({ publicToken, baseUrl, store, pkce, navigate }: RequestContext): Starts =>
  (address, namespace, ...needs) => {
    const start = async (input: StartInput = {}) => {
      const { organization_id, organization_slug: slug, provider_params = {} } = input
      const custom_scopes = [input.custom_scopes ?? []].flat().join(' ')
      const given = { ...input, custom_scopes, provider_params }
      // An organization's slug will do for its id.
      check(start.name, { ...given, organization_id: organization_id ?? slug }, ...needs)
      const pkce_code_challenge = await pkce.challenge(namespace)
      const query = new URLSearchParams({ public_token: publicToken })
      const add = (name: string, value?: string) => {
        if (value) query.append(name, value)
      }
      add('connection_id', input.connection_id)
      add('organization_id', organization_id)
      add('slug', slug)
      add('custom_scopes', custom_scopes)
      for (const name in provider_params) add(`provider_${name}`, provider_params[name])
      add('pkce_code_challenge', pkce_code_challenge)
      add('login_redirect_url', input.login_redirect_url)
      add('signup_redirect_url', input.signup_redirect_url)
      add('discovery_redirect_url', input.discovery_redirect_url)
      const cname = namespace === 'oauth' && store.getSnapshot().bootstrap?.cnameDomain
      navigate(`${cname ? `https://${cname}` : baseUrl}${address}?${query.toString()}`)
    }
    return start
  }
