import { GROUP_SCHEMA_ID, USER_SCHEMA_ID } from '../scim2/schemas.ts'
import {
  equals,
  fullName,
  patchMessage,
  type Dialect,
  type DirectoryOperation,
  type DirectoryUser,
} from './dialect.ts'

/** Okta: profiles go by PUT, switching off and group changes by PATCH, and users are never deleted. */
export const okta: Dialect = {
  findUser: (scim, userName) => scim.first('/Users', firstPage(equals('userName', userName))),
  createUser: (scim, user) => scim.sendForRecord('POST', '/Users', profileOf(user)),
  updateUser: async (scim, { id }, user) => {
    await scim.send('GET', `/Users/${id}`)
    await scim.send('PUT', `/Users/${id}`, { ...profileOf(user), id })
  },
  setActive: async (scim, id, active) => {
    await scim.send('PATCH', `/Users/${id}`, patch({ op: 'replace', value: { active } }))
  },
  deleteUser: (scim, id) => okta.setActive(scim, id, false),

  findGroup: (scim, name) => scim.first('/Groups', firstPage(equals('displayName', name))),
  createGroup: (scim, name) =>
    scim.sendForRecord('POST', '/Groups', {
      schemas: [GROUP_SCHEMA_ID],
      displayName: name,
      members: [],
    }),
  renameGroup: async (scim, id, name) => {
    const value = { id, displayName: name }
    await scim.send('PATCH', `/Groups/${id}`, patch({ op: 'replace', value }))
  },
  addMembers: async (scim, id, members) => {
    const value = members.map((member) => ({ value: member.id, display: member.userName }))
    await scim.send('PATCH', `/Groups/${id}`, patch({ op: 'add', path: 'members', value }))
  },
  removeMember: async (scim, id, memberId) => {
    const path = `members[${equals('value', memberId)}]`
    await scim.send('PATCH', `/Groups/${id}`, patch({ op: 'remove', path }))
  },
  deleteGroup: async (scim, id) => {
    await scim.send('DELETE', `/Groups/${id}`)
  },
}

function firstPage(filter: string): Record<string, string> {
  return { filter, startIndex: '1', count: '100' }
}

function patch(operation: DirectoryOperation) {
  return patchMessage([operation])
}

function profileOf(user: DirectoryUser) {
  return {
    schemas: [USER_SCHEMA_ID],
    userName: user.userName,
    name: { givenName: user.givenName, familyName: user.familyName },
    emails: [{ primary: true, value: user.userName, type: 'work' }],
    displayName: fullName(user),
    locale: 'en-US',
    externalId: `00u-${user.userName}`,
    ...(user.title === undefined ? {} : { title: user.title }),
    groups: [],
    active: true,
  }
}
