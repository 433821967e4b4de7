'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { B2BClient } from '../client/B2BClient.ts'
import { createMemoryStorage } from '../client/memoryStorage.ts'
import { globalFetch } from '../client/request.ts'
import type { SsoStartInput } from '../client/sso.ts'
import type { AuthResponseWithMfa } from '../client/types.ts'
import { applyEffects } from './effects.ts'
import { ownerKey } from './keys.ts'
import { memberLists } from './memberEffects.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'

export { markSsoTest, onSsoTestReturn, SSO_TEST_MINUTES } from '../client/ssoTestReturn.ts'

export interface SsoTestAnswer {
  answer: AuthResponseWithMfa
  /** Whether the session that the test made was ended; if not, it ends by itself in five minutes. */
  ended: boolean
}

/** A test sign-in that is under way. */
export interface SsoTestAttempt {
  /** Signs in with the token that the window came back with, and ends that session again. */
  finish: (token: string) => Promise<SsoTestAnswer>
  /** Forgets all about it. */
  dispose: () => void
}

/**
 * Begins a test sign-in: a real one, in another window, by a client with a session, a storage and a PKCE pair of its own.
 * Who is signed in here stays so, and nothing of theirs changes.
 */
export type BeginSsoTest = (
  input: SsoStartInput & {
    /** Leads the window to an address. */
    leave: (url: string) => void
  },
) => Promise<SsoTestAttempt>

/** Test sign-ins. The model of a screen that opens the window and shows what came of it. */
export function useSsoTest(): BeginSsoTest {
  const client = useOrgportalClient()
  const queryClient = useQueryClient()
  return useMemo(
    () =>
      async ({ leave, ...input }) => {
        const apart = clientApart(client, leave)
        const owner = ownerKey(client, client.getSnapshot())
        const finish = async (sso_token: string) => {
          const signedIn = await apart.sso.authenticate({ sso_token, ...SHORTEST })
          // Somebody may have joined, and whoever it was has other attributes now.
          const effects = { invalidates: memberLists }
          applyEffects(client, queryClient, owner, effects, signedIn, undefined)
          return { answer: signedIn, ended: await endSession(apart, signedIn) }
        }
        try {
          await apart.sso.start(input)
        } catch (error) {
          apart.dispose()
          throw error
        }
        return { finish, dispose: apart.dispose }
      },
    [client, queryClient],
  )
}

const SHORTEST = { session_duration_minutes: 5 }

/** Shares nothing with the client: neither its storage nor, by leaving out the browser's cookies, a session in HttpOnly cookies. */
function clientApart(client: B2BClient, navigate: (url: string) => void): B2BClient {
  return client.fork(({ fetch = globalFetch, ...options }) => ({
    ...options,
    navigate,
    // That of one request: no timers, and nothing is asked before the start.
    storage: { ...createMemoryStorage(), isOfOneRequest: true },
    serverState: undefined,
    keepSessionAlive: false,
    telemetry: false,
    fetch: (input, init) => fetch(input, { ...init, credentials: 'omit' }),
  }))
}

async function endSession(
  apart: B2BClient,
  { member_session }: AuthResponseWithMfa,
): Promise<boolean> {
  if (!member_session) return true
  // Where the project keeps sessions in HttpOnly cookies there is nothing to name it by.
  const ended = apart.session.getTokens() !== null && apart.session.revoke()
  return ended && ended.then(Boolean, () => false)
}
