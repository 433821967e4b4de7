import type { B2BClient } from '../client/B2BClient.ts'
import type { SessionSnapshot } from '../client/sessionStore.ts'

/**
 * Every key of this library: whose data it is, then what. The ids are null for what anybody may know, and
 * for mutations that change who is signed in.
 */
export type OrgportalKey = readonly [
  library: 'orgportal',
  publicToken: string,
  organizationId: string | null,
  memberId: string | null,
  ...path: readonly unknown[],
]

/** Of a snapshot, what tells one person's data from another's. */
export type Owner = Pick<SessionSnapshot, 'identity' | 'intermediateId'>

/** Whoever. */
export const ANYBODY: Owner = { identity: null, intermediateId: null }

/** The key that all data of one member in one organization, or of one begun sign-in, begins with. */
export function ownerKey(
  { publicToken }: Pick<B2BClient, 'publicToken'>,
  { identity, intermediateId }: Owner,
): OrgportalKey {
  return [
    'orgportal',
    publicToken,
    identity?.organizationId ?? null,
    identity?.memberId ?? intermediateId,
  ]
}

/**
 * Whose data options are for that are made with this client. What `<OrgportalProvider>` hands out is for one
 * owner, the one that is being rendered; the client itself is for whoever is signed in now.
 */
export function ownerOf(client: B2BClient & { readonly owner?: Owner }): Owner {
  return client.owner ?? client.getSnapshot()
}

/** Adds what the key is for. `name` is split at its last dot: resource, name. */
export function operationKey(owner: OrgportalKey, name: string, input?: unknown): OrgportalKey {
  const inputs = input === undefined ? [] : [input]
  return [...owner, ...name.split(/\.(?=\w+$)/), ...inputs]
}

/** Whether both keys are of the same owner. */
export function isSameOwner(one: OrgportalKey | undefined, other: OrgportalKey): boolean {
  return one !== undefined && one[2] === other[2] && one[3] === other[3]
}
