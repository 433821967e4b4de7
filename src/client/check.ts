import { UsageError } from './errors.ts'

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What an argument has to be follows from its name: the API's names are regular enough for that.
 * `test/contract` holds this against the documented type of every argument.
 */
const KINDS = [
  [/minutes|limit/, 'number'],
  [/query|storage|Options|tenants/, 'object'],
  [/allowed_\w+s$|assignments/, 'array'],
  [/[cC]lear|Alive|telemetry|available/, 'boolean'],
  [/fetch/, 'function'],
] as const

/**
 * Throws a `UsageError` that names method, argument and what was expected. Arguments that are not
 * `required` may be left out. The given value is not named: it may be a secret.
 */
export function check(method: string, input: unknown, ...required: string[]): void {
  if (!isRecord(input)) throw new UsageError(method, 'the argument', 'an object')
  for (const name of [...required, ...Object.keys(input)]) {
    const value = input[name]
    const isRequired = required.includes(name)
    if (value === undefined && !isRequired) continue
    const kind = KINDS.find(([names]) => names.test(name))?.[1] ?? 'string'
    const given = Array.isArray(value) ? 'array' : typeof value
    // Dots alone would climb up the URL's path, whether they are encoded or not.
    if (given !== kind || (isRequired && /^\.{0,2}$/.test(String(value)))) {
      throw new UsageError(method, name, `of type ${kind}${isRequired ? ', not empty' : ''}`)
    }
  }
}
