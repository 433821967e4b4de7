import type { AuthenticateByUrlResult } from './authenticateUrl.ts'
import type { B2BClient } from './B2BClient.ts'
import { handOverSsoTest } from './ssoTestReturn.ts'

/** What of the client takes tokens. */
export type TokenMethods = Pick<B2BClient, 'magicLinks' | 'oauth' | 'sso' | 'impersonation'>

/** Signs in with the token of an address, by the method that takes tokens of its type. */
export async function authenticateToken(
  { magicLinks, oauth, sso, impersonation }: TokenMethods,
  { tokenType, token }: { tokenType: string; token: string },
  session_duration_minutes: number,
): Promise<AuthenticateByUrlResult> {
  const handled = true
  const lasts = { session_duration_minutes }
  switch (tokenType) {
    case 'oauth':
      return {
        handled,
        tokenType,
        data: await oauth.authenticate({ oauth_token: token, ...lasts }),
      }
    case 'sso':
      // The window closes by itself, and its page has nothing to go on with.
      if (handOverSsoTest(token)) return new Promise(() => {})
      return { handled, tokenType, data: await sso.authenticate({ sso_token: token, ...lasts }) }
    case 'multi_tenant_magic_links': {
      const input = { magic_links_token: token, ...lasts }
      return { handled, tokenType, data: await magicLinks.authenticate(input) }
    }
    case 'multi_tenant_impersonation': {
      const input = { impersonation_token: token }
      return { handled, tokenType, data: await impersonation.authenticate(input) }
    }
    case 'discovery': {
      const input = { discovery_magic_links_token: token }
      return { handled, tokenType, data: await magicLinks.discovery.authenticate(input) }
    }
    case 'discovery_oauth': {
      const input = { discovery_oauth_token: token }
      return { handled, tokenType, data: await oauth.discovery.authenticate(input) }
    }
    default:
      return { handled: false, tokenType, token }
  }
}
