import type { UseMutationResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  RecoveryCodesOutput,
  RecoveryCodesRecoverInput,
  RecoveryCodesRecoverOutput,
} from 'orgportal/client'
import {
  useRecoveryCodesGet,
  useRecoveryCodesRecover,
  useRecoveryCodesRotate,
} from 'orgportal/hooks'

type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of recovery codes', () => {
  it('follow from their names', () => {
    expectTypeOf(() => useRecoveryCodesRecover()).returns.toEqualTypeOf<
      Write<RecoveryCodesRecoverOutput, RecoveryCodesRecoverInput>
    >()
    expectTypeOf(() => useRecoveryCodesRotate()).returns.toEqualTypeOf<
      Write<RecoveryCodesOutput, void>
    >()
    expectTypeOf(() => useRecoveryCodesGet()).returns.toEqualTypeOf<
      Write<RecoveryCodesOutput, void>
    >()
  })

  it('take no argument where there is none', () => {
    const calls = () => {
      useRecoveryCodesGet().mutate()
      // @ts-expect-error there is nothing to say
      useRecoveryCodesRotate().mutate({})
    }
    expectTypeOf(calls).toBeFunction()
  })
})
