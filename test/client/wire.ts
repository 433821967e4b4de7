import {
  createB2BClient,
  createMemoryStorage,
  type AuthResponse,
  type B2BClient,
  type B2BClientOptions,
  type ClientStorage,
  type Member,
  type MemberSession,
  type Organization,
} from 'orgportal/client'
import { afterEach, beforeEach, expect } from 'vitest'

/** A request as the server sees it. */
export interface Sent {
  method: string
  /** Path and query, without the host. */
  path: string
  url: string
  headers: Headers
  body: unknown
  credentials: string
  /** When, in milliseconds since the epoch. */
  at: number
}

type Responder = (sent: Sent) => Response | Promise<Response>

/**
 * The other end of the wire: records what is sent, and answers from a queue (first come, first
 * served), or else by the path. It knows nothing of the client.
 */
export function createWire() {
  const sent: Sent[] = []
  const queue = new Map<string, Responder[]>()
  const standing = new Map<string, Responder>([
    [BOOTSTRAP, () => data({ project_name: 'Northwind' })],
    ['/b2b/sessions/authenticate', () => data(authResponse())],
    ['/b2b/magic_links/authenticate', () => data(authResponse())],
  ])
  return {
    sent,
    sentTo: (path: string) => sent.filter((request) => request.path === `/sdk/v1${path}`),
    /** Answers the next request to `path` so; then the one after that, and so on. */
    next: (path: string, ...responders: Responder[]) =>
      queue.set(path, [...(queue.get(path) ?? []), ...responders]),
    always: (path: string, responder: Responder) => standing.set(path, responder),
    fetch: async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, init)
      const { pathname, search } = new URL(request.url)
      const text = await request.text()
      const record: Sent = {
        method: request.method,
        path: pathname + search,
        url: request.url,
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
        credentials: init?.credentials ?? 'default',
        at: Date.now(),
      }
      sent.push(record)
      const path = pathname.replace(/^.*?\/sdk\/v1/, '')
      const responder = queue.get(path)?.shift() ?? standing.get(path) ?? (() => data({}))
      return responder(record)
    },
  }
}

export type Wire = ReturnType<typeof createWire>

export const TOKEN = 'public-token-test-1'
export const BOOTSTRAP = `/projects/bootstrap/${TOKEN}`
/** Where the official client stores the session's records, and where ours keeps its own notes. */
export const STATE = `stytch_sdk_state_${TOKEN}`
export const OWN = `orgportal_${TOKEN}`

export function openClient(
  wire: Wire,
  options: B2BClientOptions = {},
): { client: B2BClient; storage: ClientStorage } {
  const storage = options.storage ?? createMemoryStorage()
  return { client: createB2BClient(TOKEN, { fetch: wire.fetch, ...options, storage }), storage }
}

/**
 * For each test of a file: a wire, and a browser whose tabs are clients. They are closed afterwards.
 */
export function setUpBrowser() {
  const tabs: B2BClient[] = []
  const browser = {
    wire: createWire(),
    storage: createMemoryStorage(),
    open: (options: B2BClientOptions = {}): B2BClient => {
      const { wire, storage } = browser
      const client = createB2BClient(TOKEN, { fetch: wire.fetch, storage, ...options })
      tabs.push(client)
      return client
    },
    /** Closes all tabs and opens one anew; what was sent until now is forgotten. */
    reload: (options?: B2BClientOptions): B2BClient => {
      browser.close()
      browser.wire.sent.length = 0
      return browser.open(options)
    },
    close: () => tabs.splice(0).forEach((client) => client.dispose()),
    /** An item of the official client's namespace; without a name the session's records. */
    item: (name?: string) => browser.storage.items.getItem(name ? `${STATE}::${name}` : STATE),
    setItem: (value: string, name?: string) =>
      browser.storage.items.setItem(name ? `${STATE}::${name}` : STATE, value),
    /** The session's records, parsed; an empty text when nothing is stored. */
    stored: (): unknown => JSON.parse(browser.item() ?? '""'),
  }
  beforeEach(() => {
    browser.wire = createWire()
    browser.storage = createMemoryStorage()
  })
  afterEach(browser.close)
  return browser
}

export async function signIn(client: B2BClient) {
  await client.magicLinks.authenticate({
    magic_links_token: 'magic',
    session_duration_minutes: 60,
  })
}

export const data = (fields: object, init?: ResponseInit) =>
  Response.json({ data: { request_id: 'request-id-test-1', status_code: 200, ...fields } }, init)

export const apiError = (
  status_code: number,
  error_type: string,
  fields: object = {},
  headers: HeadersInit = {},
) =>
  Response.json(
    {
      status_code,
      error_type,
      error_message: `what the server says of ${error_type}`,
      error_url: `https://stytch.com/docs/api/errors/${status_code}`,
      request_id: 'request-id-test-9',
      ...fields,
    },
    { status: status_code, headers },
  )

