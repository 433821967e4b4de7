import type { B2BClientOptions } from 'orgportal/client'

export const PUBLIC_TOKEN = process.env.NEXT_PUBLIC_ORGPORTAL_TOKEN ?? ''

/** Where the API is, if it is not the public one: the emulator, while developing. */
export const clientOptions: B2BClientOptions = {
  baseUrl: process.env.NEXT_PUBLIC_ORGPORTAL_BASE_URL ?? 'https://api.stytch.com',
}
