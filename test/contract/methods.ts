import list from './methods.json' with { type: 'json' }

/** A method as the list has it. What is left out there does not hold. */
export interface Method {
  id: string
  method: string | null
  path: string | null
  body: { name: string; type: string; optional: boolean; from: string }[]
  /** The query's one parameter. */
  query?: string
  /** Where the page goes to, instead of a request. */
  navigates?: string
  /** Takes its only argument as a text, not as an object. */
  positional?: boolean
  noBody?: boolean
  keepsVerifier?: boolean
  effect?: string
}

/** How this project calls what the list of methods gives another name, or what the client does by itself. */
const NAMES: Record<string, string | null> = {
  '_internal.adminPortalConfig': 'adminPortal.getConfig',
  '_internal.searchMember': 'organization.searchMember',
  '_internal.oneTapStart': 'oauth.googleOneTap.getClientId',
  '_internal.bootstrap': null,
  '_internal.events': null,
}

const SAMPLES: Record<string, unknown> = {
  string: 'a text',
  number: 5,
  boolean: true,
  array: ['one'],
  object: { operator: 'AND', operands: [] },
}
/** Of what would change the address if it were not encoded. */
const ID = 'a/b c'
const ENCODED = 'a%2Fb%20c'

export const methods: Method[] = list
export const nameOf = ({ id }: Method) => (id in NAMES ? NAMES[id] : id) ?? ''
export const present = methods.filter(nameOf)
export const leaving = present.filter(({ navigates }) => navigates)
export const oneTap = present.filter(({ id }) => /googleOneTap.*start$/.test(id))
export const requests = present.filter(
  (method) => method.method && !leaving.includes(method) && !oneTap.includes(method),
)

export const callerFields = ({ body }: Method) => body.filter(({ from }) => from === 'caller')
export const parametersOf = ({ path, query }: Method) => [
  ...Array.from(path?.matchAll(/\{(\w+)\}/g) ?? [], ([, name = '']) => name),
  ...(query ? [query] : []),
]
export const neededBy = (method: Method) => [
  ...parametersOf(method),
  ...callerFields(method)
    .filter(({ optional, name }) => !optional && !parametersOf(method).includes(name))
    .map(({ name }) => name),
]

export function inputFor(method: Method, which: 'least' | 'all' = 'all'): Record<string, unknown> {
  const fields = callerFields(method).filter(({ optional }) => which === 'all' || !optional)
  return {
    ...Object.fromEntries(fields.map(({ name, type }) => [name, SAMPLES[type]])),
    ...Object.fromEntries(parametersOf(method).map((name) => [name, ID])),
  }
}

/** The arguments of a call; none where the method takes none. */
export function argumentsFor(method: Method, which?: 'least' | 'all'): unknown[] {
  const input = inputFor(method, which)
  if (method.positional) return Object.values(input)
  return Object.keys(input).length ? [input] : []
}

export const addressOf = ({ path, query }: Method) =>
  `/sdk/v1${path?.replaceAll(/\{.*?\}/g, ENCODED)}${query ? `?${query}=${ENCODED}` : ''}`

/** The deprecated alias is the same function. */
export const spokenNameOf = (method: Method) => nameOf(method).replace(/^member\./, 'self.')
