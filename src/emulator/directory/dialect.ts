import type { JsonObject } from '../scim2/json.ts'
import type { ScimConnector } from './scimConnector.ts'

/** A person as the directory knows them. */
export interface DirectoryUser {
  /** An email address; the directory signs people in with it. */
  userName: string
  givenName: string
  familyName: string
  title?: string
  department?: string
}

/** A group as the directory knows it. */
export interface DirectoryGroup {
  name: string
  /** User names of people who were pushed already. */
  members: readonly string[]
}

/** A resource of the service provider as it answered with it. */
export interface ScimRecord extends JsonObject {
  id: string
}

/** What a directory adds to a group: the user's SCIM id, and the name that some send beside it. */
export interface GroupMember {
  id: string
  userName: string
}

/** How one identity provider says things in SCIM. Each function sends what that provider would send. */
export interface Dialect {
  findUser: (scim: ScimConnector, userName: string) => Promise<ScimRecord | undefined>
  createUser: (scim: ScimConnector, user: DirectoryUser) => Promise<ScimRecord>
  /** Brings a user who is there already to what the directory holds. */
  updateUser: (scim: ScimConnector, current: ScimRecord, user: DirectoryUser) => Promise<void>
  setActive: (scim: ScimConnector, id: string, active: boolean) => Promise<void>
  deleteUser: (scim: ScimConnector, id: string) => Promise<void>
  findGroup: (scim: ScimConnector, name: string) => Promise<ScimRecord | undefined>
  createGroup: (scim: ScimConnector, name: string) => Promise<ScimRecord>
  renameGroup: (scim: ScimConnector, id: string, name: string) => Promise<void>
  addMembers: (scim: ScimConnector, id: string, members: readonly GroupMember[]) => Promise<void>
  removeMember: (scim: ScimConnector, id: string, memberId: string) => Promise<void>
  deleteGroup: (scim: ScimConnector, id: string) => Promise<void>
}

/** An operation of a PatchOp message, in whatever spelling the provider has for it. */
export interface DirectoryOperation {
  op: string
  path?: string
  value?: unknown
}

export function patchMessage(operations: readonly DirectoryOperation[]): JsonObject {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: operations,
  }
}

/** `attribute eq "value"`, quoted as a filter demands. */
export function equals(attribute: string, value: string): string {
  return `${attribute} eq ${JSON.stringify(value)}`
}

export function fullName({ givenName, familyName }: DirectoryUser): string {
  return `${givenName} ${familyName}`
}
