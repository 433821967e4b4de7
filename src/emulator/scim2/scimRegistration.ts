import type { ScimAttributes, ScimRegistration } from '../../client/types.ts'
import type { StoreData } from '../store.ts'
import type { StoredMember } from '../records/organizations.ts'
import type { StoredScimGroup } from '../records/scim.ts'
import { isObject, objectsAt, textAt, type JsonObject } from './json.ts'
import { isProvisioned, groupsOf } from './provisioning.ts'
import { ENTERPRISE_SCHEMA_ID } from './schemas.ts'
import { externalIdOf, isActive, userNameOf } from './userFacts.ts'

/**
 * What the API tells of a member whom a directory manages; null for all others. Every attribute is
 * there: text that was not given is empty, as are lists.
 * @param groups The member's groups, where the caller has them at hand.
 */
export function scimRegistrationOf(
  data: StoreData,
  member: StoredMember,
  groups?: readonly StoredScimGroup[],
): ScimRegistration | null {
  if (!isProvisioned(member)) return null
  const { connection_id, registration_id, external_id, resource } = member.scim
  return {
    connection_id,
    registration_id,
    external_id,
    scim_attributes: {
      id: member.member_id,
      ...attributesOf(resource),
      groups: (groups ?? groupsOf(data, member)).map(({ group_id, group_name }) => ({
        value: group_id,
        display: group_name,
      })),
    },
  }
}

function attributesOf(resource: JsonObject): ScimAttributes {
  const text = (name: string) => textAt(resource, name) ?? ''
  const enterprise = objectAt(resource, ENTERPRISE_SCHEMA_ID)
  const manager = objectAt(enterprise, 'manager')
  return {
    user_name: userNameOf(resource),
    external_id: externalIdOf(resource),
    active: isActive(resource),
    display_name: text('displayName'),
    nick_name: text('nickName'),
    profile_url: text('profileUrl'),
    user_type: text('userType'),
    title: text('title'),
    preferred_language: text('preferredLanguage'),
    locale: text('locale'),
    timezone: text('timezone'),
    emails: valuesAt(resource, 'emails'),
    phone_numbers: valuesAt(resource, 'phoneNumbers'),
    addresses: objectsAt(resource, 'addresses').map((address) => ({
      ...texts(address, {
        formatted: 'formatted',
        street_address: 'streetAddress',
        locality: 'locality',
        region: 'region',
        postal_code: 'postalCode',
        country: 'country',
        type: 'type',
      }),
      primary: address['primary'] === true,
    })),
    ims: valuesAt(resource, 'ims'),
    photos: valuesAt(resource, 'photos'),
    entitlements: valuesAt(resource, 'entitlements'),
    roles: valuesAt(resource, 'roles'),
    x509certificates: valuesAt(resource, 'x509Certificates'),
    name: texts(objectAt(resource, 'name'), {
      formatted: 'formatted',
      family_name: 'familyName',
      given_name: 'givenName',
      middle_name: 'middleName',
      honorific_prefix: 'honorificPrefix',
      honorific_suffix: 'honorificSuffix',
    }),
    enterprise_extension: {
      ...texts(enterprise, {
        employee_number: 'employeeNumber',
        cost_center: 'costCenter',
        division: 'division',
        department: 'department',
        organization: 'organization',
      }),
      manager: texts(manager, { value: 'value', ref: '$ref', display_name: 'displayName' }),
    },
  }
}

function valuesAt(resource: JsonObject, name: string) {
  return objectsAt(resource, name).map((item) => ({
    ...texts(item, { value: 'value', type: 'type' }),
    primary: item['primary'] === true,
  }))
}

/** The texts of `object` under other names. */
function texts(object: JsonObject, names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).map(([name, source]) => [name, textAt(object, source) ?? '']),
  )
}

function objectAt(object: JsonObject, name: string): JsonObject {
  const value = object[name]
  return isObject(value) ? value : {}
}
