import { isObject, objectsAt, textAt, type JsonObject } from '../scim2/json.ts'
import { ENTERPRISE_SCHEMA_ID, GROUP_SCHEMA_ID, USER_SCHEMA_ID } from '../scim2/schemas.ts'
import {
  equals,
  fullName,
  patchMessage,
  type Dialect,
  type DirectoryOperation,
  type DirectoryUser,
  type ScimRecord,
} from './dialect.ts'

const ENTRA_GROUP_SCHEMA_ID =
  'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'

/**
 * Microsoft Entra: everything but the first push goes by PATCH.
 * @param compliant Whether the tenant URL has the flag `aadOptscim062020`. Without it Entra spells ops
 *   with a capital, sends booleans as text, and names the members to remove in the value.
 */
export function createMicrosoftEntra({ compliant }: { compliant: boolean }): Dialect {
  const say = compliant ? compliantSpelling : formerSpelling
  const entra: Dialect = {
    findUser: (scim, userName) => scim.first('/Users', { filter: equals('userName', userName) }),
    createUser: (scim, user) => scim.sendForRecord('POST', '/Users', profileOf(user)),
    updateUser: async (scim, current, user) => {
      const operations = say.update(differences(current, user))
      if (operations.length === 0) return
      await scim.send('PATCH', `/Users/${current.id}`, patchMessage(operations))
    },
    setActive: async (scim, id, active) => {
      await scim.send('PATCH', `/Users/${id}`, patchMessage(say.update([['active', active]])))
    },
    // Whoever is deleted in Entra is switched off at first, and gone for good thirty days later.
    deleteUser: async (scim, id) => {
      await entra.setActive(scim, id, false)
      await scim.send('DELETE', `/Users/${id}`)
    },

    findGroup: (scim, name) =>
      scim.first('/Groups', {
        excludedAttributes: 'members',
        filter: equals('displayName', name),
      }),
    createGroup: (scim, name) =>
      scim.sendForRecord('POST', '/Groups', {
        schemas: [GROUP_SCHEMA_ID, ENTRA_GROUP_SCHEMA_ID],
        externalId: `entra-${name}`,
        displayName: name,
        meta: { resourceType: 'Group' },
      }),
    renameGroup: async (scim, id, name) => {
      await scim.send('PATCH', `/Groups/${id}`, patchMessage(say.update([['displayName', name]])))
    },
    addMembers: async (scim, id, members) => {
      const operation = say.addMembers(members.map((member) => member.id))
      await scim.send('PATCH', `/Groups/${id}`, patchMessage([operation]))
    },
    removeMember: async (scim, id, memberId) => {
      await scim.send('PATCH', `/Groups/${id}`, patchMessage([say.removeMember(memberId)]))
    },
    deleteGroup: async (scim, id) => {
      await scim.send('DELETE', `/Groups/${id}`)
    },
  }
  return entra
}

/** An attribute path with its new value. */
type Difference = readonly [path: string, value: string | boolean]

interface Spelling {
  update: (differences: readonly Difference[]) => DirectoryOperation[]
  addMembers: (ids: readonly string[]) => DirectoryOperation
  removeMember: (id: string) => DirectoryOperation
}

const formerSpelling: Spelling = {
  update: (differences) =>
    differences.map(([path, value]) => ({
      op: 'Replace',
      path,
      value: typeof value === 'boolean' ? (value ? 'True' : 'False') : value,
    })),
  addMembers: (ids) => ({ op: 'Add', path: 'members', value: references(ids) }),
  removeMember: (id) => ({ op: 'Remove', path: 'members', value: references([id]) }),
}

const compliantSpelling: Spelling = {
  update: (differences) => {
    const [only] = differences
    if (only && differences.length === 1) return [{ op: 'replace', path: only[0], value: only[1] }]
    const filtered = differences.filter(([path]) => path.includes('['))
    const plain = differences.filter(([path]) => !path.includes('['))
    return [
      ...filtered.map(([path, value]) => ({ op: 'replace', path, value })),
      ...(plain.length > 0 ? [{ op: 'replace', value: Object.fromEntries(plain) }] : []),
    ]
  },
  addMembers: (ids) => ({ op: 'add', path: 'members', value: ids.map((value) => ({ value })) }),
  removeMember: (id) => ({ op: 'remove', path: `members[${equals('value', id)}]` }),
}

function references(ids: readonly string[]): JsonObject[] {
  return ids.map((value) => ({ $ref: null, value }))
}

function profileOf(user: DirectoryUser): JsonObject {
  return {
    schemas: [USER_SCHEMA_ID, ENTERPRISE_SCHEMA_ID],
    externalId: user.userName.split('@')[0],
    userName: user.userName,
    active: true,
    displayName: fullName(user),
    emails: [{ primary: true, type: 'work', value: user.userName }],
    meta: { resourceType: 'User' },
    name: {
      formatted: fullName(user),
      familyName: user.familyName,
      givenName: user.givenName,
    },
    ...(user.title === undefined ? {} : { title: user.title }),
    ...(user.department === undefined
      ? {}
      : { [ENTERPRISE_SCHEMA_ID]: { department: user.department } }),
  }
}

/** What the service provider has otherwise than the directory. */
function differences(current: ScimRecord, user: DirectoryUser): Difference[] {
  const enterprise = current[ENTERPRISE_SCHEMA_ID]
  const work = objectsAt(current, 'emails').find((email) => email['type'] === 'work') ?? {}
  const wanted: readonly (readonly [unknown, string, string | boolean | undefined])[] = [
    [current['active'], 'active', true],
    [textAt(current, 'displayName'), 'displayName', fullName(user)],
    [textAt(current, 'title'), 'title', user.title],
    [textAt(work, 'value'), 'emails[type eq "work"].value', user.userName],
    [
      isObject(enterprise) ? enterprise['department'] : undefined,
      `${ENTERPRISE_SCHEMA_ID}:department`,
      user.department,
    ],
  ]
  return wanted.flatMap(([is, path, value]): Difference[] =>
    value === undefined || is === value ? [] : [[path, value]],
  )
}
