import { nameOf, present, spokenNameOf } from '../contract/methods.ts'

/** What the hooks call a method. The rule stands in words at the top of `src/hooks/index.ts`. */
export interface MethodNames {
  /** The path to it on the client: `scim.getConnection`. */
  method: string
  isRead: boolean
  /** The namespace of its options: `scimQueries`. */
  namespace: string
  /** Its options in there: `connection`. */
  factory: string
  hook: string
}

/** Methods that send something, or leave the page: each has options and a hook. Deprecated names have none. */
export const sendingMethods: string[] = [
  ...new Set(present.filter(({ method }) => method !== null).map(spokenNameOf)),
  // Which request it is depends on the URL.
  'authenticateByUrl',
]

/** Methods of the API's list that answer from what the client knows. */
export const knowingMethods: string[] = present
  .filter(({ id, method }) => method === null && id !== 'authenticateByUrl')
  .map(nameOf)

/** By name. The rule's only table is that of what it would get wrong. */
const READ = /^(get[A-Z]?.*|search.*|list)$/
const READS = ['sso.discoverConnections', 'idp.oauthAuthorizeStart']
const WRITES = ['recoveryCodes.get']

export function namesOf(method: string): MethodNames {
  const words = method.split('.')
  const name = words.at(-1) ?? ''
  const path = words.slice(0, -1)
  const isRead = !WRITES.includes(method) && (READS.includes(method) || READ.test(name))
  const factory = isRead ? uncapitalized(name.replace(/^get(?=.)/, '')) : name
  return {
    method,
    isRead,
    namespace: `${camelCase(path.length > 0 ? path : ['client'])}${isRead ? 'Queries' : 'Mutations'}`,
    factory,
    hook: `use${[...path, factory].map(capitalized).join('')}`,
  }
}

const camelCase = (words: string[]) => uncapitalized(words.map(capitalized).join(''))
const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const uncapitalized = (word: string) => word.charAt(0).toLowerCase() + word.slice(1)
