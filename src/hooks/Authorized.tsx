'use client'

import type { ReactNode } from 'react'
import type { PermissionAction, PermissionResource } from './permissionMap.ts'
import { usePermission } from './usePermission.ts'

export interface AuthorizedProps<Resource extends PermissionResource> {
  resource: Resource
  action: PermissionAction<Resource>
  /** Shown to those who may. */
  children: ReactNode
  /** Shown to those who may not; nothing when left out. */
  fallback?: ReactNode
  /** Shown until it is known; nothing when left out. */
  pending?: ReactNode
}

/**
 * Shows its children to those who may do `action` on `resource`. What must not be seen belongs on
 * the server; this is for what would not work.
 *
 * @example
 * <Authorized resource="stytch.scim" action="delete" fallback={<p>Only admins can delete it.</p>}>
 *   <DeleteConnection />
 * </Authorized>
 */
export function Authorized<Resource extends PermissionResource>({
  resource,
  action,
  children,
  fallback = null,
  pending = null,
}: AuthorizedProps<Resource>): ReactNode {
  const { status } = usePermission(resource, action)
  if (status === 'allowed') return children
  return status === 'loading' ? pending : fallback
}
