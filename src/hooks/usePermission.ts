'use client'

import { useMemo, useSyncExternalStore } from 'react'
import type { CompiledPolicy } from '../client/rbac.ts'
import type { SessionSnapshot } from '../client/sessionStore.ts'
import type { RbacRole } from '../client/types.ts'
import type { PermissionAction, PermissionResource } from './permissionMap.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'
import { useSessionPart } from './useSessionSnapshot.ts'

/** Whether the signed-in member may do something, and why. */
export interface Permission {
  /** True only for a known yes. The server remains the judge. */
  allowed: boolean
  /** `loading` until session and policy are known. */
  status: 'loading' | 'allowed' | 'denied'
  /** Ids of the roles that the member holds and that grant it. */
  grantedBy: string[]
  /** All roles of project and organization that grant it: whom to ask, or what to ask for. */
  rolesThatGrant: RbacRole[]
}

/** What to ask: resource and action by a name of your own. */
export type PermissionQuestions = Record<string, readonly [resource: string, action: string]>

/** Each pair's action must be one of its resource's. */
type Checked<Questions extends PermissionQuestions> = {
  readonly [Name in keyof Questions]: readonly [
    resource: Questions[Name][0],
    action: PermissionAction<Questions[Name][0]>,
  ]
}

/**
 * Whether the signed-in member may do `action` on `resource`, by the project's policy and the
 * organization's own roles. Costs no request; follows session, roles and policy.
 *
 * @throws where there is no `<OrgportalProvider>` above.
 * @example
 * const { allowed, rolesThatGrant } = usePermission('stytch.scim', 'update')
 * return <button disabled={!allowed} title={allowed ? undefined : `Ask for: ${rolesThatGrant[0]?.role_id}`} />
 */
export function usePermission<Resource extends PermissionResource>(
  resource: Resource,
  action: PermissionAction<Resource>,
): Permission {
  const rights = useRights()
  return useMemo(() => judge(rights, resource, action), [rights, resource, action])
}

/**
 * As `usePermission`, for many questions at once.
 *
 * @example
 * const { edit, remove } = usePermissions({
 *   edit: ['stytch.scim', 'update'],
 *   remove: ['stytch.scim', 'delete'],
 * })
 * if (remove.allowed) …
 */
export function usePermissions<const Questions extends PermissionQuestions>(
  questions: Questions & Checked<Questions>,
): { [Name in keyof Questions]: Permission } {
  const rights = useRights()
  return mapValues<Questions, Permission>(questions, ([resource, action]) =>
    judge(rights, resource, action),
  )
}

interface Rights {
  known: boolean
  roleIds: readonly string[]
  policy: CompiledPolicy | null
}

function useRights(): Rights {
  const client = useOrgportalClient()
  const policy = useSyncExternalStore(client.subscribe, client.rbac.getPolicySync, noPolicy)
  const roleIds = useSessionPart(rolesOf)
  const known = useSessionPart(isSettled)
  return useMemo(() => ({ known, roleIds, policy }), [known, roleIds, policy])
}

function judge({ known, roleIds, policy }: Rights, resource: string, action: string): Permission {
  if (!known || policy === null) {
    return { allowed: false, status: 'loading', grantedBy: [], rolesThatGrant: [] }
  }
  const allowed = policy.allows(roleIds, resource, action)
  const granting = policy.rolesGranting(resource, action)
  return {
    allowed,
    status: allowed ? 'allowed' : 'denied',
    grantedBy: granting.filter((roleId) => roleIds.includes(roleId)),
    rolesThatGrant: granting.flatMap((roleId) => policy.roles.get(roleId) ?? []),
  }
}

/** Without a session the answer is no; with one, it takes the policy too. */
function isSettled({ status, bootstrap }: SessionSnapshot): boolean {
  return status === 'authenticated' ? bootstrap !== null : status !== 'loading'
}

const NO_ROLES: readonly string[] = []
const rolesOf = ({ session }: SessionSnapshot) => session?.roles ?? NO_ROLES
const noPolicy = () => null

function mapValues<T extends PermissionQuestions, TResult>(
  record: T,
  map: (value: PermissionQuestions[string]) => TResult,
): { [Name in keyof T]: TResult }
function mapValues<TResult>(
  record: PermissionQuestions,
  map: (value: PermissionQuestions[string]) => TResult,
): Record<string, TResult> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))
}
