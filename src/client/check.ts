import { UsageError } from './errors.ts'

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What an argument has to be follows from its name: the API's names are regular enough for that.
 * `test/contract` holds this against the documented type of every argument.
 */
const KINDS = Object.entries({
  number: /minutes|limit/,
  object: /query|storage|Options|State|tenants|mapping|params|metadata$/,
  array: /allowed_\w+s$|assignments|^(roles|scopes|resources)$/,
  boolean:
    /clear|Alive|telemetry|available|^(is|create|preserve|unlink|enable|cancel)_|enrolled|granted|set_d/,
  function: /^(fetch|navigate|captcha|deviceFingerprint|googleOneTap)$/,
})

/**
 * Throws a `UsageError` that names method, argument and what was expected. Arguments that are not
 * `required` may be left out. The given value is not named: it may be a secret.
 */
export function check(
  method: string,
  input: unknown,
  ...required: string[]
): asserts input is Record<string, unknown> {
  if (!isRecord(input)) throw new UsageError(method, 'the argument', 'an object')
  for (const name of [...required, ...Object.keys(input)]) {
    const value = input[name]
    const isRequired = required.includes(name)
    if (value == null && !isRequired) continue
    const kind = KINDS.find(([, names]) => names.test(name))?.[0] ?? 'string'
    const given = Array.isArray(value) ? 'array' : typeof value
    // Dots alone would climb up the URL's path, whether they are encoded or not. Of a password that is
    // only to be rated a dot may be the first character.
    const isVoid = /^\.{0,2}$/.test(String(value)) && !/password$/.test(name)
    if (given !== kind || (isRequired && isVoid)) {
      throw new UsageError(method, name, `of type ${kind}${isRequired ? ', not empty' : ''}`)
    }
  }
}
