import { parse, type Filter } from 'scim2-parse-filter'
import { findAttribute, resolvePath } from './attributePath.ts'
import { badRequest } from './errors.ts'
import { isObject, type JsonObject } from './json.ts'
import type { Attribute, ResourceType } from './schemas.ts'

export type { Filter }

/** A comparison within a filter, at its attribute. */
type Comparison = Extract<Filter, { attrPath: string; compValue: unknown }>

/**
 * Reads a filter of RFC 7644 section 3.4.2.2, and Entra's `emails[type eq "work"].value eq "x"`,
 * which the RFC lacks. Every attribute must exist in one of `types`.
 * @throws ScimError 400 invalidFilter.
 */
export function parseFilter(text: string, types: readonly ResourceType[]): Filter {
  const filter = parseText(text)
  checkFilter(filter, (path) => {
    const found = types.map((type) => resolvePath(path, type)).find((match) => match !== null)
    return found ? (found.subAttribute ?? found.attribute) : undefined
  })
  return filter
}

/** Reads what stands in the brackets of `emails[…]`, where names are those of sub-attributes. */
export function parseValueFilter(text: string, attribute: Attribute): Filter {
  const filter = parseText(text)
  checkFilter(filter, (path) => findAttribute(attribute.subAttributes ?? [], path))
  return filter
}

/** Reading takes time that grows with the square of the length, and nesting needs stack. */
const MAX_FILTER_LENGTH = 4_096

/** Whether a resource, in its form on the wire, passes the filter. */
export function matchesResource(resource: JsonObject, filter: Filter, type: ResourceType): boolean {
  switch (filter.op) {
    case 'and':
      return filter.filters.every((part) => matchesResource(resource, part, type))
    case 'or':
      return filter.filters.some((part) => matchesResource(resource, part, type))
    case 'not':
      return !matchesResource(resource, filter.filter, type)
    case '[]': {
      const found = resolvePath(filter.attrPath, type)
      if (!found) return false
      return itemsAt(resource, filter.attrPath, type).some(
        (item) => isObject(item) && matchesItem(item, filter.valFilter, found.attribute),
      )
    }
    default: {
      const found = resolvePath(filter.attrPath, type)
      if (!found) return false
      return compare(
        itemsAt(resource, filter.attrPath, type),
        filter,
        leafOf(found.subAttribute ?? found.attribute),
      )
    }
  }
}

/** Whether one item of a list passes a value filter. */
export function matchesItem(item: JsonObject, filter: Filter, attribute: Attribute): boolean {
  switch (filter.op) {
    case 'and':
      return filter.filters.every((part) => matchesItem(item, part, attribute))
    case 'or':
      return filter.filters.some((part) => matchesItem(item, part, attribute))
    case 'not':
      return !matchesItem(item, filter.filter, attribute)
    case '[]':
      return false
    default: {
      const leaf = findAttribute(attribute.subAttributes ?? [], filter.attrPath)
      return leaf !== undefined && compare([item[leaf.name]], filter, leaf)
    }
  }
}

/** All values at a path, through lists; of complex values their `value`. */
export function itemsAt(resource: JsonObject, path: string, type: ResourceType): unknown[] {
  const found = resolvePath(path, type)
  if (!found) return []
  const { extension, attribute, subAttribute } = found
  const container = extension ? resource[extension.id] : resource
  const value = isObject(container) ? container[attribute.name] : undefined
  const items: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  if (!subAttribute) return items
  return items.map((item) => (isObject(item) ? item[subAttribute.name] : undefined))
}

function parseText(text: string): Filter {
  if (text.length > MAX_FILTER_LENGTH) {
    throw badRequest(
      'invalidFilter',
      `filter: must have at most ${String(MAX_FILTER_LENGTH)} characters, got ${String(text.length)}.`,
    )
  }
  try {
    return parse(foldValuePaths(text))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw badRequest('invalidFilter', `filter: cannot read ${JSON.stringify(text)} (${reason}).`)
  }
}

