'use client'

import type { MemberConnectedApp } from '../client/connectedApps.ts'
import type {
  MembersCreateInput,
  MembersDeleteOutput,
  MembersSearchInput,
  MembersStartEmailUpdateInput,
  MembersUnlinkRetiredEmailInput,
  MembersUpdateInput,
} from '../client/members.ts'
import type { MemberResponse, ResponseCommon } from '../client/types.ts'
import * as organizationMembersMutations from './organizationMembersMutations.ts'
import type { OrganizationMembersRevokeConnectedAppInput } from './organizationMembersMutations.ts'
import * as organizationMembersQueries from './organizationMembersQueries.ts'
import type {
  OrganizationMembersConnectedAppsInput,
  OrganizationMembersPage,
} from './organizationMembersQueries.ts'
import { useInfiniteRead, useRead } from './useRead.ts'
import type { InfiniteReadHook, ReadHookOf, ReadHookOfOptional } from './useRead.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * One page of a search for members.
 *
 * @rbac stytch.member search
 * @example
 * const { data: total } = useOrganizationMembersSearch(
 *   { limit: 1, query: { operator: 'AND', operands: [{ filter_name: 'member_roles', filter_value: ['stytch_admin'] }] } },
 *   { select: (page) => page.results_metadata.total },
 * )
 */
export const useOrganizationMembersSearch: ReadHookOfOptional<
  MembersSearchInput,
  OrganizationMembersPage
> = (input, options) => useRead(organizationMembersQueries.search, input, options)

/**
 * A search for members, page by page.
 *
 * @rbac stytch.member search
 * @example const { data, fetchNextPage, hasNextPage } = useOrganizationMembersSearchInfinite({ limit: 50 })
 */
export const useOrganizationMembersSearchInfinite: InfiniteReadHook<
  Omit<MembersSearchInput, 'cursor'>,
  OrganizationMembersPage
> = (input, options) => useInfiniteRead(organizationMembersQueries.searchInfinite, input, options)

/**
 * The apps that a member has allowed something.
 *
 * @rbac stytch.member get.connected-apps
 * @example const { data: apps = [] } = useOrganizationMembersConnectedApps({ member_id })
 */
export const useOrganizationMembersConnectedApps: ReadHookOf<
  OrganizationMembersConnectedAppsInput,
  MemberConnectedApp[]
> = (input, options) => useRead(organizationMembersQueries.connectedApps, input, options)

/**
 * Makes a member, active at once or pending.
 *
 * @rbac stytch.member create
 * @example create.mutate({ email_address: 'zoe@northwind.example', roles: ['engineer'] })
 */
export const useOrganizationMembersCreate: WriteHook<MemberResponse, MembersCreateInput> = (
  options,
) => useWrite(organizationMembersMutations.create, options)

/**
 * Changes what is given. Name, roles and settings are shown changed at once.
 *
 * @rbac stytch.member, an action for each field: `update.info.name`, `update.settings.roles`, …; for oneself the
 *   actions of stytch.self will do, where it has them
 * @example update.mutate({ member_id, roles: ['engineer'] })
 */
export const useOrganizationMembersUpdate: WriteHook<MemberResponse, MembersUpdateInput> = (
  options,
) => useWrite(organizationMembersMutations.update, options)

/**
 * Deletes a member, or takes an invitation back; shown at once. Whoever deletes oneself is signed out. `mutate`
 * takes the member's id.
 *
 * @rbac stytch.member delete, or stytch.self delete for oneself
 * @example remove.mutate(member.member_id)
 */
export const useOrganizationMembersDelete: WriteHook<MembersDeleteOutput, string> = (options) =>
  useWrite(organizationMembersMutations.delete, options)

/**
 * Brings a deleted member back, whose address must be verified; shown at once. `mutate` takes the member's id.
 *
 * @rbac stytch.member create
 * @example reactivate.mutate(member.member_id)
 */
export const useOrganizationMembersReactivate: WriteHook<MemberResponse, string> = (options) =>
  useWrite(organizationMembersMutations.reactivate, options)

/**
 * Deletes a password. `mutate` takes the member's `member_password_id`.
 *
 * @rbac stytch.member update.info.delete.password, or the same of stytch.self for one's own
 * @example remove.mutate(member.member_password_id)
 */
export const useOrganizationMembersDeletePassword: WriteHook<MemberResponse, string> = (options) =>
  useWrite(organizationMembersMutations.deletePassword, options)

/**
 * Deletes a member's phone number. Sessions go on. `mutate` takes the member's id.
 *
 * @rbac stytch.member update.info.delete.mfa-phone, or the same of stytch.self for one's own
 * @example remove.mutate(member.member_id)
 */
export const useOrganizationMembersDeleteMFAPhoneNumber: WriteHook<MemberResponse, string> = (
  options,
) => useWrite(organizationMembersMutations.deleteMFAPhoneNumber, options)

/**
 * Deletes a member's authenticator app. Sessions go on. `mutate` takes the member's id.
 *
 * @rbac stytch.member update.info.delete.mfa-totp, or the same of stytch.self for one's own
 * @example remove.mutate(member.member_id)
 */
export const useOrganizationMembersDeleteMFATOTP: WriteHook<MemberResponse, string> = (options) =>
  useWrite(organizationMembersMutations.deleteMFATOTP, options)

/**
 * Frees a former address of a member.
 *
 * @rbac stytch.member update.info.unlink.retired-email
 * @example unlink.mutate({ member_id, email_address: 'ada@former.example' })
 */
export const useOrganizationMembersUnlinkRetiredEmail: WriteHook<
  MemberResponse,
  MembersUnlinkRetiredEmailInput
> = (options) => useWrite(organizationMembersMutations.unlinkRetiredEmail, options)

/**
 * Mails a link or a code to a member's new address, which counts once the link is followed or the code given.
 *
 * @rbac stytch.member update.info.email
 * @example start.mutate({ member_id, email_address: 'ada@northwind.example' })
 */
export const useOrganizationMembersStartEmailUpdate: WriteHook<
  MemberResponse,
  MembersStartEmailUpdateInput
> = (options) => useWrite(organizationMembersMutations.startEmailUpdate, options)

/**
 * Takes back what a member has allowed an app.
 *
 * @rbac stytch.member revoke.connected-app
 * @example revoke.mutate({ member_id, connected_app_id })
 */
export const useOrganizationMembersRevokeConnectedApp: WriteHook<
  ResponseCommon,
  OrganizationMembersRevokeConnectedAppInput
> = (options) => useWrite(organizationMembersMutations.revokeConnectedApp, options)
