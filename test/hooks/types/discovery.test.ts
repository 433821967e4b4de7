import { useSuspenseQuery, type UseMutationResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  AuthResponseWithMfa,
  B2BClient,
  DiscoveredOrganization,
  DiscoveryExchangeInput,
  DiscoveryOrganizationsCreateInput,
} from 'orgportal/client'
import {
  discoveryOrganizationsQueries,
  useDiscoveryIntermediateSessionsExchange,
  useDiscoveryOrganizationsCreate,
  useDiscoveryOrganizationsList,
  type DiscoveredOrganizations,
} from 'orgportal/hooks'

declare const client: B2BClient
type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of discovery', () => {
  it('follow from their names', () => {
    const list = expectTypeOf(() => useDiscoveryOrganizationsList()).returns
    list.toHaveProperty('data').toEqualTypeOf<DiscoveredOrganizations | undefined>()
    list.toHaveProperty('error').toEqualTypeOf<Error | null>()
    expectTypeOf(() => useDiscoveryOrganizationsCreate()).returns.toEqualTypeOf<
      Write<AuthResponseWithMfa, DiscoveryOrganizationsCreateInput>
    >()
    expectTypeOf(() => useDiscoveryIntermediateSessionsExchange()).returns.toEqualTypeOf<
      Write<AuthResponseWithMfa, DiscoveryExchangeInput>
    >()
  })

  it('are those of the data, without the envelope of the answer', () => {
    expectTypeOf<DiscoveredOrganizations>().toEqualTypeOf<{
      email_address: string
      discovered_organizations: DiscoveredOrganization[]
      organization_id_hint: string | null
    }>()
    expectTypeOf(() =>
      useDiscoveryOrganizationsList({ select: (data) => data.discovered_organizations.length }),
    )
      .returns.toHaveProperty('data')
      .toEqualTypeOf<number | undefined>()
    expectTypeOf(
      () => useSuspenseQuery(discoveryOrganizationsQueries.list(client)).data,
    ).returns.toEqualTypeOf<DiscoveredOrganizations>()
  })
})
