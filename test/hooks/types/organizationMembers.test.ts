import type {
  UseInfiniteQueryResult,
  UseMutationResult,
  UseQueryResult,
} from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  Member,
  MemberConnectedApp,
  MemberResponse,
  MembersCreateInput,
  MembersDeleteOutput,
  MembersStartEmailUpdateInput,
  MembersUnlinkRetiredEmailInput,
  MembersUpdateInput,
  ResponseCommon,
} from 'orgportal/client'
import {
  useOrganizationMembersConnectedApps,
  useOrganizationMembersCreate,
  useOrganizationMembersDelete,
  useOrganizationMembersDeleteMFAPhoneNumber,
  useOrganizationMembersDeleteMFATOTP,
  useOrganizationMembersDeletePassword,
  useOrganizationMembersReactivate,
  useOrganizationMembersRevokeConnectedApp,
  useOrganizationMembersSearch,
  useOrganizationMembersSearchInfinite,
  useOrganizationMembersStartEmailUpdate,
  useOrganizationMembersUnlinkRetiredEmail,
  useOrganizationMembersUpdate,
  type OrganizationMembersPage,
} from 'orgportal/hooks'

type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of members', () => {
  it('follow from their names', () => {
    expectTypeOf(() => useOrganizationMembersSearch()).returns.toEqualTypeOf<
      UseQueryResult<OrganizationMembersPage>
    >()
    expectTypeOf(() =>
      useOrganizationMembersConnectedApps({ member_id: '' }),
    ).returns.toEqualTypeOf<UseQueryResult<MemberConnectedApp[]>>()
    expectTypeOf(() => useOrganizationMembersCreate()).returns.toEqualTypeOf<
      Write<MemberResponse, MembersCreateInput>
    >()
    expectTypeOf(() => useOrganizationMembersUpdate()).returns.toEqualTypeOf<
      Write<MemberResponse, MembersUpdateInput>
    >()
    expectTypeOf(() => useOrganizationMembersDelete()).returns.toEqualTypeOf<
      Write<MembersDeleteOutput, string>
    >()
    expectTypeOf(() => useOrganizationMembersUnlinkRetiredEmail()).returns.toEqualTypeOf<
      Write<MemberResponse, MembersUnlinkRetiredEmailInput>
    >()
    expectTypeOf(() => useOrganizationMembersStartEmailUpdate()).returns.toEqualTypeOf<
      Write<MemberResponse, MembersStartEmailUpdateInput>
    >()
    expectTypeOf(() => useOrganizationMembersRevokeConnectedApp()).returns.toEqualTypeOf<
      Write<ResponseCommon, { member_id: string; connected_app_id: string }>
    >()
    const byId = [
      () => useOrganizationMembersReactivate(),
      () => useOrganizationMembersDeletePassword(),
      () => useOrganizationMembersDeleteMFAPhoneNumber(),
      () => useOrganizationMembersDeleteMFATOTP(),
    ]
    expectTypeOf(byId).items.returns.toEqualTypeOf<Write<MemberResponse, string>>()
  })

  it('of a page are the members and how many there are, without the copies of the organization', () => {
    expectTypeOf<OrganizationMembersPage>().toEqualTypeOf<{
      members: Member[]
      results_metadata: { total: number; next_cursor?: string | null }
    }>()
    expectTypeOf(() =>
      useOrganizationMembersSearchInfinite(
        { limit: 50 },
        { select: (data) => data.pages.flatMap((page) => page.members) },
      ),
    ).returns.toEqualTypeOf<UseInfiniteQueryResult<Member[]>>()
  })

  it('of variables reach the callbacks', () => {
    expectTypeOf(() =>
      useOrganizationMembersUpdate({
        onMutate: ({ member_id }) => ({ was: member_id }),
        onError: (_error, { roles }, context) => {
          expectTypeOf(roles).toEqualTypeOf<MembersUpdateInput['roles']>()
          expectTypeOf(context).toEqualTypeOf<{ was: string } | undefined>()
        },
      }),
    ).returns.toHaveProperty('data')
  })

  it('know the filters of a search', () => {
    const wrong = () =>
      useOrganizationMembersSearch({
        // @ts-expect-error a list of role ids
        query: { operator: 'AND', operands: [{ filter_name: 'member_roles', filter_value: 'x' }] },
      })
    expectTypeOf(wrong).toBeFunction()
  })
})
