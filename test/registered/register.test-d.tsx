import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { expectTypeOf } from 'vitest'
import {
  createB2BClient,
  type ActionOf,
  type B2BClient,
  type Member,
  type MemberSession,
  type Organization,
  type RegisteredProject,
  type ResourceId,
  type RoleId,
} from 'orgportal/client'
import {
  Authorized,
  organizationMembersQueries,
  organizationQueries,
  selfQueries,
  useEditableFields,
  useMember,
  useMemberSession,
  useOrganization,
  useOrganizationGet,
  useOrganizationMembersSearch,
  useOrganizationUpdate,
  useOrgportalClient,
  usePermission,
  usePermissions,
  useSelfGet,
  type GrantingRole,
  type OrgportalProvider,
  type Permission,
} from 'orgportal/hooks'
import type { Starships } from './project.ts'

// A program of its own: checked by tsc with the project registered. Nothing of it is ever called.

declare const queryClient: QueryClient
type Badge = { badge: number }
type Plan = { plan: 'free' | 'fleet' }

export function theProjectIsTheRegisteredOne() {
  expectTypeOf<RegisteredProject>().toEqualTypeOf<Starships>()
  expectTypeOf<Member>().toEqualTypeOf<Member<Starships>>()
  expectTypeOf<B2BClient>().toEqualTypeOf<B2BClient<Starships>>()
  expectTypeOf<Extract<RoleId, 'captain'>>().toEqualTypeOf<'captain'>()
  expectTypeOf<Exclude<ResourceId, `stytch.${string}`>>().toEqualTypeOf<'starship' | 'cargo'>()
  expectTypeOf<ActionOf<RegisteredProject, 'starship'>>().toEqualTypeOf<'launch' | 'land'>()
}

export function theClientKnowsIt() {
  const client = createB2BClient('public-token-test-1')
  expectTypeOf(client).toEqualTypeOf<B2BClient<Starships>>()
  expectTypeOf(client.self.getSync()?.trusted_metadata).toEqualTypeOf<Badge | undefined>()
  expectTypeOf(client.getSnapshot().organization).toEqualTypeOf<Organization<Starships> | null>()
  expectTypeOf(client.rbac.isAuthorizedSync('starship', 'launch')).toEqualTypeOf<boolean>()
  // @ts-expect-error not an action of it
  void client.rbac.isAuthorized('starship', 'load')
  void client.self.update({ untrusted_metadata: { theme: 'dark' } })
  // @ts-expect-error not a theme
  void client.self.update({ untrusted_metadata: { theme: 'pink' } })
  expectTypeOf<ComponentProps<typeof OrgportalProvider>['client']>().toEqualTypeOf<
    B2BClient<Starships>
  >()
}

export function UseOfTheSession() {
  expectTypeOf(useOrgportalClient()).toEqualTypeOf<B2BClient<Starships>>()
  expectTypeOf(useMember()?.trusted_metadata).toEqualTypeOf<Badge | undefined>()
  expectTypeOf(useOrganization()?.trusted_metadata).toEqualTypeOf<Plan | undefined>()
  expectTypeOf(useMemberSession()).toEqualTypeOf<MemberSession<Starships> | null>()
  expectTypeOf(useMemberSession()?.custom_claims?.fleet_id).toEqualTypeOf<string | undefined>()
  expectTypeOf(useMember()?.roles[0]?.role_id).toEqualTypeOf<RoleId<Starships> | undefined>()
}

export function UseOfReadsAndWrites() {
  const client = useOrgportalClient()
  expectTypeOf(useSelfGet().data?.trusted_metadata.badge).toEqualTypeOf<number | undefined>()
  expectTypeOf(useOrganizationGet().data?.trusted_metadata).toEqualTypeOf<Plan | undefined>()
  const { data: page } = useOrganizationMembersSearch({ limit: 10 })
  expectTypeOf(page?.members).toEqualTypeOf<Member<Starships>[] | undefined>()
  expectTypeOf(useSuspenseQuery(selfQueries.get(client)).data).toEqualTypeOf<Member | null>()
  expectTypeOf(
    queryClient.getQueryData(organizationQueries.get(client).queryKey)?.trusted_metadata,
  ).toEqualTypeOf<Plan | undefined>()
  expectTypeOf(
    queryClient.getQueryData(organizationMembersQueries.search(client, {}).queryKey)?.members[0]
      ?.untrusted_metadata.theme,
  ).toEqualTypeOf<'dark' | 'light' | undefined>()
  expectTypeOf(useOrganizationUpdate().data?.organization.trusted_metadata).toEqualTypeOf<
    Plan | undefined
  >()
}

export function UseOfPermissions() {
  expectTypeOf(usePermission('starship', 'launch')).toEqualTypeOf<Permission>()
  expectTypeOf(usePermission('stytch.member', 'search')).toEqualTypeOf<Permission>()
  // @ts-expect-error not an action of it
  usePermission('starship', 'load')
  // @ts-expect-error not a resource of the project
  usePermission('document', 'read')

  const may = usePermissions({ launch: ['starship', 'launch'], load: ['cargo', 'load'] })
  expectTypeOf(may).toEqualTypeOf<{ readonly launch: Permission; readonly load: Permission }>()
  // @ts-expect-error not an action of it
  usePermissions({ launch: ['cargo', 'launch'] })
  // @ts-expect-error not a resource of the project
  usePermissions({ read: ['document', 'read'] })

  expectTypeOf<GrantingRole['role_id']>().toEqualTypeOf<RoleId<Starships>>()
  expectTypeOf(useEditableFields('stytch.self').untrusted_metadata).toEqualTypeOf<Permission>()
}

export function UseOfAuthorized() {
  return (
    <>
      <Authorized resource="starship" action="land">
        land
      </Authorized>
      {/* @ts-expect-error not an action of it */}
      <Authorized resource="starship" action="load">
        load
      </Authorized>
      {/* @ts-expect-error not a resource of the project */}
      <Authorized resource="document" action="read">
        read
      </Authorized>
    </>
  )
}
