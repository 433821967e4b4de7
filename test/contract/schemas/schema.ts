/** JSON Schema, as data. The few words below are all that the schemas of the API are written in. */
export type Schema = Readonly<Record<string, unknown>>

export const text: Schema = { type: 'string' }
export const filled: Schema = { type: 'string', minLength: 1 }
export const number: Schema = { type: 'number' }
export const flag: Schema = { type: 'boolean' }
export const time: Schema = { type: 'string', format: 'date-time' }
export const nothing: Schema = { type: 'null' }
/** An object of the host's own, with whatever in it. */
export const anyObject: Schema = { type: 'object' }

/** An id of the API: what it names, the environment, a UUID. */
export function idOf(kind: string): Schema {
  return { type: 'string', pattern: `^${kind}-test-[0-9A-Za-z-]+$` }
}

export function exactly(...values: (string | number | boolean)[]): Schema {
  return { enum: values }
}

export function list(items: Schema): Schema {
  return { type: 'array', items }
}

/** An object whose keys are not known beforehand. */
export function mapOf(values: Schema): Schema {
  return { type: 'object', additionalProperties: values }
}

export function nullable(schema: Schema): Schema {
  return { anyOf: [schema, nothing] }
}

export function oneOf(...schemas: Schema[]): Schema {
  return { anyOf: schemas }
}

/** A named type. */
export function ref(name: string): Schema {
  return { $ref: name }
}

export type Fields = Readonly<Record<string, Schema>>

/** An object with these fields and no other. A name that ends in `?` is of a field that may be missing. */
export function record(fields: Fields): Schema {
  const entries = Object.entries(fields)
  return {
    type: 'object',
    additionalProperties: false,
    required: entries.map(([name]) => name).filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(
      entries.map(([name, schema]) => [name.replace(/\?$/, ''), schema]),
    ),
  }
}
