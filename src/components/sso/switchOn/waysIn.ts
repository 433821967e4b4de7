import type { OrganizationUpdateInput } from '../../../client/organization.ts'
import type { AuthMethod, Organization } from '../../../client/types.ts'
import type { SsoChange } from '../lockOut/lockOut.ts'

/** By what members may sign in, as far as SSO is concerned; `without`: not by SSO at all. */
export type WaysIn = 'all' | 'besides' | 'only' | 'without'

export type MethodsPolicy = Pick<Organization, 'auth_methods' | 'allowed_auth_methods'>

export function waysInOf({ auth_methods, allowed_auth_methods = [] }: MethodsPolicy): WaysIn {
  if (auth_methods !== 'RESTRICTED') return 'all'
  if (!allowed_auth_methods.includes('sso')) return 'without'
  return allowed_auth_methods.length > 1 ? 'besides' : 'only'
}

/** The methods beside SSO, where they are chosen. */
export function otherMethods({ auth_methods, allowed_auth_methods = [] }: MethodsPolicy) {
  return auth_methods === 'RESTRICTED'
    ? allowed_auth_methods.filter((method) => method !== 'sso')
    : []
}

/** What is chosen: the ways in and, for `besides`, the methods. */
export interface WaysInChoice {
  ways: Exclude<WaysIn, 'without'>
  methods: readonly AuthMethod[]
}

/** Only what differs from before is sent; an open policy keeps its list, which does not count. */
export function waysInChange(
  before: MethodsPolicy,
  { ways, methods }: WaysInChoice,
): OrganizationUpdateInput | null {
  if (ways === 'all') {
    return before.auth_methods === 'RESTRICTED' ? { auth_methods: 'ALL_ALLOWED' } : null
  }
  const allowed: AuthMethod[] = ways === 'only' ? ['sso'] : ['sso', ...methods]
  const sameList = isSame(allowed, before.allowed_auth_methods ?? [])
  if (before.auth_methods !== 'RESTRICTED') {
    // The list goes along where the policy changes: what is stored beside an open one may be anything.
    return { auth_methods: 'RESTRICTED', allowed_auth_methods: allowed }
  }
  return sameList ? null : { allowed_auth_methods: allowed }
}

/** What the choice means to those who sign in. */
export function lockOutChange({ ways, methods }: WaysInChoice): SsoChange {
  switch (ways) {
    case 'all':
      return { type: 'set-methods', methods: null }
    case 'besides':
      return { type: 'set-methods', methods: ['sso', ...methods] }
    case 'only':
      return { type: 'require-sso' }
  }
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  [...one].sort().join() === [...other].sort().join()