/** The parser would split `a[F].b eq x` into two conditions that different items could meet. */
function foldValuePaths(text: string): string {
  const quoted = String.raw`"(?:[^"\\]|\\.)*"`
  const brackets = String.raw`([\w:.$-]+)\[((?:${quoted}|[^"\]])*)\]`
  const comparison = String.raw`\.([\w$]+)\s+(pr\b|\w+\s+(?:${quoted}|[^\s()]+))`
  return text.replace(
    new RegExp(`${quoted}|${brackets}${comparison}`, 'gi'),
    (whole: string, path?: string, inner?: string, subAttribute?: string, rest?: string) =>
      path === undefined
        ? whole
        : `${path}[(${inner ?? ''}) and ${subAttribute ?? ''} ${rest ?? ''}]`,
  )
}

function checkFilter(filter: Filter, find: (path: string) => Attribute | undefined): void {
  switch (filter.op) {
    case 'and':
    case 'or':
      for (const part of filter.filters) checkFilter(part, find)
      return
    case 'not':
      checkFilter(filter.filter, find)
      return
    case '[]': {
      const attribute = find(filter.attrPath)
      if (!attribute?.subAttributes) throw unknownAttribute(filter.attrPath)
      checkFilter(filter.valFilter, (path) => findAttribute(attribute.subAttributes ?? [], path))
      return
    }
    default: {
      const attribute = find(filter.attrPath)
      if (!attribute) throw unknownAttribute(filter.attrPath)
      if ('compValue' in filter) checkOperator(filter, leafOf(attribute))
    }
  }
}

function checkOperator(filter: Comparison, attribute: Attribute): void {
  if (filter.op === 'eq' || filter.op === 'ne') return
  const comparable = attribute.type !== 'boolean' && attribute.type !== 'complex'
  if (!comparable || typeof filter.compValue !== 'string') {
    throw badRequest(
      'invalidFilter',
      `filter: "${filter.op}" needs text on both sides, ${filter.attrPath} is compared with ${JSON.stringify(filter.compValue)}.`,
    )
  }
}

function unknownAttribute(path: string): Error {
  return badRequest('invalidFilter', `filter: there is no attribute "${path}".`)
}

/** `emails eq "x"` means `emails.value eq "x"`. */
function leafOf(attribute: Attribute): Attribute {
  return findAttribute(attribute.subAttributes ?? [], 'value') ?? attribute
}

function compare(
  items: unknown[],
  filter: Exclude<Filter, { filter: Filter } | { filters: Filter[] } | { valFilter: Filter }>,
  attribute: Attribute,
): boolean {
  const present = items
    .map((item) => (isObject(item) && 'value' in item ? item['value'] : item))
    .filter((item) => item !== undefined && item !== null && item !== '')
  if (!('compValue' in filter)) return present.length > 0
  if (filter.op === 'ne' && present.length === 0) return filter.compValue !== null
  if (filter.op === 'eq' && filter.compValue === null) return present.length === 0
  const asText = filter.op === 'co' || filter.op === 'sw' || filter.op === 'ew'
  const form = (value: unknown) => normalize(value, attribute, asText)
  const wanted = form(filter.compValue)
  return present.some((item) => holds(filter.op, form(item), wanted))
}

/** Brings both sides to one form: letters to one case, text booleans to booleans, times to numbers. */
function normalize(value: unknown, attribute: Attribute, asText: boolean): unknown {
  if (typeof value !== 'string') return value
  if (attribute.type === 'boolean') return value.toLowerCase() === 'true'
  if (attribute.type === 'dateTime' && !asText) {
    const time = Date.parse(value)
    return Number.isNaN(time) ? value : time
  }
  return attribute.caseExact ? value : value.toLowerCase()
}

function holds(op: Comparison['op'], left: unknown, right: unknown): boolean {
  switch (op) {
    case 'eq':
      return left === right
    case 'ne':
      return left !== right
    case 'co':
      return String(left).includes(String(right))
    case 'sw':
      return String(left).startsWith(String(right))
    case 'ew':
      return String(left).endsWith(String(right))
    case 'gt':
      return order(left, right) > 0
    case 'ge':
      return order(left, right) >= 0
    case 'lt':
      return order(left, right) < 0
    case 'le':
      return order(left, right) <= 0
  }
}

function order(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  const [a, b] = [String(left), String(right)]
  return a < b ? -1 : a > b ? 1 : 0
}
