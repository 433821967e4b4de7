import type { Emulator } from 'orgportal/emulator'
import { TOTP } from 'otpauth'

/** A record of an answer or of the emulator, read as loosely as a test wants to look into it. */
export type Loose = Readonly<Record<string, unknown>>

/** What a case is prepared on: a fresh emulator, and a client that asks it. */
export interface Stage {
  emulator: Emulator
  /** Calls a method of the client, such as `scim.getConnection`, and gives what it resolves to. */
  call: (name: string, ...args: unknown[]) => Promise<unknown>
}

/** The stored member of this name; in the sample organization where there are several. */
export function member({ emulator }: Stage, name: string) {
  const found = Object.values(emulator.data.members).find((candidate) => candidate.name === name)
  if (!found) throw new Error(`The seed has nobody called ${name}.`)
  return found
}

/** The stored organization with this slug. */
export function organization({ emulator }: Stage, slug: string) {
  const found = Object.values(emulator.data.organizations).find(
    ({ organization_slug }) => organization_slug === slug,
  )
  if (!found) throw new Error(`There is no organization ${slug}.`)
  return found
}

export const northwindId = (stage: Stage): string =>
  organization(stage, 'northwind').organization_id
export const ternId = (stage: Stage): string => organization(stage, 'tern').organization_id

/** The newest message to an address or a number. */
export function mail({ emulator }: Stage, to: string) {
  const message = emulator.inbox.findLast((candidate) => candidate.to === to)
  if (!message) throw new Error(`Nobody has written to ${to}.`)
  return message
}

/** The token in the newest link that was sent to an address. */
export function linkToken(stage: Stage, to: string): string {
  const { token } = mail(stage, to)
  if (token === undefined) throw new Error(`The message to ${to} has no link.`)
  return token
}

/** The code in the newest message to an address or a number. */
export function code(stage: Stage, to: string): string {
  const message = mail(stage, to)
  if (message.code === undefined) throw new Error(`The message to ${to} has no code.`)
  return message.code
}

/** A code that is certainly not this one. */
export function otherCode(right: string): string {
  return right.startsWith('1') ? `2${right.slice(1)}` : `1${right.slice(1)}`
}

/** What an authenticator app shows for a secret at the emulator's time. */
export function totpCode({ emulator }: Stage, secret: string): string {
  return new TOTP({ secret }).generate({ timestamp: emulator.clock.now() })
}

/** The secret of a seeded member's authenticator app. */
export function totpSecret(stage: Stage, name: string): string {
  const { totp_registration_id } = member(stage, name)
  const totp = stage.emulator.data.totps[totp_registration_id]
  if (!totp) throw new Error(`${name} has no authenticator app.`)
  return totp.secret
}

/** A call to the emulator's control API. */
export async function control(
  { emulator }: Stage,
  method: string,
  path: string,
  body: object = {},
): Promise<Loose> {
  const response = await emulator.fetch(`${emulator.baseUrl}/_emulator${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(method !== 'GET' && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} /_emulator${path}: ${response.status} ${text}`)
  return text === '' ? {} : fieldsOf(JSON.parse(text))
}

/** The API in the hands of somebody else, without a client: gives the data of the answers. */
export async function apiAs(stage: Stage, name: string) {
  const { emulator } = stage
  let token = emulator.publicToken
  const ask = async (method: string, path: string, body: object): Promise<unknown> => {
    const response = await emulator.fetch(`${emulator.baseUrl}/sdk/v1${path}`, {
      method,
      headers: {
        authorization: `Basic ${btoa(`${emulator.publicToken}:${token}`)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
    return at(answer, 'data')
  }
  const { token: magic_links_token } = emulator.createMagicLink(member(stage, name).member_id)
  const signedIn = await ask('POST', '/b2b/magic_links/authenticate', {
    magic_links_token,
    session_duration_minutes: 60,
  })
  token = textAt(signedIn, 'session_token')
  return ask
}

/** The value as something with fields, or with none. */
export function fieldsOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** The value at a path such as `connection.connection_id`. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, key) => fieldsOf(found)[key], value)
}

/** The text at a path; fails where there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path)
  if (typeof found === 'string') return found
  throw new Error(`There is no text at ${path} of ${JSON.stringify(value)}`)
}
