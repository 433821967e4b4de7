import {
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useSuspenseQuery,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  AdminPortalConfig,
  B2BClient,
  ScimConnection,
  ScimCreateConnectionInput,
  ScimCreateConnectionOutput,
} from 'orgportal/client'
import {
  adminPortalQueries,
  scimMutations,
  scimQueries,
  usePermission,
  usePermissions,
  useScimConnection,
  useScimConnectionGroupsInfinite,
  useScimCreateConnection,
  useSessionRevoke,
  type Permission,
  type ScimConnectionGroupsPage,
} from 'orgportal/hooks'

declare const client: B2BClient
declare const queryClient: QueryClient

// Checked by tsc. None of these functions is ever called.
describe('types', () => {
  it('of a read follow from its name, and from select', () => {
    const read = expectTypeOf(() => useScimConnection()).returns
    read.toHaveProperty('data').toEqualTypeOf<ScimConnection | null | undefined>()
    read.toHaveProperty('error').toEqualTypeOf<Error | null>()
    expectTypeOf(() => useScimConnection({ select: (connection) => connection?.display_name }))
      .returns.toHaveProperty('data')
      .toEqualTypeOf<string | undefined>()
    expectTypeOf(() => useScimConnectionGroupsInfinite({}, { select: (data) => data.pages.length }))
      .returns.toHaveProperty('data')
      .toEqualTypeOf<number | undefined>()
  })

  it('of options flow into all of TanStack Query', () => {
    const uses = expectTypeOf(() => ({
      query: useQuery(scimQueries.connection(client)).data,
      suspense: useSuspenseQuery(adminPortalQueries.config(client)).data,
      infinite: useInfiniteQuery(scimQueries.connectionGroupsInfinite(client)).data,
      several: useQueries({
        queries: [scimQueries.connection(client), scimQueries.connectionGroups(client)],
      })[1].data,
      cached: queryClient.getQueryData(scimQueries.connection(client).queryKey),
      fetched: queryClient.query(scimQueries.connection(client)),
      pages: queryClient.infiniteQuery(scimQueries.connectionGroupsInfinite(client)),
      created: useMutation(scimMutations.createConnection(client)).data,
    })).returns
    uses.toHaveProperty('query').toEqualTypeOf<ScimConnection | null | undefined>()
    uses.toHaveProperty('suspense').toEqualTypeOf<AdminPortalConfig>()
    uses
      .toHaveProperty('infinite')
      .toEqualTypeOf<InfiniteData<ScimConnectionGroupsPage> | undefined>()
    uses.toHaveProperty('several').toEqualTypeOf<ScimConnectionGroupsPage | undefined>()
    uses.toHaveProperty('cached').toEqualTypeOf<ScimConnection | null | undefined>()
    uses.toHaveProperty('fetched').resolves.toEqualTypeOf<ScimConnection | null>()
    uses
      .toHaveProperty('pages')
      .resolves.toEqualTypeOf<InfiniteData<ScimConnectionGroupsPage, string | null>>()
    uses.toHaveProperty('created').toEqualTypeOf<ScimCreateConnectionOutput | undefined>()
  })

  it("of a write give variables, answer and the caller's own context", () => {
    const write = expectTypeOf(() =>
      useScimCreateConnection({
        onMutate: (input) => ({ was: input.display_name }),
        onError: (_error, _input, context) => {
          expectTypeOf(context).toEqualTypeOf<{ was: string | undefined } | undefined>()
        },
      }),
    ).returns
    write.toHaveProperty('variables').toEqualTypeOf<ScimCreateConnectionInput | undefined>()
    write.toHaveProperty('mutateAsync').returns.resolves.toEqualTypeOf<ScimCreateConnectionOutput>()
    expectTypeOf(() => {
      useSessionRevoke().mutate()
    }).returns.toBeVoid()
  })

  it('do not let a key, a function or a retry be replaced', () => {
    // @ts-expect-error the key is the factory's
    const key = () => useScimConnection({ queryKey: ['mine'] })
    // @ts-expect-error a write is sent once
    const retry = () => useScimCreateConnection({ retry: 3 })
    expectTypeOf(key).toBeFunction()
    expectTypeOf(retry).toBeFunction()
  })

  it('of permissions know the built-in resources and let others pass', () => {
    const builtIn = () => usePermission('stytch.scim', 'update')
    const own = () => usePermission('document', 'publish')
    // @ts-expect-error no such action
    const noAction = () => usePermission('stytch.scim', 'updte')
    // @ts-expect-error no such resource
    const noResource = () => usePermission('stytch.scmi', 'update')
    // @ts-expect-error no such action
    const manyWrong = () => usePermissions({ edit: ['stytch.scim', 'updte'] })
    expectTypeOf(builtIn).returns.toEqualTypeOf<Permission>()
    expectTypeOf(() =>
      usePermissions({ edit: ['stytch.scim', 'update'], read: ['document', 'read'] }),
    ).returns.toEqualTypeOf<{ readonly edit: Permission; readonly read: Permission }>()
    expectTypeOf([own, noAction, noResource, manyWrong]).toBeArray()
  })

  it('of permissions learn the resources that a project declares', () => {
    const declared = () => usePermission('starship', 'launch')
    // @ts-expect-error not an action of the declared resource
    const mistaken = () => usePermission('starship', 'lunch')
    expectTypeOf([declared, mistaken]).toBeArray()
  })
})

declare module 'orgportal/hooks' {
  interface PermissionMap {
    starship: 'launch' | 'land'
  }
}
