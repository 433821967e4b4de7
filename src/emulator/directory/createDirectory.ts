import type { Dialect, DirectoryGroup, DirectoryUser, ScimRecord } from './dialect.ts'
import { createMicrosoftEntra } from './microsoftEntra.ts'
import { okta } from './okta.ts'
import { sampleGroups, sampleUsers } from './sample.ts'
import { createScimConnector, DirectoryError, type DirectoryRequest } from './scimConnector.ts'

export interface DirectoryOptions {
  /** The connection's `base_url` as the portal shows it. */
  baseUrl: string
  /** The connection's bearer token. */
  token: string
  /** Whose SCIM to speak. */
  dialect: 'okta' | 'microsoft-entra'
  /** What sends the requests; the global `fetch` when left out. */
  fetch?: ((input: string, init: RequestInit) => Promise<Response>) | undefined
  /** Told of every request when it has been answered. */
  onRequest?: ((request: DirectoryRequest) => void) | undefined
}

/** An identity provider that pushes to one SCIM connection. Every method throws `DirectoryError`. */
export interface Directory {
  /** Pushes the sample: eight users, then four groups with their members. May be repeated. */
  pushSample: () => Promise<{ users: number; groups: number }>
  /** Pushes a user: looks for the user name, then creates or updates. */
  pushUser: (user: DirectoryUser) => Promise<void>
  /** Pushes a group: looks for its name, creates it if need be, and adds the members. */
  pushGroup: (group: DirectoryGroup) => Promise<void>
  deactivate: (userName: string) => Promise<void>
  reactivate: (userName: string) => Promise<void>
  /** Takes a user away. Okta only ever deactivates; Entra deactivates, and deletes later. */
  deleteUser: (userName: string) => Promise<void>
  renameGroup: (name: string, newName: string) => Promise<void>
  addToGroup: (group: string, userName: string) => Promise<void>
  removeFromGroup: (group: string, userName: string) => Promise<void>
  deleteGroup: (name: string) => Promise<void>
}

/**
 * A directory that speaks SCIM as Okta or Microsoft Entra does, to try a connection with. Entra's
 * spelling follows the base URL, as in real life: the flag `aadOptscim062020` in it changes how
 * Entra writes a PATCH.
 *
 * @throws TypeError when an option is not usable.
 * @example
 * const directory = createDirectory({ baseUrl: connection.base_url, token, dialect: 'okta' })
 * await directory.pushSample()
 */
export function createDirectory(options: DirectoryOptions): Directory {
  const baseUrl = readBaseUrl(options.baseUrl)
  const dialect = dialectOf(options.dialect, baseUrl)
  const scim = createScimConnector({
    baseUrl,
    token: readToken(options.token),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    onRequest: options.onRequest,
  })

  // Directories remember what a user is called on the other side.
  const pushedIds = new Map<string, string>()

  async function pushUser(user: DirectoryUser): Promise<void> {
    const current = await dialect.findUser(scim, user.userName)
    if (current) await dialect.updateUser(scim, current, user)
    const { id } = current ?? (await dialect.createUser(scim, user))
    pushedIds.set(user.userName, id)
  }

  async function pushGroup({ name, members }: DirectoryGroup): Promise<void> {
    const group = (await dialect.findGroup(scim, name)) ?? (await dialect.createGroup(scim, name))
    const people = []
    for (const userName of members) {
      const id = pushedIds.get(userName) ?? (await userBy(userName)).id
      people.push({ id, userName })
    }
    if (people.length > 0) await dialect.addMembers(scim, group.id, people)
  }

  async function userBy(userName: string): Promise<ScimRecord> {
    return (await dialect.findUser(scim, userName)) ?? missing('user', userName)
  }

  async function groupBy(name: string): Promise<ScimRecord> {
    return (await dialect.findGroup(scim, name)) ?? missing('group', name)
  }

  return {
    pushUser,
    pushGroup,
    pushSample: async () => {
      for (const user of sampleUsers) await pushUser(user)
      for (const group of sampleGroups) await pushGroup(group)
      return { users: sampleUsers.length, groups: sampleGroups.length }
    },
    deactivate: async (userName) => {
      await dialect.setActive(scim, (await userBy(userName)).id, false)
    },
    reactivate: async (userName) => {
      await dialect.setActive(scim, (await userBy(userName)).id, true)
    },
    deleteUser: async (userName) => {
      await dialect.deleteUser(scim, (await userBy(userName)).id)
      pushedIds.delete(userName)
    },
    renameGroup: async (name, newName) => {
      await dialect.renameGroup(scim, (await groupBy(name)).id, newName)
    },
    addToGroup: async (group, userName) => {
      const { id } = await userBy(userName)
      await dialect.addMembers(scim, (await groupBy(group)).id, [{ id, userName }])
    },
    removeFromGroup: async (group, userName) => {
      const { id } = await userBy(userName)
      await dialect.removeMember(scim, (await groupBy(group)).id, id)
    },
    deleteGroup: async (name) => {
      await dialect.deleteGroup(scim, (await groupBy(name)).id)
    },
  }
}

function dialectOf(name: string, baseUrl: URL): Dialect {
  if (name === 'okta') return okta
  if (name === 'microsoft-entra') {
    return createMicrosoftEntra({ compliant: baseUrl.searchParams.has('aadOptscim062020') })
  }
  throw new TypeError(`dialect: expected "okta" or "microsoft-entra", got ${JSON.stringify(name)}.`)
}

function readBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw new TypeError(
    `baseUrl: expected the address of a SCIM connection, got ${JSON.stringify(text)}.`,
  )
}

function readToken(token: string): string {
  const trimmed = token.trim()
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed
  throw new TypeError('token: expected a bearer token of visible ASCII characters without spaces.')
}

function missing(kind: 'user' | 'group', name: string): never {
  throw new DirectoryError(`Looking for the ${kind}`, {
    status: 404,
    detail: `the service provider has no ${kind} "${name}".`,
  })
}
