import type { UseMutationResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type { AuthenticateByUrlResult } from 'orgportal/client'
import { useAuthenticateByUrl, type AuthenticateByUrlInput } from 'orgportal/hooks'

type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of the client itself', () => {
  it('follow from their names', () => {
    expectTypeOf(() => useAuthenticateByUrl()).returns.toEqualTypeOf<
      Write<AuthenticateByUrlResult | null, AuthenticateByUrlInput>
    >()
  })
})
