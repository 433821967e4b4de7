import { isApiError, type B2BClient } from 'orgportal/client'

/** Tells what is wrong, for a person to read; null where nothing is. */
export async function addMember(client: B2BClient, email_address: string): Promise<string | null> {
  try {
    await client.organization.members.create({ email_address, roles: ['editor'] })
    return null
  } catch (error) {
    if (isApiError(error)) return `${error.error_message} (${error.request_id})`
    throw error
  }
}
