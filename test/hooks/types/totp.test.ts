import type { UseMutationResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  AuthResponse,
  TotpAuthenticateInput,
  TotpCreateInput,
  TotpCreateOutput,
} from 'orgportal/client'
import { useTotpAuthenticate, useTotpCreate } from 'orgportal/hooks'

type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of authenticator apps', () => {
  it('follow from their names', () => {
    expectTypeOf(() => useTotpCreate()).returns.toEqualTypeOf<
      Write<TotpCreateOutput, TotpCreateInput>
    >()
    expectTypeOf(() => useTotpAuthenticate()).returns.toEqualTypeOf<
      Write<AuthResponse, TotpAuthenticateInput>
    >()
  })
})
