/** Where in a description something stands: names of fields and numbers in lists, from the outside in. */
export type Path = readonly (string | number)[]

export interface Problem {
  path: Path
  /** What is wrong there, and how it is mended. */
  message: string
}

/** What somebody described cannot be used. The message has all that is wrong, each with its place. */
export class DescriptionError extends Error {
  override readonly name = 'DescriptionError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => `${placeOf(path)} ${message}`).join('\n'))
    this.problems = problems
  }
}

/**
 * An object that a person wrote, each part read with what it must be. What is wrong is collected, so that all of it
 * is told at once; the reader then gets a value of the right kind to go on with.
 */
export interface Described {
  readonly path: Path
  has: (name: string) => boolean
  raw: (name: string) => unknown
  names: () => string[]
  /** A text that must be given, and not be empty. */
  text: (name: string) => string
  optionalText: (name: string) => string | undefined
  flag: (name: string) => boolean | undefined
  whole: (name: string, range: { min: number; max: number }) => number | undefined
  oneOf: <const Value extends string>(name: string, values: readonly Value[]) => Value | undefined
  texts: (name: string) => string[] | undefined
  object: (name: string) => Described | undefined
  objects: (name: string) => Described[]
  /** An object whose inner names are free, such as metadata. */
  free: (name: string) => Record<string, unknown> | undefined
  /** Notes that a field, or with '' the object as a whole, is wrong. */
  wrong: (name: string | number, message: string) => void
}

/** Reads a description. Throws a `DescriptionError` when a part is wrong, or has a name that nobody knows. */
export function readDescription<Value>(value: unknown, read: (root: Described) => Value): Value {
  const problems: Problem[] = []
  const opened: Opened[] = []
  if (!isObject(value)) {
    throw new DescriptionError([
      { path: [], message: `must be an object; it is ${kindOf(value)}.` },
    ])
  }
  const result = read(describe(value, [], { problems, opened }))
  for (const { path, given, asked } of opened) {
    for (const name of Object.keys(given)) {
      if (!asked.has(name))
        problems.push({ path: [...path, name], message: unknownName(name, asked) })
    }
  }
  if (problems.length > 0) throw new DescriptionError(problems)
  return result
}

/** As one writes it in code: `organizations[0].members[2].email`. */
export function placeOf(path: Path): string {
  if (path.length === 0) return 'The description'
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${String(part)}]`
      const name = /^[\w-]+$/.test(part) ? part : JSON.stringify(part)
      return index === 0 ? name : `.${name}`
    })
    .join('')
}

interface Opened {
  path: Path
  given: object
  asked: Set<string>
}

interface Findings {
  problems: Problem[]
  opened: Opened[]
}

function describe(given: object, path: Path, findings: Findings): Described {
  const values = new Map<string, unknown>(Object.entries(given))
  const asked = new Set<string>()
  findings.opened.push({ path, given, asked })

  const raw = (name: string) => {
    asked.add(name)
    return values.get(name) ?? undefined
  }
  const wrong = (name: string | number, message: string) => {
    findings.problems.push({ path: name === '' ? path : [...path, name], message })
  }
  const optional = <Value>(
    name: string,
    is: (candidate: unknown) => candidate is Value,
    wanted: string,
  ): Value | undefined => {
    const candidate = raw(name)
    if (candidate === undefined || is(candidate)) return candidate
    wrong(name, `must be ${wanted}; it is ${kindOf(candidate)}.`)
    return undefined
  }
  const open = (value: unknown, inner: Path): Described | undefined => {
    if (isObject(value)) return describe(value, inner, findings)
    findings.problems.push({ path: inner, message: `must be an object; it is ${kindOf(value)}.` })
    return undefined
  }

  return {
    path,
    raw,
    wrong,
    has: (name) => raw(name) !== undefined,
    names: () => [...values.keys()],
    text: (name) => {
      const value = optional(name, isText, 'a text') ?? ''
      const isMissing = raw(name) === undefined || (raw(name) === value && value.trim() === '')
      if (isMissing) wrong(name, 'is required: a text.')
      return value
    },
    optionalText: (name) => optional(name, isText, 'a text'),
    flag: (name) => optional(name, isFlag, 'true or false'),
    whole: (name, { min, max }) => {
      const wanted = `a whole number from ${String(min)} to ${String(max)}`
      const isWithin = (value: unknown): value is number =>
        typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      return optional(name, isWithin, wanted)
    },
    oneOf: (name, known) => {
      const isKnown = (value: unknown): value is (typeof known)[number] =>
        known.some((candidate) => candidate === value)
      return optional(name, isKnown, `one of ${known.join(', ')}`)
    },
    texts: (name) => optional(name, isTexts, 'a list of texts'),
    object: (name) => {
      const value = raw(name)
      return value === undefined ? undefined : open(value, [...path, name])
    },
    objects: (name) =>
      (optional(name, isList, 'a list') ?? []).flatMap(
        (item, index) => open(item, [...path, name, index]) ?? [],
      ),
    free: (name) => {
      const value = optional(name, isObject, 'an object')
      return value && Object.fromEntries(Object.entries(value))
    },
  }
}

function unknownName(name: string, known: ReadonlySet<string>): string {
  const near = [...known].find((candidate) => isNear(name, candidate))
  if (near !== undefined) return `is not known. Did you mean ${near}?`
  return `is not known. Here one may write: ${[...known].join(', ')}.`
}

/** Written otherwise (`passWord`, `sso-connections`), one a beginning of the other, or with one letter off. */
function isNear(name: string, candidate: string): boolean {
  const [a, b] = [name, candidate].map((text) => text.toLowerCase().replace(/[^a-z0-9]/g, ''))
  if (a === undefined || b === undefined || a === '' || b === '') return false
  if (a === b || (a.length > 3 && b.startsWith(a)) || (b.length > 3 && a.startsWith(b))) return true
  if (Math.abs(a.length - b.length) > 1) return false
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  const rests = [
    [a.slice(same + 1), b.slice(same)],
    [a.slice(same), b.slice(same + 1)],
    [a.slice(same + 1), b.slice(same + 1)],
  ]
  return rests.some(([one, other]) => one === other)
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  const given = JSON.stringify(value)
  return given.length > 60 ? `${given.slice(0, 60)}…` : given
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText)
}
