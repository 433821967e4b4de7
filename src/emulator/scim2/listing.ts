import { resolvePath } from './attributePath.ts'
import { badRequest } from './errors.ts'
import { itemsAt, matchesResource, parseFilter, type Filter } from './filter.ts'
import { describe, isObject, memberOf, type JsonObject } from './json.ts'
import { createProjection, project, readProjection, type Projection } from './projection.ts'
import type { ResourceType } from './schemas.ts'

/** Resources in one answer when `count` is left out, and at most. */
export const DEFAULT_COUNT = 100
export const MAX_COUNT = 200

/** What a list request may ask for, by query or by a SearchRequest message. */
export interface ListRequest {
  filter: Filter | undefined
  sortBy: string | undefined
  descending: boolean
  startIndex: number
  count: number
  projection: Projection
}

/** A resource on the wire with its type: what lists are made of. */
export interface Listed {
  type: ResourceType
  resource: JsonObject
}

/** Reads the query of a GET. @throws ScimError 400 that names the parameter. */
export function readListQuery(query: URLSearchParams, types: readonly ResourceType[]): ListRequest {
  return toListRequest(
    {
      filter: query.get('filter') ?? undefined,
      sortBy: query.get('sortBy') ?? undefined,
      sortOrder: query.get('sortOrder') ?? undefined,
      startIndex: numeric(query.get('startIndex')),
      count: numeric(query.get('count')),
    },
    readProjection(query),
    types,
  )
}

/** Reads the body of a POST to `/.search`. @throws ScimError 400 that names the member. */
export function readSearchRequest(body: unknown, types: readonly ResourceType[]): ListRequest {
  if (!isObject(body)) {
    throw badRequest('invalidSyntax', `A search is a JSON object, got ${describe(body)}.`)
  }
  const schemas = memberOf(body, 'schemas')
  if (!Array.isArray(schemas) || !schemas.includes(SEARCH_SCHEMA_ID)) {
    throw badRequest(
      'invalidSyntax',
      `schemas: expected ["${SEARCH_SCHEMA_ID}"], got ${describe(schemas)}.`,
    )
  }
  return toListRequest(
    {
      filter: memberOf(body, 'filter'),
      sortBy: memberOf(body, 'sortBy'),
      sortOrder: memberOf(body, 'sortOrder'),
      startIndex: memberOf(body, 'startIndex'),
      count: memberOf(body, 'count'),
    },
    createProjection(readNames(body, 'attributes'), readNames(body, 'excludedAttributes')),
    types,
  )
}

/** Filters, sorts, pages and projects, and answers a ListResponse. */
export function listResponse(listed: readonly Listed[], request: ListRequest): JsonObject {
  const { filter, startIndex, count, projection } = request
  const found = sorted(
    listed.filter(({ type, resource }) => !filter || matchesResource(resource, filter, type)),
    request,
  )
  const page = found.slice(startIndex - 1, startIndex - 1 + count)
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: found.length,
    startIndex,
    itemsPerPage: page.length,
    Resources: page.map(({ type, resource }) => project(resource, projection, type)),
  }
}

const SEARCH_SCHEMA_ID = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest'

interface RawListRequest {
  filter: unknown
  sortBy: unknown
  sortOrder: unknown
  startIndex: unknown
  count: unknown
}

function toListRequest(
  raw: RawListRequest,
  projection: Projection,
  types: readonly ResourceType[],
): ListRequest {
  const filter = readText(raw.filter, 'filter')
  const sortBy = readText(raw.sortBy, 'sortBy')
  if (sortBy !== undefined && types.every((type) => resolvePath(sortBy, type) === null)) {
    throw badRequest('invalidPath', `sortBy: there is no attribute "${sortBy}".`)
  }
  const sortOrder = readText(raw.sortOrder, 'sortOrder')?.toLowerCase() ?? 'ascending'
  if (sortOrder !== 'ascending' && sortOrder !== 'descending') {
    throw badRequest(
      'invalidValue',
      `sortOrder: expected "ascending" or "descending", got ${describe(raw.sortOrder)}.`,
    )
  }
  return {
    filter: filter === undefined ? undefined : parseFilter(filter, types),
    sortBy,
    descending: sortOrder === 'descending',
    // RFC 7644 section 3.4.2.4: less than 1 means 1, a negative count means 0.
    startIndex: Math.max(readInteger(raw.startIndex, 'startIndex') ?? 1, 1),
    count: Math.min(Math.max(readInteger(raw.count, 'count') ?? DEFAULT_COUNT, 0), MAX_COUNT),
    projection,
  }
}

function sorted(listed: readonly Listed[], { sortBy, descending }: ListRequest): readonly Listed[] {
  if (sortBy === undefined) return listed
  const keyed = listed.map((entry) => ({ entry, key: sortKey(entry, sortBy) }))
  keyed.sort((a, b) => (descending ? -1 : 1) * compareKeys(a.key, b.key))
  return keyed.map(({ entry }) => entry)
}

/** Of a list the primary value counts, else the first. */
function sortKey({ type, resource }: Listed, sortBy: string): string | undefined {
  const items = itemsAt(resource, sortBy, type)
  const primary = items.find((item) => isObject(item) && item['primary'] === true) ?? items[0]
  const value = isObject(primary) ? primary['value'] : primary
  if (typeof value !== 'string' && typeof value !== 'boolean') return undefined
  const caseExact = resolvePath(sortBy, type)?.attribute.caseExact === true
  return caseExact ? String(value) : String(value).toLowerCase()
}

/** What has no value comes last. */
function compareKeys(left: string | undefined, right: string | undefined): number {
  if (left === right) return 0
  if (left === undefined) return 1
  if (right === undefined) return -1
  return left < right ? -1 : 1
}

function numeric(text: string | null): unknown {
  if (text === null) return undefined
  return /^-?\d+$/.test(text) ? Number(text) : text
}

function readInteger(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw badRequest('invalidValue', `${name}: expected a whole number, got ${describe(value)}.`)
}

function readText(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  throw badRequest('invalidValue', `${name}: expected text, got ${describe(value)}.`)
}

function readNames(body: JsonObject, name: string): string[] {
  const value = memberOf(body, name) ?? []
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw badRequest('invalidValue', `${name}: expected a list of names, got ${describe(value)}.`)
}
