/** Where a value as a whole is. */
export const ROOT = 'it'

/** Says what is wrong with a value, beginning with where; null when it is as it should be. */
export type Shape = (value: unknown, where: string) => string | null

/** The shapes of all fields of a type, so that a field that is added to it cannot be forgotten here. */
export type ShapesOf<Value> = Record<keyof Value, Shape>

export const text: Shape = (value, where) => typeOf(value, where, 'string', 'a text')
export const number: Shape = (value, where) => typeOf(value, where, 'number', 'a number')
export const flag: Shape = (value, where) => typeOf(value, where, 'boolean', 'true or false')
export const anything: Shape = () => null

export const time: Shape = (value, where) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))
    ? null
    : `${where} is not a time: ${short(value)}`

export const url: Shape = (value, where) =>
  typeof value === 'string' && URL.canParse(value)
    ? null
    : `${where} is not an address: ${short(value)}`

export function oneOf(...values: readonly string[]): Shape {
  return (value, where) =>
    typeof value === 'string' && values.includes(value)
      ? null
      : `${where} is not one of ${values.join(', ')}: ${short(value)}`
}

export function nullable(shape: Shape): Shape {
  return (value, where) => (value === null ? null : shape(value, where))
}

export function optional(shape: Shape): Shape {
  return (value, where) => (value === undefined ? null : shape(value, where))
}

export function list(item: Shape): Shape {
  return (value, where) => {
    if (!Array.isArray(value)) return `${where} is not a list: ${short(value)}`
    return firstOf(value, (one: unknown, index) => item(one, `${where}[${String(index)}]`))
  }
}

/** An object of values by id or name. */
export function records(item: Shape): Shape {
  return (value, where) => {
    if (!isObject(value)) return `${where} is not an object of records by id: ${short(value)}`
    return firstOf(Object.entries(value), ([id, one]) =>
      item(one, `${where}[${JSON.stringify(id)}]`),
    )
  }
}

/** An object with at least these fields, whose names stand alone at the root. */
export function fields(shapes: Record<string, Shape>): Shape {
  const entries = Object.entries(shapes)
  return (value, where) => {
    if (!isObject(value)) return `${where} is not an object: ${short(value)}`
    const given = new Map<string, unknown>(Object.entries(value))
    return firstOf(entries, ([name, shape]) =>
      shape(given.get(name), where === ROOT ? name : `${where}.${name}`),
    )
  }
}

function firstOf<Item>(
  items: readonly Item[],
  problemOf: (item: Item, index: number) => string | null,
): string | null {
  for (const [index, item] of items.entries()) {
    const problem = problemOf(item, index)
    if (problem !== null) return problem
  }
  return null
}

function typeOf(value: unknown, where: string, type: string, wanted: string): string | null {
  return typeof value === type ? null : `${where} is not ${wanted}: ${short(value)}`
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function short(value: unknown): string {
  if (value === undefined) return 'it is missing'
  if (Array.isArray(value)) return 'it is a list'
  if (isObject(value)) return 'it is an object'
  const given = JSON.stringify(value)
  return `it is ${given.length > 60 ? `${given.slice(0, 60)}…` : given}`
}
