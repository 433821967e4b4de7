'use client'

import { useMemo } from 'react'
import type { ActionOf, RegisteredProject, ResourceId } from '../client/project.ts'
import { explainable, type Permission } from './explainPermission.ts'
import type { Asked, PermissionQuestion } from './rights.ts'
import { useAnswers } from './useAnswers.ts'

/** What to ask: resource and action by a name of your own. */
export type PermissionQuestions = Readonly<Record<string, PermissionQuestion>>

/** Each resource must be one of the project, and each action one of its resource's. */
type Checked<Questions extends PermissionQuestions> = {
  readonly [Name in keyof Questions]: readonly [
    resource: Questions[Name][0] extends ResourceId ? Questions[Name][0] : ResourceId,
    action: ActionOf<RegisteredProject, Questions[Name][0]>,
  ]
}

/**
 * As `usePermission`, for many questions at once, with one subscription. The result is the same object until one of the
 * answers may have changed, also where the questions are written in place.
 *
 * @example
 * const { canInvite, canRemove } = usePermissions({
 *   canInvite: ['stytch.member', 'create'],
 *   canRemove: ['stytch.member', 'delete'],
 * })
 * if (canInvite.allowed) …
 */
export function usePermissions<const Questions extends PermissionQuestions>(
  questions: Questions & Checked<Questions>,
): { readonly [Name in keyof Questions]: Permission } {
  const { rights, answers } = useAnswers(alone<Questions>(questions))
  return useMemo(() => explainable(rights, answers), [rights, answers])
}

function alone<Questions extends PermissionQuestions>(
  questions: Questions,
): { readonly [Name in keyof Questions]: Asked }
function alone(questions: PermissionQuestions): Record<string, Asked> {
  return Object.fromEntries(Object.entries(questions).map(([name, question]) => [name, [question]]))
}
