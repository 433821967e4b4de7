import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  ConnectedApp,
  MemberExistence,
  Organization,
  OrganizationBySlugMatch,
  OrganizationDeleteOutput,
  OrganizationUpdateInput,
  OrganizationUpdateOutput,
} from 'orgportal/client'
import {
  useOrganizationBySlug,
  useOrganizationConnectedApp,
  useOrganizationConnectedApps,
  useOrganizationDelete,
  useOrganizationGet,
  useOrganizationSearchMember,
  useOrganizationUpdate,
  type OrganizationConnectedApp,
} from 'orgportal/hooks'

type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of the organization', () => {
  it('follow from their names', () => {
    expectTypeOf(() => useOrganizationGet()).returns.toEqualTypeOf<
      UseQueryResult<Organization | null>
    >()
    expectTypeOf(() =>
      useOrganizationBySlug({ organization_slug: 'northwind' }),
    ).returns.toEqualTypeOf<UseQueryResult<OrganizationBySlugMatch | null>>()
    expectTypeOf(() =>
      useOrganizationSearchMember({ email_address: '', organization_id: '' }),
    ).returns.toEqualTypeOf<UseQueryResult<MemberExistence | null>>()
    expectTypeOf(() => useOrganizationConnectedApps()).returns.toEqualTypeOf<
      UseQueryResult<ConnectedApp[]>
    >()
    expectTypeOf(() => useOrganizationConnectedApp({ connected_app_id: '' })).returns.toEqualTypeOf<
      UseQueryResult<OrganizationConnectedApp>
    >()
    expectTypeOf(() => useOrganizationUpdate()).returns.toEqualTypeOf<
      Write<OrganizationUpdateOutput, OrganizationUpdateInput>
    >()
    expectTypeOf(() => useOrganizationDelete()).returns.toEqualTypeOf<
      Write<OrganizationDeleteOutput, void>
    >()
  })

  it('follow from select', () => {
    expectTypeOf(() =>
      useOrganizationConnectedApp(
        { connected_app_id: '' },
        { select: (app) => app.active_members.length },
      ),
    ).returns.toEqualTypeOf<UseQueryResult<number>>()
  })

  it('demand an input where the method does', () => {
    // @ts-expect-error a slug is needed
    const noInput = () => useOrganizationBySlug()
    // @ts-expect-error the organization's id is needed
    const halfInput = () => useOrganizationSearchMember({ email_address: '' })
    expectTypeOf([noInput, halfInput]).toBeArray()
  })
})
