import type { B2BClient } from 'orgportal/client'

// #region sign-in
export async function mailLink(client: B2BClient, organization_id: string, email_address: string) {
  await client.magicLinks.email.loginOrSignup({ organization_id, email_address })
}

/** On the page that the mail leads back to. */
export async function arrive(client: B2BClient) {
  await client.authenticateByUrl({ session_duration_minutes: 60 })
}
// #endregion
