'use client'

import type { MemberConnectedApp } from '../client/connectedApps.ts'
import type {
  SelfStartEmailUpdateInput,
  SelfUnlinkRetiredEmailInput,
  SelfUpdateInput,
} from '../client/self.ts'
import type { Member, MemberResponse, ResponseCommon } from '../client/types.ts'
import * as selfMutations from './selfMutations.ts'
import type { SelfRevokeConnectedAppInput } from './selfMutations.ts'
import * as selfQueries from './selfQueries.ts'
import { useRead, type ReadHook } from './useRead.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * The signed-in member, fetched. Where what the client knows already is enough: `useMember`, without a request.
 *
 * @example const { data: member, refetch } = useSelfGet()
 */
export const useSelfGet: ReadHook<Member | null> = (options) =>
  useRead(selfQueries.get, undefined, options)

/**
 * The apps that the signed-in member has allowed something.
 *
 * @rbac stytch.self get.connected-apps
 * @example const { data: apps = [] } = useSelfConnectedApps()
 */
export const useSelfConnectedApps: ReadHook<MemberConnectedApp[]> = (options) =>
  useRead(selfQueries.connectedApps, undefined, options)

/**
 * Changes what is given of the signed-in member. It is shown changed at once.
 *
 * @rbac stytch.self, an action for each field: `update.info.name`, `update.settings.mfa-enrolled`, …
 * @example update.mutate({ name: 'Ada Lovelace' })
 */
export const useSelfUpdate: WriteHook<MemberResponse, SelfUpdateInput> = (options) =>
  useWrite(selfMutations.update, options)

/**
 * Deletes the member's password. `mutate` takes its `member_password_id`.
 *
 * @rbac stytch.self update.info.delete.password
 * @example remove.mutate(member.member_password_id)
 */
export const useSelfDeletePassword: WriteHook<MemberResponse, string> = (options) =>
  useWrite(selfMutations.deletePassword, options)

/**
 * Deletes the member's phone number. Sessions go on.
 *
 * @rbac stytch.self update.info.delete.mfa-phone
 * @example remove.mutate()
 */
export const useSelfDeleteMFAPhoneNumber: WriteHook<MemberResponse> = (options) =>
  useWrite(selfMutations.deleteMFAPhoneNumber, options)

/**
 * Deletes the member's authenticator app. Sessions go on.
 *
 * @rbac stytch.self update.info.delete.mfa-totp
 * @example remove.mutate()
 */
export const useSelfDeleteMFATOTP: WriteHook<MemberResponse> = (options) =>
  useWrite(selfMutations.deleteMFATOTP, options)

/**
 * Frees a former address of the member.
 *
 * @rbac stytch.self update.info.unlink.retired-email
 * @example unlink.mutate({ email_address: 'ada@former.example' })
 */
export const useSelfUnlinkRetiredEmail: WriteHook<MemberResponse, SelfUnlinkRetiredEmailInput> = (
  options,
) => useWrite(selfMutations.unlinkRetiredEmail, options)

/**
 * Mails a link or a code to a new address, which counts once the link is followed or the code given.
 *
 * @rbac stytch.self update.info.email
 * @example start.mutate({ email_address: 'ada@northwind.example' })
 */
export const useSelfStartEmailUpdate: WriteHook<MemberResponse, SelfStartEmailUpdateInput> = (
  options,
) => useWrite(selfMutations.startEmailUpdate, options)

/**
 * Takes back what the member has allowed an app.
 *
 * @rbac stytch.self revoke.connected-app
 * @example revoke.mutate({ connected_app_id })
 */
export const useSelfRevokeConnectedApp: WriteHook<ResponseCommon, SelfRevokeConnectedAppInput> = (
  options,
) => useWrite(selfMutations.revokeConnectedApp, options)
