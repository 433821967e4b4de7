import type { EmulatorContext } from '../context.ts'
import type { StoredOrganization } from '../records/organizations.ts'

/**
 * Removes an organization with all that belongs to it: members, sessions, connections, what was mailed for signing in,
 * and what apps may do. Mails that were sent stay where people read them.
 */
export function deleteOrganization(
  { data, members }: EmulatorContext,
  { organization_id }: StoredOrganization,
): void {
  const ids = new Set([
    organization_id,
    ...idsIn(data.members, organization_id),
    ...idsIn(data.sso_connections, organization_id),
    ...idsIn(data.scim_connections, organization_id),
  ])
  const belongs = (value: unknown) =>
    isObject(value) &&
    ['organization_id', 'member_id', 'connection_id'].some((field) => {
      const id: unknown = Reflect.get(value, field)
      return typeof id === 'string' && ids.has(id)
    })

  const { project: _project, inbox: _inbox, ...tables } = data
  for (const [name, table] of Object.entries(tables)) {
    if (Array.isArray(table)) {
      Reflect.set(
        data,
        name,
        table.filter((record: unknown) => !belongs(record)),
      )
    } else if (isObject(table)) {
      for (const [id, record] of Object.entries(table)) {
        if (ids.has(id) || belongs(record)) Reflect.deleteProperty(table, id)
      }
    }
  }
  members.touch()
}

function idsIn(
  records: Record<string, { organization_id: string }>,
  organizationId: string,
): string[] {
  return Object.entries(records)
    .filter(([, record]) => record.organization_id === organizationId)
    .map(([id]) => id)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
