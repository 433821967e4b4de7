import type { B2BClientOptions } from 'orgportal/client'

export const PUBLIC_TOKEN = 'public-token-test-00000000-0000-4000-8000-000000000001'

/** Where the API is, if it is not the public one: here the emulator. */
export const clientOptions: B2BClientOptions = { baseUrl: 'http://localhost:4000' }
