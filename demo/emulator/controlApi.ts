import { EMULATOR_URL } from '../environment.ts'

/** The emulator's control API, as far as the demo uses it. A real product has nothing like this. */
export interface Persona {
  id: string
  name: string
  email_address: string
  member_id: string
  description: string
}

/** An active SCIM connection, with the token that a directory would hold. */
export interface ScimTarget {
  connection_id: string
  display_name: string
  identity_provider: string
  base_url: string
  bearer_token: string
}

export function getState(): Promise<{ seed: string }> {
  return call('GET', '')
}

export async function getPersonas(): Promise<Persona[]> {
  return (await call<{ personas: Persona[] }>('GET', '/personas')).personas
}

export async function getScimTarget(): Promise<ScimTarget | null> {
  return (await call<{ connections: ScimTarget[] }>('GET', '/scim')).connections[0] ?? null
}

/** A magic link that has arrived, so to speak: the address that signs in as this persona. */
export async function signInLink(personaId: string, path: string): Promise<string> {
  const { token, token_type } = await createMagicLink(personaId)
  return `${path}?${new URLSearchParams({ stytch_token_type: token_type, token }).toString()}`
}

export function createMagicLink(personaId: string): Promise<{ token: string; token_type: string }> {
  return call('POST', `/personas/${encodeURIComponent(personaId)}/magic-link`)
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${EMULATOR_URL}/_emulator${path}`, {
    method,
    ...(body && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok)
    throw new Error(errorMessage(answer) ?? `The emulator answered ${response.status}.`)
  return answer as T
}

function errorMessage(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('error_message' in answer))
    return undefined
  return typeof answer.error_message === 'string' ? answer.error_message : undefined
}
