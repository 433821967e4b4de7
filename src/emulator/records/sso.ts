import { fields, list, oneOf, records, text } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

export interface StoredSsoConnection {
  organization_id: string
  connection_id: string
  display_name: string
  identity_provider: string
  status: 'pending' | 'active'
  /** Roles of whoever signed in through this connection. */
  implicit_role_assignments: { role_id: string }[]
  /** Roles of whoever the identity provider says is in the group. */
  group_implicit_role_assignments: { role_id: string; group: string }[]
}

export interface SsoRecords {
  sso_connections: Record<string, StoredSsoConnection>
}

export const noSso = (): SsoRecords => ({ sso_connections: {} })

const ssoConnection: ShapesOf<StoredSsoConnection> = {
  organization_id: text,
  connection_id: text,
  display_name: text,
  identity_provider: text,
  status: oneOf('pending', 'active'),
  implicit_role_assignments: list(fields({ role_id: text })),
  group_implicit_role_assignments: list(fields({ role_id: text, group: text })),
}

export const ssoShapes: ShapesOf<SsoRecords> = {
  sso_connections: records(fields(ssoConnection)),
}
