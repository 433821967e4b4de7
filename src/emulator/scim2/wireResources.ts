import type { StoreData } from '../store.ts'
import type { StoredScimConnection, StoredScimGroup } from '../records/scim.ts'
import type { JsonObject } from './json.ts'
import { groupsOf, type ProvisionedMember } from './provisioning.ts'
import { GROUP_SCHEMA_ID, type ResourceType } from './schemas.ts'

/** From stored to SCIM: the only place that knows the form of Users and Groups on the wire. */
export interface ScimWire {
  user: (member: ProvisionedMember) => JsonObject
  group: (group: StoredScimGroup) => JsonObject
  /** The absolute address of a resource. */
  locate: (type: Pick<ResourceType, 'endpoint'>, id: string) => string
}

/** @param scimBase Address of the connection's SCIM endpoint, without a query. */
export function createScimWire(
  data: StoreData,
  connection: StoredScimConnection,
  scimBase: string,
): ScimWire {
  const locate: ScimWire['locate'] = ({ endpoint }, id) => `${scimBase}${endpoint}/${id}`
  const userAddress = (id: string) => locate({ endpoint: '/Users' }, id)
  const groupAddress = (id: string) => locate({ endpoint: '/Groups' }, id)
  return {
    locate,
    user: (member) => {
      const { schemas, externalId: _externalId, ...attributes } = member.scim.resource
      return {
        schemas,
        id: member.member_id,
        ...externalId(member.scim.external_id),
        ...attributes,
        active: member.status !== 'deleted',
        ...listOf(
          'groups',
          groupsOf(data, member).map((group) => ({
            value: group.group_id,
            $ref: groupAddress(group.group_id),
            display: group.group_name,
            type: 'direct',
          })),
        ),
        meta: {
          resourceType: 'User',
          created: member.scim.created_at,
          lastModified: member.scim.updated_at,
          location: userAddress(member.member_id),
        },
      }
    },
    group: (group) => ({
      schemas: [GROUP_SCHEMA_ID],
      id: group.group_id,
      ...externalId(group.external_id),
      displayName: group.group_name,
      members: group.member_ids
        .filter((id) => data.members[id]?.scim?.connection_id === connection.connection_id)
        .map((id) => ({
          value: id,
          $ref: userAddress(id),
          type: 'User',
          display: data.members[id]?.name ?? '',
        })),
      meta: {
        resourceType: 'Group',
        created: group.created_at,
        lastModified: group.updated_at,
        location: groupAddress(group.group_id),
      },
    }),
  }
}

function externalId(value: string): JsonObject {
  return value === '' ? {} : { externalId: value }
}

function listOf(name: string, items: JsonObject[]): JsonObject {
  return items.length > 0 ? { [name]: items } : {}
}
