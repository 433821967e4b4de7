import { isObject, objectsAt, textAt, type JsonObject } from './json.ts'

/** The unique name that the directory gave the user. */
export function userNameOf(resource: JsonObject): string {
  return textAt(resource, 'userName') ?? ''
}

/** Two user names are the same when only their letter case differs. */
export function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

export function externalIdOf(resource: JsonObject): string {
  return textAt(resource, 'externalId') ?? ''
}

export function isActive(resource: JsonObject): boolean {
  return resource['active'] !== false
}

/**
 * Where the member is reached: the primary email; else the user name, when it is an address; else the
 * first email. Undefined when there is none of them.
 */
export function emailOf(resource: JsonObject): string | undefined {
  const emails = objectsAt(resource, 'emails')
  const primary = emails.find((email) => email['primary'] === true)
  const userName = userNameOf(resource)
  const first = emails[0]
  return [
    primary && textAt(primary, 'value'),
    isAddress(userName) ? userName : undefined,
    first && textAt(first, 'value'),
  ].find((address) => address !== undefined)
}

export function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text)
}

/** The name to show: what the directory formatted, else its display name, else given and family name. */
export function displayNameOf(resource: JsonObject): string {
  const name = isObject(resource['name']) ? resource['name'] : {}
  const parts = [textAt(name, 'givenName'), textAt(name, 'familyName')]
  return (
    textAt(name, 'formatted') ??
    textAt(resource, 'displayName') ??
    parts.filter((part) => part !== undefined).join(' ')
  )
}
