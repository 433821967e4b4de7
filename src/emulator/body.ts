import { badRequest, EmulatorError, tooLarge } from './errors.ts'

/** The largest body that a request may have, in bytes. */
export const MAX_BODY_BYTES = 1_000_000

/** The fields of a JSON body, each read with what it must be. Refusals name the field. */
export interface Body {
  /** The field was given, and not as null. */
  has: (name: string) => boolean
  raw: (name: string) => unknown
  string: (name: string) => string
  optionalString: (name: string) => string | undefined
  optionalBoolean: (name: string) => boolean | undefined
  optionalInteger: (name: string, range: { min: number; max: number }) => number | undefined
  optionalStrings: (name: string) => string[] | undefined
  optionalOneOf: <const Value extends string>(
    name: string,
    values: readonly Value[],
  ) => Value | undefined
  optionalEach: <const Value extends string>(
    name: string,
    values: readonly Value[],
  ) => Value[] | undefined
  optionalObject: (name: string) => Body | undefined
  optionalObjects: (name: string) => Body[] | undefined
  /** The names of all fields. */
  names: () => string[]
}

/**
 * The text of a request's body. Throws 413 as soon as it is known to be too large, so that an endless one is
 * not collected.
 */
export async function readText(request: Request, maxBytes = MAX_BODY_BYTES): Promise<string> {
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes)
  // Only a body without a length has to be watched while it comes; not every browser lets a Request be streamed.
  const isOpenEnded = request.headers.has('transfer-encoding')
  const text = await (isOpenEnded ? collect(request.body, maxBytes) : request.text()).catch(
    (error: unknown) => {
      if (error instanceof EmulatorError) throw error
      throw badRequest(
        `The body broke off: ${error instanceof Error ? error.message : String(error)}`,
      )
    },
  )
  if (new TextEncoder().encode(text).byteLength > maxBytes) throw tooLarge(maxBytes)
  return text
}

async function collect(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<string> {
  const reader = body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const chunk = await reader?.read()
    if (!chunk?.value) return text + decoder.decode()
    size += chunk.value.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    text += decoder.decode(chunk.value, { stream: true })
  }
}

/** An empty body counts as `{}`: the clients send the JSON content type with every request. */
export function parseBody(text: string): Body {
  return bodyOf(parseJson(text), 'The body')
}

/** The value of a JSON text; undefined for an empty one. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badRequest(
      `The body is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

/** For what clients may send and the emulator has no use for: it must still be what the API takes. */
export function checkUnusedStrings(body: Body, names: readonly string[]): void {
  for (const name of names) body.optionalString(name)
}

export function bodyOf(value: unknown, name: string): Body {
  const fields = fieldsOf(value ?? {}, name)
  const raw = (field: string) => fields.get(field) ?? undefined

  const optional =
    <Value>(is: (candidate: unknown) => candidate is Value, wanted: string) =>
    (field: string): Value | undefined => {
      const candidate = raw(field)
      if (candidate === undefined || is(candidate)) return candidate
      throw badRequest(`${field} must be ${wanted}.`)
    }
  const optionalString = optional(isString, 'a string')
  const optionalNumber = optional(isNumber, 'a number')

  const oneOf = <Value extends string>(
    field: string,
    candidate: string,
    values: readonly Value[],
  ): Value => {
    const match = values.find((known) => known === candidate)
    if (match === undefined) throw badRequest(`${field} must be one of ${values.join(', ')}.`)
    return match
  }
  const optionalStrings = optional(isStrings, 'a list of strings')

  return {
    raw,
    names: () => [...fields.keys()],
    has: (field) => raw(field) !== undefined,
    string: (field) => {
      const candidate = optionalString(field)
      if (candidate === undefined) throw badRequest(`${field} is required.`)
      return candidate
    },
    optionalString,
    optionalBoolean: optional(isBoolean, 'true or false'),
    optionalInteger: (field, { min, max }) => {
      const candidate = optionalNumber(field)
      if (candidate === undefined) return undefined
      if (Number.isInteger(candidate) && candidate >= min && candidate <= max) return candidate
      throw badRequest(`${field} must be a whole number from ${String(min)} to ${String(max)}.`)
    },
    optionalStrings,
    optionalOneOf: (field, values) => {
      const candidate = optionalString(field)
      return candidate === undefined ? undefined : oneOf(field, candidate, values)
    },
    optionalEach: (field, values) =>
      optionalStrings(field)?.map((candidate) => oneOf(field, candidate, values)),
    optionalObject: (field) => {
      const candidate = raw(field)
      return candidate === undefined ? undefined : bodyOf(candidate, field)
    },
    optionalObjects: (field) =>
      optional(
        Array.isArray,
        'a list of objects',
      )(field)?.map((item: unknown, index) => bodyOf(item, `${field}[${String(index)}]`)),
  }
}

function fieldsOf(value: unknown, name: string): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest(`${name} must be a JSON object.`)
  }
  return new Map(Object.entries(value))
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isString)
}
