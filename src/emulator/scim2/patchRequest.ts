import { attributesOf, findAttribute, findExtension, splitSchema } from './attributePath.ts'
import { badRequest } from './errors.ts'
import { parseValueFilter, type Filter } from './filter.ts'
import { describe, isObject, memberOf } from './json.ts'
import { readSingle, readValue } from './readResource.ts'
import type { Attribute, ResourceType, Schema } from './schemas.ts'

/** One change to one attribute: what every dialect of PATCH comes down to. */
export interface PatchOperation {
  op: 'add' | 'replace' | 'remove'
  target: PatchTarget
  /** Already in the schema's types; of a list always a list. Undefined with `remove`: all of it. */
  value: unknown
}

export interface PatchTarget {
  extension: Schema | undefined
  attribute: Attribute
  /** Which items of a list are meant; all without it. */
  filter: Filter | undefined
  subAttribute: Attribute | undefined
}

/**
 * Reads a PatchOp message in the dialects that directories speak: ops in any case, values without a
 * path (whose keys may be paths themselves), text booleans, extension URNs as paths or keys.
 * @throws ScimError 400 that names the operation.
 */
export function readPatchRequest(body: unknown, id: string, type: ResourceType): PatchOperation[] {
  if (!isObject(body)) {
    throw badRequest('invalidSyntax', `A PATCH body is a JSON object, got ${describe(body)}.`)
  }
  const schemas = memberOf(body, 'schemas')
  if (!Array.isArray(schemas) || !schemas.includes(PATCH_SCHEMA_ID)) {
    throw badRequest(
      'invalidSyntax',
      `schemas: expected ["${PATCH_SCHEMA_ID}"], got ${describe(schemas)}.`,
    )
  }
  const operations = memberOf(body, 'Operations')
  if (!Array.isArray(operations) || operations.length === 0) {
    throw badRequest(
      'invalidSyntax',
      `Operations: expected a list with at least one operation, got ${describe(operations)}.`,
    )
  }
  return operations.flatMap((operation: unknown, index) =>
    readOperation(operation, { where: `Operations[${String(index)}]`, id, type }),
  )
}

const PATCH_SCHEMA_ID = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

interface Reading {
  where: string
  /** Id of the resource that is patched. */
  id: string
  type: ResourceType
}

function readOperation(operation: unknown, reading: Reading): PatchOperation[] {
  const { where, type } = reading
  if (!isObject(operation)) {
    throw badRequest('invalidSyntax', `${where}: expected an object, got ${describe(operation)}.`)
  }
  const op = readOp(memberOf(operation, 'op'), where)
  const path = memberOf(operation, 'path') ?? ''
  if (typeof path !== 'string') {
    throw badRequest('invalidPath', `${where}.path: expected text, got ${describe(path)}.`)
  }
  const value = memberOf(operation, 'value')
  if (op !== 'remove' && value === undefined) {
    throw badRequest('invalidValue', `${where}.value: required for "${op}".`)
  }
  if (path === '' && op === 'remove') {
    throw badRequest('noTarget', `${where}.path: required for "remove".`)
  }
  if (path === '' || path.toLowerCase() === type.schema.id.toLowerCase()) {
    return readKeyed(op, value, reading)
  }
  const extension = findExtension(type, path)
  if (extension) return readExtension(op, extension, value, where)
  const target = parseTarget(path, type)
  if (!target) {
    throw badRequest('invalidPath', `${where}.path: "${path}" is not an attribute of a ${type.id}.`)
  }
  const readOnly = [target.attribute, target.subAttribute].find(
    (attribute) => attribute?.mutability === 'readOnly',
  )
  if (readOnly) throw badRequest('mutability', `${where}.path: "${path}" is read-only.`)
  return [toOperation(op, target, value, `${where}.value`)]
}

