import type { Stage } from '../stage.ts'

/** Prepares the stage, and gives the arguments of the call in question. */
export type Arrange = (stage: Stage) => unknown[] | Promise<unknown[]>

/** Who is signed in at first: a persona, a member by name, or nobody. */
export type Who = string | null

interface Refusal {
  /** 400 when left out. */
  status?: number
  as?: Who
  with: Arrange
}

/** How a method is called: with as little as it takes, with everything, and so that it is refused. */
export interface MethodCases {
  /** `admin` when left out. */
  as?: Who
  minimal: Arrange
  /** Left out where there is nothing to add. */
  full?: Arrange
  /** By the error type of the refusal. */
  refused?: Readonly<Record<string, Refusal>>
  /** Whether it needs a permission that a plain member has not. */
  permission?: true
  /** Status and error type for whoever is signed out, or that it works as well; 401 `user_unauthenticated` when left out. */
  signedOut?: readonly [number, string] | 'works'
}

export type Cases = Readonly<Record<string, MethodCases>>

/** By the method's id, and by the error type. */
export type Refusals = Readonly<Record<string, Readonly<Record<string, Refusal>>>>

/** Nothing to prepare and nothing to say. */
export const bare: Arrange = () => []
