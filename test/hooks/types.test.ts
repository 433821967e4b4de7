import {
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useSuspenseQuery,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  AdminPortalConfig,
  B2BClient,
  MembersUpdateInput,
  OrganizationUpdateInput,
  ScimConnection,
  ScimCreateConnectionInput,
  ScimCreateConnectionOutput,
  SelfUpdateInput,
} from 'orgportal/client'
import {
  adminPortalQueries,
  scimMutations,
  scimQueries,
  useEditableFields,
  usePermission,
  usePermissions,
  useScimConnection,
  useScimConnectionGroupsInfinite,
  useScimCreateConnection,
  useSessionRevoke,
  type Authorized,
  type NamedRoleSource,
  type Permission,
  type PermissionExplanation,
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
    // @ts-expect-error no such resource
    const wrongResource = () => usePermissions({ edit: ['stytch.scmi', 'update'] })
    expectTypeOf(builtIn).returns.toEqualTypeOf<Permission>()
    expectTypeOf(() =>
      usePermissions({ edit: ['stytch.scim', 'update'], read: ['document', 'read'] }),
    ).returns.toEqualTypeOf<{ readonly edit: Permission; readonly read: Permission }>()
    expectTypeOf([own, noAction, noResource, manyWrong, wrongResource]).toBeArray()
  })

  it('of <Authorized> are those of usePermission', () => {
    type Props = ComponentProps<typeof Authorized<'stytch.scim'>>
    expectTypeOf<Props['action']>().toEqualTypeOf<'create' | 'get' | 'update' | 'delete'>()
  })

  it('of editable fields are the fields of the method that changes them', () => {
    expectTypeOf(() => useEditableFields('stytch.organization')).returns.toEqualTypeOf<{
      readonly [Field in keyof OrganizationUpdateInput]-?: Permission
    }>()
    expectTypeOf(() => useEditableFields('stytch.self')).returns.toEqualTypeOf<{
      readonly [Field in keyof SelfUpdateInput]-?: Permission
    }>()
    expectTypeOf(() =>
      useEditableFields('stytch.member', { memberId: 'member-1' }),
    ).returns.toEqualTypeOf<{
      readonly [Field in Exclude<keyof MembersUpdateInput, 'member_id'>]-?: Permission
    }>()
    // @ts-expect-error an organization is the session's own
    const other = () => useEditableFields('stytch.organization', { memberId: 'member-1' })
    // @ts-expect-error has no fields of its own
    const none = () => useEditableFields('stytch.scim')
    expectTypeOf([other, none]).toBeArray()
  })

  it('of an explanation are told apart, so that each can be put into words', () => {
    const words = (source: NamedRoleSource): string => {
      switch (source.type) {
        case 'direct_assignment':
          return 'given directly'
        case 'email_assignment':
          return source.email_domain
        case 'sso_connection':
          return source.connection_name
        case 'sso_connection_group':
          return `${source.group} of ${source.connection_name}`
        case 'scim_connection_group':
          return `${source.group_name} of ${source.connection_name}`
        case 'viewed':
        case 'other':
          return ''
      }
    }
    type Source = PermissionExplanation['heldRoles'][number]['sources'][number]
    expectTypeOf(words).parameter(0).toEqualTypeOf<Source>()
  })
})