function readOp(op: unknown, where: string): PatchOperation['op'] {
  const lowered = typeof op === 'string' ? op.toLowerCase() : op
  if (lowered === 'add' || lowered === 'replace' || lowered === 'remove') return lowered
  throw badRequest(
    'invalidSyntax',
    `${where}.op: expected "add", "replace" or "remove", got ${describe(op)}.`,
  )
}

/** A value without a path: each key is a path of its own. What is unknown or read-only is passed over. */
function readKeyed(op: PatchOperation['op'], value: unknown, reading: Reading): PatchOperation[] {
  const { where, id, type } = reading
  if (!isObject(value)) {
    throw badRequest(
      'invalidValue',
      `${where}.value: expected an object of attributes where there is no path, got ${describe(value)}.`,
    )
  }
  return Object.entries(value).flatMap(([key, part]) => {
    const extension = findExtension(type, key)
    if (extension) return readExtension(op, extension, part, where)
    const target = parseTarget(key, type)
    // Okta repeats the id when it renames a group.
    if (target?.attribute.name === 'id' && part !== id) {
      throw badRequest('mutability', `${where}.value.id: an id cannot be changed.`)
    }
    if (!target || target.attribute.mutability === 'readOnly') return []
    return [toOperation(op, target, part, `${where}.value.${key}`)]
  })
}

function readExtension(
  op: PatchOperation['op'],
  extension: Schema,
  value: unknown,
  where: string,
): PatchOperation[] {
  const target = { extension, filter: undefined, subAttribute: undefined }
  if (op === 'remove' || value === null) {
    return extension.attributes.map((attribute) => ({
      op: 'remove',
      target: { ...target, attribute },
      value: undefined,
    }))
  }
  if (!isObject(value)) {
    throw badRequest(
      'invalidValue',
      `${where}: expected an object for ${extension.id}, got ${describe(value)}.`,
    )
  }
  return Object.entries(value).flatMap(([name, part]) => {
    const attribute = findAttribute(extension.attributes, name)
    if (!attribute) return []
    return [toOperation(op, { ...target, attribute }, part, `${where}.value.${name}`)]
  })
}

/** Reads `attr`, `attr.sub`, `attr[filter]` and `attr[filter].sub`, each with or without a URN. */
function parseTarget(path: string, type: ResourceType): PatchTarget | undefined {
  const { extension, rest } = splitSchema(path, type)
  const [, name = '', filterText, subName] = TARGET.exec(rest) ?? []
  const attribute = findAttribute(extension ? extension.attributes : attributesOf(type), name)
  if (!attribute) return undefined
  const subAttribute =
    subName === undefined ? undefined : findAttribute(attribute.subAttributes ?? [], subName)
  if (subName !== undefined && !subAttribute) return undefined
  if (filterText === undefined) return { extension, attribute, filter: undefined, subAttribute }
  if (!attribute.multiValued) {
    throw badRequest('invalidPath', `"${path}": ${attribute.name} is not a list to filter.`)
  }
  return { extension, attribute, filter: parseValueFilter(filterText, attribute), subAttribute }
}

/** Attribute, filter in brackets, sub-attribute. */
const TARGET = /^([\w$-]+)(?:\[(.*)\])?(?:\.([\w$-]+))?$/s

function toOperation(
  op: PatchOperation['op'],
  target: PatchTarget,
  value: unknown,
  where: string,
): PatchOperation {
  const { attribute, filter, subAttribute } = target
  const goes = value === undefined || value === null
  if (goes) return { op: 'remove', target, value: undefined }
  if (subAttribute) return { op, target, value: readSingle(value, subAttribute, where) }
  if (filter) return { op, target, value: readSingle(value, attribute, where) }
  // An empty list names nobody; left out, everything would go.
  if (op === 'remove' && Array.isArray(value) && value.length === 0) return { op, target, value }
  // One item may come without its list.
  const listed = attribute.multiValued && !Array.isArray(value) ? [value] : value
  return { op, target, value: readValue(listed, attribute, where) }
}
