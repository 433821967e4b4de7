import { authenticateToken } from './authenticateToken.ts'
import type { LoadBootstrap } from './bootstrap.ts'
import type { ApiError, isApiError, UsageError } from './errors.ts'
import type { GoogleOneTapPrompt } from './googleOneTap.ts'
import { createShowOneTap, type ShowOneTap } from './oneTapPrompt.ts'
import { createProofs, type Proofs } from './proofs.ts'
import type { ProtectionOptions } from './protection.ts'
import { createStartUrl, type StartUrl } from './startUrl.ts'
import type { Items } from './storage.ts'

/** What only signing in takes. */
export interface SignIn extends Proofs {
  authenticateToken: typeof authenticateToken
  showOneTap: ShowOneTap
  startUrl: StartUrl
}

export interface SignInContext {
  publicToken: string
  baseUrl: string
  items: Items
  options: ProtectionOptions & { googleOneTap?: GoogleOneTapPrompt }
  bootstrapped: LoadBootstrap
  navigate: (url: string) => void | Promise<void>
  /**
   * What is loaded already. If it were imported here a bundler would put it into a file of its own, which
   * every page then loaded besides.
   */
  loaded: {
    ApiError: typeof ApiError
    isApiError: typeof isApiError
    /** Whether the server has asked for a captcha. */
    asksCaptcha: (error: unknown) => boolean
    UsageError: typeof UsageError
  }
}

/** Loaded with the first call that takes any of it: a page of somebody who is signed in makes none. */
export function createSignIn(context: SignInContext): SignIn {
  const proofs = createProofs(context)
  return {
    ...proofs,
    authenticateToken,
    showOneTap: createShowOneTap(context),
    startUrl: createStartUrl(context, proofs),
  }
}
