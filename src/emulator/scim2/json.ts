/** A JSON object whose members are still to be looked at. */
export type JsonObject = Record<string, unknown>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The member under `name` when it is text with something in it. */
export function textAt(object: JsonObject, name: string): string | undefined {
  const value = object[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The objects in the list under `name`; empty when there is no list. */
export function objectsAt(object: JsonObject, name: string): JsonObject[] {
  const value = object[name]
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** The member under `name` whatever the case of its letters, as SCIM compares names. */
export function memberOf(object: JsonObject, name: string): unknown {
  const lowered = name.toLowerCase()
  const key = Object.keys(object).find((candidate) => candidate.toLowerCase() === lowered)
  return key === undefined ? undefined : object[key]
}

/** Names a value in an error message without quoting pages of it. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (isObject(value)) return 'an object'
  if (typeof value !== 'string') return `the ${typeof value} ${JSON.stringify(value)}`
  return value.length > 40 ? `"${value.slice(0, 40)}…"` : `"${value}"`
}
