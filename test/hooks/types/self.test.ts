import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  Member,
  MemberConnectedApp,
  MemberResponse,
  ResponseCommon,
  SelfStartEmailUpdateInput,
  SelfUnlinkRetiredEmailInput,
  SelfUpdateInput,
} from 'orgportal/client'
import {
  useSelfConnectedApps,
  useSelfDeleteMFAPhoneNumber,
  useSelfDeleteMFATOTP,
  useSelfDeletePassword,
  useSelfGet,
  useSelfRevokeConnectedApp,
  useSelfStartEmailUpdate,
  useSelfUnlinkRetiredEmail,
  useSelfUpdate,
} from 'orgportal/hooks'

type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of oneself', () => {
  it('follow from their names', () => {
    expectTypeOf(() => useSelfGet()).returns.toEqualTypeOf<UseQueryResult<Member | null>>()
    expectTypeOf(() => useSelfConnectedApps()).returns.toEqualTypeOf<
      UseQueryResult<MemberConnectedApp[]>
    >()
    expectTypeOf(() => useSelfUpdate()).returns.toEqualTypeOf<
      Write<MemberResponse, SelfUpdateInput>
    >()
    expectTypeOf(() => useSelfDeletePassword()).returns.toEqualTypeOf<
      Write<MemberResponse, string>
    >()
    expectTypeOf([
      () => useSelfDeleteMFAPhoneNumber(),
      () => useSelfDeleteMFATOTP(),
    ]).items.returns.toEqualTypeOf<Write<MemberResponse, void>>()
    expectTypeOf(() => useSelfUnlinkRetiredEmail()).returns.toEqualTypeOf<
      Write<MemberResponse, SelfUnlinkRetiredEmailInput>
    >()
    expectTypeOf(() => useSelfStartEmailUpdate()).returns.toEqualTypeOf<
      Write<MemberResponse, SelfStartEmailUpdateInput>
    >()
    expectTypeOf(() => useSelfRevokeConnectedApp()).returns.toEqualTypeOf<
      Write<ResponseCommon, { connected_app_id: string }>
    >()
  })

  it('let nothing be sent where nothing is taken', () => {
    expectTypeOf(() => {
      useSelfDeleteMFATOTP().mutate()
      // @ts-expect-error it takes nothing
      useSelfDeleteMFATOTP().mutate('member')
    }).toBeFunction()
  })
})
