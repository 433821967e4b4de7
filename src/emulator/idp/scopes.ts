import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import type { StoredConnectedApp } from '../records/connectedApps.ts'

/** One of the scopes that an app asks for, as the consent screen shows it. */
export interface ScopeResult {
  scope: string
  description: string
  /** Whether the member holds what it stands for, and so can give it away. */
  is_grantable: boolean
}

const BUILT_IN: Record<string, string> = {
  openid: 'Know who you are',
  profile: 'See your name',
  email: 'See your email address',
  phone: 'See your phone number',
  offline_access: 'Keep access while you are away',
  full_access: 'Act with all that you may do',
}

export const BUILT_IN_SCOPES: readonly string[] = Object.keys(BUILT_IN)

/**
 * What becomes of the scopes that an app asks for: those of the API itself can be granted by everybody, those of the
 * project's policy by who holds their permissions. Throws 400 when the app may not ask for one of them.
 */
export function readScopes(
  { data }: EmulatorContext,
  caller: Caller,
  app: StoredConnectedApp,
  asked: readonly string[],
): ScopeResult[] {
  const scopes = data.project.rbac_policy.scopes
  return [...new Set(asked)].map((name): ScopeResult => {
    const builtIn = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined
    if (builtIn !== undefined) {
      if (name === 'full_access' && !app.full_access_allowed) {
        throw invalidScope(`The connected app may not ask for the scope full_access.`)
      }
      return { scope: name, description: builtIn, is_grantable: true }
    }
    const known = scopes.find(({ scope }) => scope === name)
    if (!known) throw invalidScope(`scopes names ${name}, which is no scope of the project.`)
    return {
      scope: name,
      description: known.description,
      is_grantable: known.permissions.every(({ resource_id, actions }) =>
        actions.every((action) => caller.can(resource_id, action)),
      ),
    }
  })
}

function invalidScope(message: string): Error {
  return badRequest(message, 'oauth_invalid_scope_requested')
}