/** The promise's error; fails when there is none. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('The promise was expected to reject.')
}

export function deferred() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

export const memberSession = (fields: Partial<MemberSession> = {}): MemberSession => ({
  member_session_id: 'session-1',
  member_id: 'member-1',
  organization_id: 'organization-1',
  organization_slug: 'northwind',
  started_at: '2026-01-01T00:00:00Z',
  last_accessed_at: new Date().toISOString(),
  expires_at: inAnHour(),
  authentication_factors: [],
  roles: ['stytch_member', 'it_admin'],
  ...fields,
})

export const memberRecord = (fields: Partial<Member> = {}): Member => ({
  organization_id: 'organization-1',
  member_id: 'member-1',
  email_address: 'ines@northwind.example',
  email_address_verified: true,
  retired_email_addresses: [],
  status: 'active',
  name: 'Ines',
  trusted_metadata: {},
  untrusted_metadata: {},
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  sso_registrations: [],
  oauth_registrations: [],
  is_breakglass: false,
  is_admin: false,
  member_password_id: '',
  mfa_enrolled: false,
  mfa_phone_number: '',
  mfa_phone_number_verified: false,
  default_mfa_method: '',
  totp_registration_id: '',
  roles: [],
  ...fields,
})

export const organizationRecord = (fields: Partial<Organization> = {}): Organization => ({
  organization_id: 'organization-1',
  organization_name: 'Northwind Robotics',
  organization_slug: 'northwind',
  organization_logo_url: '',
  trusted_metadata: {},
  sso_default_connection_id: null,
  sso_jit_provisioning: 'ALL_ALLOWED',
  sso_jit_provisioning_allowed_connections: [],
  sso_active_connections: [],
  scim_active_connection: null,
  email_allowed_domains: [],
  email_jit_provisioning: 'NOT_ALLOWED',
  email_invites: 'ALL_ALLOWED',
  oauth_tenant_jit_provisioning: 'NOT_ALLOWED',
  allowed_oauth_tenants: {},
  auth_methods: 'ALL_ALLOWED',
  mfa_policy: 'OPTIONAL',
  ...fields,
})

/** A JWT with the claims of a session; its signature is of no use to the client. */
export function jwtOf({ member_id, organization_id }: MemberSession): string {
  const claims = {
    sub: member_id,
    'https://stytch.com/organization': { organization_id, slug: 'northwind' },
  }
  return `header.${btoa(JSON.stringify(claims)).replace(/=+$/, '')}.signature`
}

export function authResponse(
  fields: Partial<AuthResponse> & { session?: Partial<MemberSession> } = {},
) {
  const { session, ...rest } = fields
  const member_session = memberSession(session)
  return {
    member_id: member_session.member_id,
    member_session,
    member: memberRecord({
      member_id: member_session.member_id,
      organization_id: member_session.organization_id,
    }),
    organization: organizationRecord({ organization_id: member_session.organization_id }),
    session_token: `token-of-${member_session.member_session_id}`,
    session_jwt: jwtOf(member_session),
    member_authenticated: true,
    intermediate_session_token: '',
    mfa_required: null,
    primary_required: null,
    method_id: 'method-1',
    ...rest,
  }
}

export const mfaResponse = (intermediate_session_token: string) => ({
  ...authResponse(),
  member_authenticated: false,
  member_session: null,
  session_token: '',
  session_jwt: '',
  intermediate_session_token,
  mfa_required: { member_options: null, secondary_auth_initiated: null },
})

/** What the service answers to the bootstrap call; settings that matter to a test are given. */
export const bootstrapAnswer = (settings: object = {}) =>
  data({
    project_name: 'Northwind',
    disable_sdk_watermark: true,
    cname_domain: null,
    email_domains: [],
    captcha_settings: { enabled: false },
    pkce_required_for_email_magic_links: false,
    pkce_required_for_password_resets: false,
    pkce_required_for_oauth: false,
    pkce_required_for_sso: false,
    slug_pattern: null,
    create_organization_enabled: true,
    password_config: { luds_complexity: 3, luds_minimum_count: 8 },
    dfp_protected_auth_enabled: false,
    rbac_policy: { roles: [], resources: [], scopes: [] },
    siwe_required_for_crypto_wallets: false,
    vertical: 'B2B',
    ...settings,
  })

/** A text that matches, in an expected value. */
export const like = (pattern: RegExp): unknown => expect.stringMatching(pattern)
/** A text that has this in it, in an expected value. */
export const having = (text: string): unknown => expect.stringContaining(text)

/** The fields of what may be an object. */
export const fieldsOf = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value ?? {}))
