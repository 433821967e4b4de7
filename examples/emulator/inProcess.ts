import { createB2BClient } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'

export const emulator = createEmulator({ seed: 'scim' }) // in your tests: no port, no server

export const client = createB2BClient(emulator.publicToken, {
  baseUrl: emulator.baseUrl,
  fetch: emulator.fetch,
})
