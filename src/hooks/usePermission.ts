'use client'

import { useMemo } from 'react'
import type { ActionOf, RegisteredProject, ResourceId } from '../client/project.ts'
import { explainable, type Permission } from './explainPermission.ts'
import { useAnswers } from './useAnswers.ts'

/**
 * Whether the signed-in member may do `action` on `resource`, by the project's policy and the
 * organization's own roles. Costs no request; follows session, roles and policy, and `client.rbac.viewAs`.
 *
 * Anything but a known yes is a no: outside of the provider, on a server, while loading, for roles, resources and
 * actions that nobody knows.
 *
 * @example
 * const rename = usePermission('stytch.organization', 'update.info.name')
 * if (rename.allowed) return <RenameForm />
 * return <p>Ask for one of: {rename.explain().rolesThatGrant.map((role) => role.role_id).join(', ')}</p>
 */
export function usePermission<Resource extends ResourceId>(
  resource: Resource,
  action: ActionOf<RegisteredProject, Resource>,
): Permission {
  const { rights, answers } = useAnswers({ it: [[resource, action]] })
  return useMemo(() => explainable(rights, answers), [rights, answers]).it
}
