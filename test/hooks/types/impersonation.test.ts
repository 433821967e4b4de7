import type { UseMutationResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type { AuthResponseWithMfa } from 'orgportal/client'
import { useImpersonationAuthenticate } from 'orgportal/hooks'

type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of impersonation', () => {
  it('follow from their names', () => {
    expectTypeOf(() => useImpersonationAuthenticate()).returns.toEqualTypeOf<
      Write<AuthResponseWithMfa, { impersonation_token: string }>
    >()
  })
})
