import type { RoleId } from '../client/project.ts'
import type { RbacRole } from '../client/types.ts'
import type { Answer, Asked, PermissionQuestion, Rights } from './rights.ts'
import { createNameSource, type NamedRoleSource } from './roleSources.ts'

/** Whether the signed-in member may do something, and why. */
export interface Permission extends Omit<Answer, 'asked'> {
  /** Why: which roles grant it, where the member has them from, who else has them. Worked out when it is called. */
  explain: () => PermissionExplanation
}

/**
 * Why the answer is what it is:
 * - `granted`: one of the roles that count grants it;
 * - `not-in-session`: the member holds a role that grants it, but it does not count in this session (`heldRoles` say why);
 * - `no-role`: the member holds no role that grants it;
 * - `never`: no role can, as with one's own address in `members.update`;
 * - `unknown-resource`, `unknown-action`: the project's policy has no such thing, and no role grants it;
 * - `loading`: session or policy are not known yet, as always on a server that was handed neither;
 * - `no-policy`: the project's policy could not be had;
 * - `signed-out`: nobody is signed in;
 * - `outside-provider`: there is no `<OrgportalProvider>` above.
 *
 * Only the first allows anything.
 */
export type PermissionReason =
  | 'granted'
  | 'not-in-session'
  | 'no-role'
  | 'never'
  | 'unknown-resource'
  | 'unknown-action'
  | NonNullable<Rights['unknown']>

/** A role of the project or the organization that grants what is asked. */
export interface GrantingRole {
  role_id: RoleId
  /** As the project, or the organization, describes it. */
  description: string
  /** Whose role it is: every project's, this project's, or made by the organization. */
  kind: 'built-in' | 'project' | 'organization'
}

/** A role that the member holds and that grants what is asked. */
export interface HeldRole extends GrantingRole {
  /** Empty where the client's record of the member is older than the session. */
  sources: NamedRoleSource[]
  /**
   * Whether it counts: `now`; only in a session that was begun through SSO by one of its `sources`
   * (`with-sso`); or once the session is refreshed, because the member got the role after that (`after-refresh`).
   */
  counts: 'now' | 'with-sso' | 'after-refresh'
}

/** The whole answer to a permission question, for a person to read once it is put into words. */
export interface PermissionExplanation {
  reason: PermissionReason
  /** What was asked; where there are several, any one of them is enough. */
  asked: readonly PermissionQuestion[]
  /** The member's own roles that grant it, those that count first. */
  heldRoles: HeldRole[]
  /** All roles of project and organization that grant it: whom to ask, or what to ask for. */
  rolesThatGrant: GrantingRole[]
  /** Roles that count in the session but that the policy does not know: they grant nothing. */
  unknownRoles: string[]
  /** The roles that the answer was given for instead of the session's own (`client.rbac.viewAs`); null without. */
  viewedRoles: readonly string[] | null
}

/** Answers that can be explained. */
export function explainable<Answers extends Readonly<Record<string, Answer>>>(
  rights: Rights,
  answers: Answers,
): { readonly [Name in keyof Answers]: Permission }
export function explainable(rights: Rights, answers: Readonly<Record<string, Answer>>) {
  return Object.fromEntries(
    Object.entries(answers).map(([name, { asked, ...answer }]) => [
      name,
      { ...answer, explain: () => explain(rights, asked) },
    ]),
  )
}

/** From what is known by now: never a request. */
function explain(rights: Rights, asked: Asked): PermissionExplanation {
  const { client, policy, snapshot, roleIds } = rights
  const empty = { asked, heldRoles: [], rolesThatGrant: [], unknownRoles: [], viewedRoles: null }
  if (!client || !policy || !snapshot) return { reason: 'outside-provider', ...empty }
  if (rights.unknown) return { reason: rights.unknown, ...empty }

  const { viewedRoles, member, organization, bootstrap } = snapshot
  const own = new Set(organization?.custom_roles?.map(({ role_id }) => role_id))
  const granting = [...policy.roles.values()].filter(({ role_id }) =>
    asked.some((question) => policy.allows([role_id], ...question)),
  )
  const rolesThatGrant = granting.map((role) => describe(role, own))

  const nameSource = createNameSource(client, rights.queryClient, snapshot)
  const heldRoles = rolesThatGrant
    .flatMap((role): HeldRole[] => {
      const counts = roleIds.includes(role.role_id)
      if (viewedRoles)
        return counts ? [{ ...role, sources: [{ type: 'viewed' }], counts: 'now' }] : []
      const held = member?.roles.find(({ role_id }) => role_id === role.role_id)
      if (!held && !counts) return []
      const sources = (held?.sources ?? []).map(nameSource)
      const onlySso = sources.every(({ type }) => type.startsWith('sso'))
      return [{ ...role, sources, counts: counts ? 'now' : onlySso ? 'with-sso' : 'after-refresh' }]
    })
    .sort((a, b) => Number(b.counts === 'now') - Number(a.counts === 'now'))

  return {
    reason: reason(),
    asked,
    heldRoles,
    rolesThatGrant,
    unknownRoles: roleIds.filter((roleId) => !policy.roles.has(roleId)),
    viewedRoles,
  }

  function reason(): PermissionReason {
    if (heldRoles[0]) return heldRoles[0].counts === 'now' ? 'granted' : 'not-in-session'
    if (asked.length === 0) return 'never'
    if (granting.length > 0) return 'no-role'
    const resources = bootstrap?.rbacPolicy?.resources ?? []
    const named = resources.filter(({ resource_id }) => asked.some(([id]) => id === resource_id))
    if (named.length === 0) return 'unknown-resource'
    return named.some(({ actions }) => asked.some(([, id]) => id === '*' || actions.includes(id)))
      ? 'no-role'
      : 'unknown-action'
  }
}

function describe({ role_id, description }: RbacRole, own: ReadonlySet<string>): GrantingRole {
  const kind = own.has(role_id)
    ? 'organization'
    : role_id === 'stytch_member' || role_id === 'stytch_admin'
      ? 'built-in'
      : 'project'
  return { role_id, description, kind }
}
