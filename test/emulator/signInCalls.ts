import type { Emulator } from 'orgportal/emulator'
import { memberNamed } from './api.ts'
import type { Answer, Api } from './api.ts'

/** What the tests of signing in share: the calls, and a look into the inbox. */

export const API = '/sdk/v1/b2b'
/** The pair of RFC 7636, appendix B. */
export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
export const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

export function organizationId({ data }: Emulator, slug: string): string {
  const found = Object.values(data.organizations).find(
    ({ organization_slug }) => organization_slug === slug,
  )
  if (!found) throw new Error(`The seed has no organization ${slug}.`)
  return found.organization_id
}

/** Changes an organization's settings as they stand in the store. */
export function settle({ data }: Emulator, slug: string, settings: object): void {
  for (const organization of Object.values(data.organizations)) {
    if (organization.organization_slug === slug) Object.assign(organization, settings)
  }
}

/** Changes a member as it stands in the store. */
export function alter(emulator: Emulator, name: string, fields: object): void {
  Object.assign(emulator.data.members[memberNamed(emulator, name)] ?? {}, fields)
}

/** What came last in the inbox; fails when it has no token or code. */
export function lastMessage({ inbox }: Emulator) {
  const message = inbox.at(-1)
  if (!message) throw new Error('The inbox is empty.')
  return {
    ...message,
    token: message.token ?? '',
    code: message.code ?? '',
    url: message.url ?? '',
  }
}

/** Proves an address in discovery, by a link, and returns the answer. */
export async function discover(api: Api, email_address: string): Promise<Answer> {
  await api.call('POST', `${API}/magic_links/email/discovery/send`, { body: { email_address } })
  return api.call('POST', `${API}/magic_links/discovery/authenticate`, {
    body: { discovery_magic_links_token: lastMessage(api.emulator).token },
  })
}

export function loginOrSignup(api: Api, email_address: string, fields: object = {}) {
  return api.call('POST', `${API}/magic_links/email/login_or_signup`, {
    body: {
      email_address,
      organization_id: organizationId(api.emulator, 'northwind'),
      ...fields,
    },
  })
}

export function authenticateLink(api: Api, token: string, fields: object = {}) {
  return api.call('POST', `${API}/magic_links/authenticate`, {
    body: { magic_links_token: token, session_duration_minutes: 60, ...fields },
  })
}

/** Status and error type of a refusal, for comparing at one glance. */
export function refusal(answer: Answer): unknown[] {
  return [answer.status, answer.at('error_type')]
}
