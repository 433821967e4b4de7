import { badRequest } from './errors.ts'
import { matchesItem, type Filter } from './filter.ts'
import { isObject, objectsAt, type JsonObject } from './json.ts'
import type { PatchOperation, PatchTarget } from './patchRequest.ts'

/**
 * Applies operations in turn to a copy of `resource` and answers the copy, so that a request which
 * fails half-way changes nothing.
 * @throws ScimError 400 noTarget or mutability.
 */
export function applyPatch(resource: JsonObject, operations: PatchOperation[]): JsonObject {
  const patched = structuredClone(resource)
  for (const operation of operations) applyOperation(patched, operation)
  return patched
}

function applyOperation(resource: JsonObject, operation: PatchOperation): void {
  const { extension, attribute } = operation.target
  const container = extension ? objectUnder(resource, extension.id) : resource
  if (attribute.multiValued) changeList(container, operation)
  else changeValue(container, operation)
  if (attribute.required && container[attribute.name] === undefined) {
    throw badRequest('mutability', `${attribute.name}: required, it cannot be removed.`)
  }
}

function changeValue(container: JsonObject, { op, target, value }: PatchOperation): void {
  const { attribute, subAttribute } = target
  if (subAttribute) {
    const parent = objectUnder(container, attribute.name)
    setOrDelete(parent, subAttribute.name, op === 'remove' ? undefined : value)
    return
  }
  const current = container[attribute.name]
  // Sub-attributes that are not mentioned stay, as RFC 7644 section 3.5.2.3 has it.
  const next = isObject(current) && isObject(value) ? { ...current, ...value } : value
  setOrDelete(container, attribute.name, op === 'remove' ? undefined : next)
}

function changeList(container: JsonObject, operation: PatchOperation): void {
  const { name } = operation.target.attribute
  const items = objectsAt(container, name)
  const formerPrimaries = items.filter((item) => item['primary'] === true)
  const changed =
    operation.op === 'remove' ? without(items, operation) : withValue(items, operation)
  yieldPrimary(changed, formerPrimaries)
  setOrDelete(container, name, changed.length > 0 ? changed : undefined)
}

function without(items: JsonObject[], { target, value }: PatchOperation): JsonObject[] {
  const { subAttribute } = target
  const chosen = chooser(target)
  if (subAttribute) {
    for (const item of items.filter(chosen)) setOrDelete(item, subAttribute.name, undefined)
    return items
  }
  // Entra names whom to remove in the value.
  const named = value === undefined ? undefined : asList(value)
  return items.filter((item) => !chosen(item) || (named && !isNamed(item, named)))
}

function withValue(items: JsonObject[], operation: PatchOperation): JsonObject[] {
  const { op, target, value } = operation
  if (!target.filter && !target.subAttribute) {
    return op === 'replace' ? asList(value) : merged(items, asList(value))
  }
  const chosen = items.filter(chooser(target))
  const change = target.subAttribute ? { [target.subAttribute.name]: value } : asObject(value)
  for (const item of chosen) Object.assign(item, change)
  if (chosen.length > 0) return items
  return [...items, { ...described(operation), ...change }]
}

/** Adds the items that are new; one that is there already (same value and type) is updated. */
function merged(items: JsonObject[], added: JsonObject[]): JsonObject[] {
  const byKey = new Map(items.map((item) => [keyOf(item), item]))
  for (const item of added) {
    const known = byKey.get(keyOf(item))
    if (known) Object.assign(known, item)
    else byKey.set(keyOf(item), item)
  }
  return [...byKey.values()]
}

/** An item that a filter describes but that is not there yet: possible where it only says "equals". */
function described({ op, target }: PatchOperation): JsonObject {
  const { attribute, filter, subAttribute } = target
  const facts = filter ? equalities(filter) : {}
  if (facts === undefined || (op === 'replace' && !subAttribute)) {
    throw badRequest('noTarget', `${attribute.name}: no value matches the filter of the path.`)
  }
  return facts
}

function equalities(filter: Filter): JsonObject | undefined {
  if (filter.op === 'eq' && 'compValue' in filter) return { [filter.attrPath]: filter.compValue }
  if (filter.op !== 'and') return undefined
  const facts: JsonObject = {}
  for (const part of filter.filters) {
    const partFacts = equalities(part)
    if (!partFacts) return undefined
    Object.assign(facts, partFacts)
  }
  return facts
}

/** A list has one primary value at most: the older one gives way. */
function yieldPrimary(items: JsonObject[], former: JsonObject[]): void {
  const primaries = items.filter((item) => item['primary'] === true)
  if (primaries.length < 2) return
  for (const item of primaries) if (former.includes(item)) item['primary'] = false
}

function chooser({ attribute, filter }: PatchTarget): (item: JsonObject) => boolean {
  return (item) => filter === undefined || matchesItem(item, filter, attribute)
}

function isNamed(item: JsonObject, named: JsonObject[]): boolean {
  return named.some((candidate) => candidate['value'] === item['value'])
}

function keyOf(item: JsonObject): string {
  return 'value' in item ? JSON.stringify([item['value'], item['type']]) : JSON.stringify(item)
}

function objectUnder(container: JsonObject, name: string): JsonObject {
  const current = container[name]
  if (isObject(current)) return current
  const made: JsonObject = {}
  container[name] = made
  return made
}

function setOrDelete(container: JsonObject, name: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(container, name)
  else container[name] = value
}

function asList(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject)
  return isObject(value) ? [value] : []
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}
