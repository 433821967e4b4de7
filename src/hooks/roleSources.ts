import type { QueryClient } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import type { SessionSnapshot } from '../client/sessionStore.ts'
import type { RoleSource } from '../client/types.ts'
import { operationKey, ownerKey } from './keys.ts'
import type { ReadData, ReadName } from './readData.ts'

/**
 * Where a role of a member comes from, by names as far as they are known without asking; a name that is
 * not known is the id.
 */
export type NamedRoleSource =
  | { type: 'direct_assignment' }
  | { type: 'email_assignment'; email_domain: string }
  | { type: 'sso_connection'; connection_id: string; connection_name: string }
  | { type: 'sso_connection_group'; connection_id: string; connection_name: string; group: string }
  | {
      type: 'scim_connection_group'
      connection_id: string
      connection_name: string
      group_id: string
      group_name: string
    }
  /** The role is looked through: `client.rbac.viewAs`. */
  | { type: 'viewed' }
  /** One that the API has learned meanwhile. */
  | { type: 'other' }

export type NameSource = (source: RoleSource) => NamedRoleSource

/** Names by the organization's record, then by what happens to be cached of the reads of SSO and SCIM. */
export function createNameSource(
  client: B2BClient,
  queryClient: QueryClient | undefined,
  { identity, intermediateId, organization }: SessionSnapshot,
): NameSource {
  const owner = ownerKey(client, { identity, intermediateId })

  /** Whatever was read, with any input. */
  const cached = <Name extends ReadName>(name: Name): (ReadData[Name] | undefined)[] => {
    const queryKey = operationKey(owner, name)
    const queries = queryClient?.getQueriesData<ReadData[Name]>({ queryKey }) ?? []
    return queries.map(([, data]) => data)
  }

  const connectionName = (id: string) =>
    [
      ...(organization?.sso_active_connections ?? []),
      organization?.scim_active_connection,
      ...cached('scim.connection'),
      ...cached('sso.connections').flatMap((all) => [
        ...(all?.saml_connections ?? []),
        ...(all?.oidc_connections ?? []),
        ...(all?.external_connections ?? []),
      ]),
    ].find((connection) => connection?.connection_id === id)?.display_name || id

  const groupName = (id: string) =>
    [
      ...cached('scim.connectionGroups'),
      ...cached('scim.connectionGroupsInfinite').flatMap((all) => all?.pages),
    ]
      .flatMap((page) => page?.scim_groups ?? [])
      .find((group) => group.group_id === id)?.group_name || id

  return (source) => {
    switch (source.type) {
      case 'direct_assignment':
        return { type: source.type }
      case 'email_assignment':
        return { type: source.type, ...source.details }
      case 'sso_connection':
      case 'sso_connection_group':
      case 'scim_connection_group': {
        const connection_name = connectionName(source.details.connection_id)
        if (source.type === 'sso_connection')
          return { type: source.type, ...source.details, connection_name }
        if (source.type === 'sso_connection_group')
          return { type: source.type, ...source.details, connection_name }
        const group_name = groupName(source.details.group_id)
        return { type: source.type, ...source.details, connection_name, group_name }
      }
      default:
        return { type: 'other' }
    }
  }
}
