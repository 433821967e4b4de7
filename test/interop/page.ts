import { createStytchB2BClient } from '@stytch/vanilla-js/b2b/headless'
import { createB2BClient } from 'orgportal/client'
import type { B2BClientOptions, GoogleOneTapConfig, GoogleOneTapPrompt } from 'orgportal/client'

/** Runs in the browser: makes one of the two clients, and calls its methods by their names. */

export type Kind = 'official' | 'ours'

export interface ClientSetup {
  kind: Kind
  emulatorUrl: string
  publicToken: string
  /** Options that both clients take alike. */
  options: Pick<B2BClientOptions, 'cookieOptions' | 'keepSessionAlive'>
}

/** What became of a call: its value as JSON (null for none), or what the error says. */
export type Outcome = { value: unknown } | { error: Record<string, unknown> }

/** What a listener was told. */
export interface Told {
  /** The method by which it listens. */
  name: string
  value: unknown
}

interface OfficialOptions extends NonNullable<Parameters<typeof createStytchB2BClient>[1]> {
  /** Read at run time, and the only option that keeps scheme and port; its types do not have it. */
  endpoints: { testAPIURL: string; liveAPIURL: string }
}

function create({ kind, emulatorUrl, publicToken, options }: ClientSetup): object {
  if (kind === 'ours') {
    return createB2BClient(publicToken, {
      ...options,
      baseUrl: emulatorUrl,
      telemetry: true,
      googleOneTap: promptByGoogle,
    })
  }
  const official: OfficialOptions = {
    ...options,
    endpoints: { testAPIURL: emulatorUrl, liveAPIURL: emulatorUrl },
  }
  return createStytchB2BClient(publicToken, official)
}

interface GoogleIdentity {
  initialize: (config: GoogleOneTapConfig & Record<string, unknown>) => void
  prompt: (onMoment: () => void) => void
}

/** With Google's script, as a host would: the official client loads it by itself. */
const promptByGoogle: GoogleOneTapPrompt = async (config) => {
  const script = document.createElement('script')
  script.src = 'https://accounts.google.com/gsi/client'
  await new Promise((resolve) => {
    script.addEventListener('load', resolve)
    document.head.append(script)
  })
  const { id } = (window as unknown as { google: { accounts: { id: GoogleIdentity } } }).google
    .accounts
  // The settings that the option's documentation gives, which are the official client's.
  const settings = { auto_select: false, context: 'use', itp_support: true }
  id.initialize({ ...settings, use_fedcm_for_prompt: true, ...config })
  return new Promise((resolve) => id.prompt(() => resolve({ success: true })))
}

let client: object | undefined
const heard: Told[] = []

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

/** The official client lets a number of its own slip out with the state. */
const withoutInsides = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (key, part: unknown) =>
      key === 'sessionDurationMinutes' ? undefined : part,
    ),
  )

function functionAt(name: string): (...args: unknown[]) => unknown {
  const keys = name.split('.')
  let owner: unknown
  let found: unknown = client
  for (const key of keys) {
    owner = found
    found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined
  }
  if (typeof found !== 'function') throw new TypeError(`There is no ${name}.`)
  const method = found
  return (...args) => Reflect.apply(method, owner, args) as unknown
}

const bridge = {
  open(setup: ClientSetup): void {
    client = create(setup)
  },

  async call(name: string, args: unknown[]): Promise<Outcome> {
    try {
      return { value: json(await functionAt(name)(...args)) }
    } catch (error) {
      const own = json({ ...(error as object) }) as Record<string, unknown>
      const { name: kind, message } = error as Error
      return { error: { ...own, name: kind, message } }
    }
  },

  /** Follows a method such as `session.onChange`; what it is told is kept for `heard`. */
  follow(name: string): void {
    functionAt(name)((value: unknown) => heard.push({ name, value: withoutInsides(value) }))
  },

  heard: (): Told[] => heard.splice(0),
}

declare global {
  interface Window {
    interop: typeof bridge
  }
}

window.interop = bridge
