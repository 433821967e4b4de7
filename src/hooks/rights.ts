import type { QueryClient } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import { countingRoles, type CompiledPolicy } from '../client/rbac.ts'
import type { SessionSnapshot } from '../client/sessionStore.ts'
import type { RbacRole } from '../client/types.ts'

/** A resource and one of its actions. */
export type PermissionQuestion = readonly [resource: string, action: string]

/** Any one of the questions is enough; where there is none, nothing is. */
export type Asked = readonly PermissionQuestion[]

/** Whether the signed-in member may do something. The same object until that, or why, may have changed. */
export interface Answer {
  /** True only for a known yes. The server remains the judge. */
  allowed: boolean
  /** `loading` until session and policy are known. */
  status: 'loading' | 'allowed' | 'denied'
  /** All roles of project and organization that grant it: whom to ask, or what to ask for. None until it is known. */
  rolesThatGrant: () => RbacRole[]
  /** What was asked. */
  asked: Asked
}

/** What permissions are judged by: the same object until one of them may come out otherwise. */
export interface Rights {
  /** Why nothing can be said, and so nothing is allowed; null where something can. */
  readonly unknown: 'outside-provider' | 'loading' | 'signed-out' | 'no-policy' | null
  /** Ids of the roles that count now. */
  readonly roleIds: readonly string[]
  /** null outside of the provider only, as are the next two. */
  readonly policy: CompiledPolicy | null
  readonly snapshot: SessionSnapshot | null
  readonly client: B2BClient | null
  /** Where names may be cached. */
  readonly queryClient: QueryClient | undefined
  /** What was answered so far, by the questions. */
  readonly answers: Map<string, Readonly<Record<string, Answer>>>
}

/**
 * What reads the rights of the session: as they are `now`, and as they were `first`, for a server and for hydrating
 * what it has sent. Outside of the provider there is no client.
 */
export function createRightsReaders(
  client: B2BClient | null,
  queryClient: QueryClient | undefined,
): { now: () => Rights; first: () => Rights } {
  if (!client) {
    const none = rightsOf(null, null, null, queryClient)
    return { now: () => none, first: () => none }
  }
  let rights: Rights | undefined
  let seen: SessionSnapshot | undefined
  let basis = ''
  /** As long as both come out the same it is one object, so that nothing renders again after hydrating. */
  const read = (snapshot: SessionSnapshot) => {
    const policy = client.rbac.getPolicySync(snapshot)
    const formerBasis = basis
    if (snapshot !== seen) basis = basisOf(snapshot)
    seen = snapshot
    if (!rights || rights.policy !== policy || basis !== formerBasis) {
      rights = rightsOf(snapshot, policy, client, queryClient)
    }
    return rights
  }
  return {
    now: () => read(client.getSnapshot()),
    first: () => read(client.getServerSnapshot()),
  }
}

function rightsOf(
  snapshot: SessionSnapshot | null,
  policy: CompiledPolicy | null,
  client: B2BClient | null,
  queryClient: QueryClient | undefined,
): Rights {
  return {
    unknown: unknownBy(snapshot),
    roleIds: snapshot ? countingRoles(snapshot) : [],
    policy,
    snapshot,
    client,
    queryClient,
    answers: new Map(),
  }
}

/** Answers all questions by their names; the same questions with the same object. */
export function answer<Questions extends Readonly<Record<string, Asked>>>(
  rights: Rights,
  questions: Questions,
): { readonly [Name in keyof Questions]: Answer }
export function answer(
  rights: Rights,
  questions: Readonly<Record<string, Asked>>,
): Readonly<Record<string, Answer>> {
  const key = JSON.stringify(questions)
  const known = rights.answers.get(key)
  if (known) return known
  const answers = Object.fromEntries(
    Object.entries(questions).map(([name, asked]) => [name, judge(rights, asked)] as const),
  )
  rights.answers.set(key, answers)
  return answers
}

function judge({ unknown, policy, roleIds }: Rights, asked: Asked): Answer {
  const isGranted = (roles: readonly string[]) =>
    unknown === null && asked.some((question) => policy?.allows(roles, ...question) === true)
  const allowed = isGranted(roleIds)
  return {
    allowed,
    status: unknown === 'loading' ? unknown : allowed ? 'allowed' : 'denied',
    rolesThatGrant: () =>
      [...(policy?.roles.values() ?? [])].filter(({ role_id }) => isGranted([role_id])),
    asked,
  }
}

function unknownBy(snapshot: SessionSnapshot | null): Rights['unknown'] {
  if (snapshot === null) return 'outside-provider'
  const { status, bootstrap } = snapshot
  if (status !== 'authenticated') return status === 'loading' ? status : 'signed-out'
  if (bootstrap === null) return 'loading'
  return bootstrap.rbacPolicy === null ? 'no-policy' : null
}

/** All of a snapshot that an answer or its explanation depends on, beside the policy. */
const basisOf = (snapshot: SessionSnapshot) =>
  JSON.stringify([
    unknownBy(snapshot),
    snapshot.identity,
    countingRoles(snapshot),
    snapshot.viewedRoles,
    snapshot.member?.roles,
  ])
