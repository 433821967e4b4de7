import { OAUTH_PROVIDERS } from '../records/oauth.ts'
import type { OAuthProvider } from '../records/oauth.ts'
import { seedId } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'

/** Providers whose accounts belong to workspaces. */
const WITH_TENANTS: readonly OAuthProvider[] = ['hubspot', 'slack', 'github']

/** Gives each person an account at every OAuth provider, in the tenant if one is named. */
export function addOAuthAccounts(
  { data }: SeedStore,
  people: readonly { name: string; email_address: string }[],
  tenant?: { tenant_id: string; tenant_name: string },
): void {
  for (const provider of OAUTH_PROVIDERS) {
    for (const { name, email_address } of people) {
      const provider_subject = seedId('subject', `${provider}/${email_address}`)
      const account_id = `${provider}:${provider_subject}`
      data.oauth_accounts[account_id] = {
        account_id,
        provider,
        provider_subject,
        email_address,
        name,
        tenants: tenant && WITH_TENANTS.includes(provider) ? [tenant] : [],
      }
    }
  }
}
