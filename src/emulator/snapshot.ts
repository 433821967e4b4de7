import type { StoreData } from './store.ts'

/** Takes a value for the emulator's data if it is that. Throws an error that says what is wrong. */
export function parseSnapshot(value: unknown): StoreData {
  const problem = findProblem(value)
  if (problem === null && isStoreData(value)) return value
  throw new Error(`This is not a snapshot of the emulator: ${problem ?? 'it has another shape'}.`)
}

type Shape = Record<string, 'string' | 'number' | 'boolean' | 'object' | 'array'>

/** The fields without which a record would break the emulator; collections are records by id, or lists. */
const COLLECTIONS: Record<string, Shape> = {
  organizations: {
    organization_id: 'string',
    organization_name: 'string',
    organization_slug: 'string',
  },
  members: {
    member_id: 'string',
    organization_id: 'string',
    email_address: 'string',
    status: 'string',
    role_ids: 'array',
    sso_registrations: 'array',
  },
  sessions: {
    member_session_id: 'string',
    member_id: 'string',
    organization_id: 'string',
    session_token: 'string',
    expires_at: 'string',
    authentication_factors: 'array',
  },
  intermediate_sessions: { token: 'string', member_id: 'string', expires_at: 'string' },
  magic_links: {
    token: 'string',
    member_id: 'string',
    organization_id: 'string',
    expires_at: 'string',
  },
  access_tokens: {
    access_token: 'string',
    member_id: 'string',
    scopes: 'array',
    issued_at: 'string',
  },
  trusted_tokens: {
    token: 'string',
    profile_id: 'string',
    email_address: 'string',
    expires_at: 'string',
  },
  trusted_profiles: { profile_id: 'string' },
  sso_connections: {
    connection_id: 'string',
    organization_id: 'string',
    status: 'string',
    implicit_role_assignments: 'array',
    group_implicit_role_assignments: 'array',
  },
  scim_connections: {
    connection_id: 'string',
    organization_id: 'string',
    status: 'string',
    bearer_token: 'object',
    assignments: 'array',
  },
  scim_groups: {
    group_id: 'string',
    connection_id: 'string',
    group_name: 'string',
    member_ids: 'array',
  },
  personas: { id: 'string', member_id: 'string', organization_id: 'string' },
  scim_log: { connection_id: 'string', at: 'string' },
  inbox: { message_id: 'string', to: 'string' },
}

const LISTS = ['personas', 'scim_log', 'inbox']

const PROJECT: Shape = {
  project_id: 'string',
  public_token: 'string',
  login_redirect_url: 'string',
  rbac_policy: 'object',
  scim_enabled: 'boolean',
}

function isStoreData(value: unknown): value is StoreData {
  return findProblem(value) === null
}

function findProblem(value: unknown): string | null {
  const data = fieldsOf(value)
  if (!data) return 'it is not a JSON object'
  if (typeof data.get('seed') !== 'string') return 'seed is not a string'
  if (typeof data.get('random_state') !== 'number') return 'random_state is not a number'
  const problem = mismatch(data.get('project'), PROJECT)
  if (problem !== null) return `project ${problem}`
  for (const [name, shape] of Object.entries(COLLECTIONS)) {
    const found = findCollectionProblem(name, data.get(name), shape)
    if (found !== null) return found
  }
  return null
}

function findCollectionProblem(name: string, value: unknown, shape: Shape): string | null {
  if (LISTS.includes(name) !== Array.isArray(value)) {
    return `${name} is not ${LISTS.includes(name) ? 'a list' : 'an object of records by id'}`
  }
  const records = fieldsOf(value, { lists: true })
  if (!records) return `${name} is missing`
  for (const [id, record] of records) {
    const problem = mismatch(record, shape)
    if (problem !== null) return `${name}[${JSON.stringify(id)}] ${problem}`
  }
  return null
}

function mismatch(value: unknown, shape: Shape): string | null {
  const fields = fieldsOf(value)
  if (!fields) return 'is not an object'
  for (const [name, wanted] of Object.entries(shape)) {
    const field = fields.get(name)
    const kind = Array.isArray(field) ? 'array' : field === null ? 'null' : typeof field
    if (kind !== wanted) return `has a field ${name} that is ${kind} instead of ${wanted}`
  }
  return null
}

function fieldsOf(value: unknown, { lists = false } = {}): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null || (Array.isArray(value) && !lists)) return null
  return new Map(Object.entries(value))
}
