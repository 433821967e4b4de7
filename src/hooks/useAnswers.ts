'use client'

import { answer, type Answer, type Asked, type Rights } from './rights.ts'
import { useRights } from './useRights.ts'

/**
 * What `usePermissions` answers, without what explains it, which is most of the weight: for the portal, whose controls
 * only say which roles to ask for.
 */
export function useAnswers<Questions extends Readonly<Record<string, Asked>>>(
  questions: Questions,
): { rights: Rights; answers: { readonly [Name in keyof Questions]: Answer } } {
  const rights = useRights()
  return { rights, answers: answer(rights, questions) }
}
