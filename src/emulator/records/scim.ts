import type { ScimGroupRoleAssignment, ScimIdentityProvider } from '../../client/scim.ts'
import { fields, list, nullable, number, oneOf, optional, records, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

export interface StoredToken {
  value: string
  expires_at: string
}

export interface StoredScimConnection {
  organization_id: string
  connection_id: string
  status: 'active' | 'deleted'
  display_name: string
  identity_provider: ScimIdentityProvider
  bearer_token: StoredToken
  /** Set while a rotation is running; both tokens are then accepted. */
  next_bearer_token: StoredToken | null
  assignments: ScimGroupRoleAssignment[]
  created_at: string
}

export interface StoredScimGroup {
  organization_id: string
  connection_id: string
  group_id: string
  group_name: string
  external_id: string
  /** Member ids. */
  member_ids: string[]
  created_at: string
  updated_at: string
}

/** A request that a directory sent to a SCIM connection; newest last, at most 200 a connection. */
export interface ScimRequestLogEntry {
  connection_id: string
  at: string
  method: string
  path: string
  status: number
  /** Which of the two tokens was used. */
  token: 'current' | 'next' | 'none'
}

export interface ScimRecords {
  scim_connections: Record<string, StoredScimConnection>
  scim_groups: Record<string, StoredScimGroup>
  scim_log: ScimRequestLogEntry[]
}

export const noScim = (): ScimRecords => ({ scim_connections: {}, scim_groups: {}, scim_log: [] })

const token: ShapesOf<StoredToken> = { value: text, expires_at: time }

const scimConnection: ShapesOf<StoredScimConnection> = {
  organization_id: text,
  connection_id: text,
  status: oneOf('active', 'deleted'),
  display_name: text,
  identity_provider: text,
  bearer_token: fields(token),
  next_bearer_token: nullable(fields(token)),
  assignments: list(fields({ role_id: text, group_id: text, group_name: optional(text) })),
  created_at: time,
}

const scimGroup: ShapesOf<StoredScimGroup> = {
  organization_id: text,
  connection_id: text,
  group_id: text,
  group_name: text,
  external_id: text,
  member_ids: list(text),
  created_at: time,
  updated_at: time,
}

const scimRequest: ShapesOf<ScimRequestLogEntry> = {
  connection_id: text,
  at: time,
  method: text,
  path: text,
  status: number,
  token: oneOf('current', 'next', 'none'),
}

export const scimShapes: ShapesOf<ScimRecords> = {
  scim_connections: records(fields(scimConnection)),
  scim_groups: records(fields(scimGroup)),
  scim_log: list(fields(scimRequest)),
}
