import { attributesOf, findExtension, resolvePath } from './attributePath.ts'
import { badRequest } from './errors.ts'
import { isObject, type JsonObject } from './json.ts'
import type { ResourceType } from './schemas.ts'

/** Which attributes an answer is to hold; all that are returned by default without either. */
export interface Projection {
  attributes: readonly string[]
  excludedAttributes: readonly string[]
}

/** @throws ScimError 400 when both are given. */
export function createProjection(
  attributes: readonly string[],
  excludedAttributes: readonly string[],
): Projection {
  if (attributes.length > 0 && excludedAttributes.length > 0) {
    throw badRequest('invalidValue', 'attributes and excludedAttributes exclude each other.')
  }
  return { attributes, excludedAttributes }
}

/**
 * Reads the comma-separated `attributes` and `excludedAttributes` of a query.
 * @throws ScimError 400 when both are given, or any parameter twice.
 */
export function readProjection(query: URLSearchParams): Projection {
  const repeated = [...query.keys()].find((name) => query.getAll(name).length > 1)
  if (repeated !== undefined) {
    throw badRequest('invalidValue', `${repeated}: given more than once in the query.`)
  }
  return createProjection(namesIn(query, 'attributes'), namesIn(query, 'excludedAttributes'))
}

/** Leaves only what was asked for. `id` and `schemas` always stay; names that are unknown do nothing. */
export function project(
  resource: JsonObject,
  { attributes, excludedAttributes }: Projection,
  type: ResourceType,
): JsonObject {
  const always = alwaysReturned(type)
  if (attributes.length > 0) {
    return pick(resource, [...always.map((name) => [name]), ...keyPaths(attributes, type)])
  }
  const excluded = keyPaths(excludedAttributes, type)
  return omit(
    resource,
    excluded.filter(([first = '']) => !always.includes(first)),
  )
}

/** Where an attribute stands in the JSON: `['emails', 'value']`, or an extension's URN before it. */
type KeyPath = string[]

function keyPaths(names: readonly string[], type: ResourceType): KeyPath[] {
  return names.flatMap((name) => {
    const extension = findExtension(type, name)
    if (extension) return [[extension.id]]
    const found = resolvePath(name, type)
    if (!found) return []
    const keys = [found.extension?.id, found.attribute.name, found.subAttribute?.name]
    return [keys.filter((key) => key !== undefined)]
  })
}

function pick(object: JsonObject, paths: KeyPath[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => {
      const below = pathsBelow(paths, key)
      if (below.length === 0) return []
      if (below.some((path) => path.length === 0)) return [[key, value]]
      return [[key, inside(value, (item) => pick(item, below))]]
    }),
  )
}

function omit(object: JsonObject, paths: KeyPath[]): JsonObject {
  if (paths.length === 0) return object
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => {
      const below = pathsBelow(paths, key)
      if (below.some((path) => path.length === 0)) return []
      return [[key, inside(value, (item) => omit(item, below))]]
    }),
  )
}

function pathsBelow(paths: KeyPath[], key: string): KeyPath[] {
  return paths.filter(([first]) => first === key).map(([, ...rest]) => rest)
}

/** Changes an object, or each object of a list; anything else has nothing inside. */
function inside(value: unknown, change: (item: JsonObject) => JsonObject): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => inside(item, change))
  return isObject(value) ? change(value) : value
}

function alwaysReturned(type: ResourceType): string[] {
  const always = attributesOf(type).filter(({ returned }) => returned === 'always')
  return ['schemas', ...always.map(({ name }) => name)]
}

function namesIn(query: URLSearchParams, parameter: string): string[] {
  return (query.get(parameter) ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
