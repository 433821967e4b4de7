import { memberNamed } from './api.ts'
import type { Answer, Api } from './api.ts'
import { API, authenticateLink, organizationId } from './signInCalls.ts'

/** What the tests of second factors share. */

/** Ids of somebody of Northwind, as every call about a second factor has them. */
export function idsOf({ emulator }: Pick<Api, 'emulator'>, name: string) {
  return {
    organization_id: organizationId(emulator, 'northwind'),
    member_id: memberNamed(emulator, name),
  }
}

/** Begins a sign-in by a link: the answer of somebody whose second factor is still missing. */
export function begin({ emulator, ...api }: Api, name: string): Promise<Answer> {
  const { token } = emulator.createMagicLink(memberNamed(emulator, name))
  return authenticateLink({ emulator, ...api }, token)
}

/** As `begin`: the token to go on with. */
export async function beginToken(api: Api, name: string): Promise<string> {
  return (await begin(api, name)).text('data.intermediate_session_token')
}

/** A call about a second factor, with the ids of the member. */
export function mfaCall(
  api: Api,
  name: string,
  path: string,
  { session, ...fields }: { session?: string } & Record<string, unknown> = {},
): Promise<Answer> {
  return api.call('POST', `${API}${path}`, {
    ...(session !== undefined && { session }),
    body: { ...idsOf(api, name), ...fields },
  })
}
