import { createStytchB2BClient } from '@stytch/react/b2b'
import { EMULATOR_URL, PUBLIC_TOKEN } from '../environment.ts'

/**
 * The official client, pointed at the emulator. Its `endpoints` option is read at run time but is not in its types; it
 * is the only one that keeps a scheme and a port, so it is handed over as a value of a wider type.
 */
export function createOfficialClient() {
  const options: OfficialOptions = { endpoints: { testAPIURL: EMULATOR_URL } }
  return createStytchB2BClient(PUBLIC_TOKEN, options)
}

interface OfficialOptions extends NonNullable<Parameters<typeof createStytchB2BClient>[1]> {
  endpoints: { testAPIURL: string }
}
