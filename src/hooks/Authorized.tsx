'use client'

import type { ReactNode } from 'react'
import type { ActionOf, RegisteredProject, ResourceId } from '../client/project.ts'
import { useAnswers } from './useAnswers.ts'

export interface AuthorizedProps<Resource extends ResourceId> {
  /** What it is about: `stytch.scim`, or one of the project's own. */
  resource: Resource
  /** What is to be done with it: `delete`. */
  action: ActionOf<RegisteredProject, Resource>
  /** Shown to those who may. */
  children: ReactNode
  /** Shown to those who may not, and outside of the provider; nothing when left out. */
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
export function Authorized<Resource extends ResourceId>({
  resource,
  action,
  children,
  fallback = null,
  pending = null,
}: AuthorizedProps<Resource>): ReactNode {
  const { status } = useAnswers({ it: [[resource, action]] }).answers.it
  if (status === 'allowed') return children
  return status === 'loading' ? pending : fallback
}
