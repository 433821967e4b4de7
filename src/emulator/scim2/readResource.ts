import { attributesOf, findAttribute, findExtension } from './attributePath.ts'
import { badRequest } from './errors.ts'
import { describe, isObject, memberOf, type JsonObject } from './json.ts'
import type { Attribute, ResourceType } from './schemas.ts'

/**
 * Reads a User or Group as a directory sent it: names in the schema's own case, text booleans made
 * boolean, read-only and unknown attributes left out, nulls and empty lists taken as not given.
 * @throws ScimError 400 that names the attribute and what was expected.
 */
export function readResource(body: unknown, type: ResourceType): JsonObject {
  if (!isObject(body)) {
    throw badRequest('invalidSyntax', `A ${type.id} is a JSON object, got ${describe(body)}.`)
  }
  requireSchema(body, type)
  const resource = readAttributes(body, attributesOf(type), '')
  for (const [name, value] of Object.entries(body)) {
    const extension = findExtension(type, name)
    if (!extension || value === null) continue
    if (!isObject(value)) throw mismatch(extension.id, 'an object', value)
    const read = readAttributes(value, extension.attributes, `${extension.id}:`)
    if (Object.keys(read).length > 0) resource[extension.id] = read
  }
  requireAttributes(resource, type.schema.attributes, '')
  const extensions = type.extensions.filter(({ id }) => id in resource)
  return { schemas: [type.schema.id, ...extensions.map(({ id }) => id)], ...resource }
}

/**
 * Reads a value for `attribute`, which may be a part of the whole (as in a PATCH): nothing is
 * required of it. Answers undefined where the value says "not given".
 */
export function readValue(value: unknown, attribute: Attribute, where: string): unknown {
  if (!attribute.multiValued) return readSingle(value, attribute, where)
  if (!Array.isArray(value)) throw mismatch(where, 'a list', value)
  if (value.length === 0) return undefined
  const read = value.map((item, index) => readSingle(item, attribute, `${where}[${String(index)}]`))
  if (read.filter((item) => isObject(item) && item['primary'] === true).length > 1) {
    throw badRequest('invalidValue', `${where}: only one of the values may be primary.`)
  }
  return read
}

/** Reads one value; of a list, one of its items. */
export function readSingle(value: unknown, attribute: Attribute, where: string): unknown {
  switch (attribute.type) {
    case 'complex':
      return readComplex(value, attribute, where)
    case 'boolean':
      return readBoolean(value, where)
    default:
      if (typeof value !== 'string') throw mismatch(where, 'text', value)
      checkText(value, attribute, where)
      return value
  }
}

function checkText(text: string, { name, maxLength, singleLine }: Attribute, where: string): void {
  if (text.length > maxLength) {
    throw badRequest(
      'invalidValue',
      `${where}: ${name} must have at most ${String(maxLength)} characters, got ${String(text.length)}.`,
    )
  }
  if (singleLine ? UNPRINTABLE.test(text) : UNPRINTABLE.test(text.replace(/[\t\n\r]/g, ''))) {
    const what = singleLine ? 'line breaks, tabs or other control characters' : 'control characters'
    throw badRequest('invalidValue', `${where}: ${name} must not contain ${what}.`)
  }
}

/** Control characters, separators of lines and paragraphs, and halves of a surrogate pair. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u

function requireSchema(body: JsonObject, type: ResourceType): void {
  const given = memberOf(body, 'schemas')
  const listed =
    Array.isArray(given) &&
    given.some(
      (urn) => typeof urn === 'string' && urn.toLowerCase() === type.schema.id.toLowerCase(),
    )
  if (!listed) {
    throw badRequest(
      'invalidSyntax',
      `schemas: expected a list that contains "${type.schema.id}", got ${describe(given)}.`,
    )
  }
}

function readAttributes(
  given: JsonObject,
  attributes: readonly Attribute[],
  prefix: string,
): JsonObject {
  const resource: JsonObject = {}
  for (const [name, value] of Object.entries(given)) {
    const attribute = findAttribute(attributes, name)
    if (!attribute || attribute.mutability === 'readOnly' || value === null) continue
    const read = readValue(value, attribute, `${prefix}${attribute.name}`)
    if (read !== undefined && attribute.returned !== 'never') resource[attribute.name] = read
  }
  return resource
}

function readComplex(value: unknown, attribute: Attribute, where: string): JsonObject {
  const subAttributes = attribute.subAttributes ?? []
  // Entra sends a manager, and others a list of roles, as bare text.
  const bare = findAttribute(subAttributes, 'value')
  if (typeof value === 'string' && bare) return { value: readSingle(value, bare, where) }
  if (!isObject(value)) throw mismatch(where, 'an object', value)
  return readAttributes(value, subAttributes, `${where}.`)
}

function readBoolean(value: unknown, where: string): boolean {
  if (typeof value === 'boolean') return value
  const lowered = typeof value === 'string' ? value.toLowerCase() : ''
  if (lowered === 'true') return true
  if (lowered === 'false') return false
  throw mismatch(where, 'true or false', value)
}

function requireAttributes(
  resource: JsonObject,
  attributes: readonly Attribute[],
  prefix: string,
): void {
  for (const attribute of attributes) {
    const value = resource[attribute.name]
    const where = `${prefix}${attribute.name}`
    const blank = value === undefined || (typeof value === 'string' && value.trim() === '')
    if (attribute.required && blank) {
      throw badRequest('invalidValue', `${where}: required, expected ${expected(attribute)}.`)
    }
    for (const [index, item] of (Array.isArray(value) ? value : []).entries()) {
      if (!isObject(item)) continue
      requireAttributes(item, attribute.subAttributes ?? [], `${where}[${String(index)}].`)
    }
  }
}

function mismatch(where: string, wanted: string, value: unknown): Error {
  return badRequest('invalidValue', `${where}: expected ${wanted}, got ${describe(value)}.`)
}

function expected(attribute: Attribute): string {
  return attribute.type === 'string' ? 'text that is not blank' : `a ${attribute.type}`
}
