import type { OrganizationUpdateInput } from '../../../client/organization.ts'
import type { Organization } from '../../../client/types.ts'

export type JitPolicy = Pick<
  Organization,
  'sso_jit_provisioning' | 'sso_jit_provisioning_allowed_connections'
>

type JitChange = Required<
  Pick<OrganizationUpdateInput, keyof JitPolicy & keyof OrganizationUpdateInput>
>

/** Whether people join through one connection: because all do (`all`), because it is chosen, or not. */
export function jitOf(
  { sso_jit_provisioning, sso_jit_provisioning_allowed_connections: allowed }: JitPolicy,
  connectionId: string,
): 'all' | 'on' | 'off' {
  if (sso_jit_provisioning === 'ALL_ALLOWED') return 'all'
  return sso_jit_provisioning === 'RESTRICTED' && allowed.includes(connectionId) ? 'on' : 'off'
}

/** The connections that people join through besides this one, where they were chosen. */
export function otherJitConnections(policy: JitPolicy, connectionId: string): string[] {
  if (policy.sso_jit_provisioning !== 'RESTRICTED') return []
  return policy.sso_jit_provisioning_allowed_connections.filter((id) => id !== connectionId)
}

/**
 * Lets people join through one connection more, or less. A list that was left over from before SSO was closed does not count:
 * nobody should join again by surprise.
 */
export function switchJit(policy: JitPolicy, connectionId: string, on: boolean): JitChange {
  const others = otherJitConnections(policy, connectionId)
  return restrictJit(on ? [...others, connectionId] : others)
}

/** Lets people join through these only. Restricted to none is what the API does not take: that is closed. */
export function restrictJit(connectionIds: readonly string[]): JitChange {
  return {
    sso_jit_provisioning: connectionIds.length === 0 ? 'NOT_ALLOWED' : 'RESTRICTED',
    sso_jit_provisioning_allowed_connections: [...connectionIds],
  }
}
