import type { B2BClient } from '../client/B2BClient.ts'
import type {
  SelfStartEmailUpdateInput,
  SelfUnlinkRetiredEmailInput,
  SelfUpdateInput,
} from '../client/self.ts'
import type { MemberResponse, ResponseCommon } from '../client/types.ts'
import { revokedAppEffects } from './connectedAppEffects.ts'
import {
  filteredBy,
  memberWrites,
  optimisticMember,
  passwordDeleted,
  searches,
  updatedMember,
} from './memberEffects.ts'
import { optimisticOptions } from './optimistic.ts'
import { writeOptions, type WriteOptions } from './write.ts'

export interface SelfRevokeConnectedAppInput {
  connected_app_id: string
}

/**
 * Changes what is given of the signed-in member, and shows it changed at once.
 *
 * @rbac stytch.self, an action for each field: `update.info.name`, `update.settings.mfa-enrolled`, …
 * @example useMutation(selfMutations.update(client))
 */
export function update(client: B2BClient): WriteOptions<MemberResponse, SelfUpdateInput> {
  return optimisticOptions(client, 'self.update', client.self.update, {
    effects: {
      optimistic: optimisticMember(() => ownId(client), updatedMember),
      writes: memberWrites,
      invalidates: {
        ...searches(
          (input, { mfa_phone_number }) =>
            mfa_phone_number !== undefined && filteredBy(/phone/)(input),
        ),
        'organization.searchMember': ['name'],
      },
    },
  })
}

/**
 * Deletes the member's password. `mutate` takes its `member_password_id`.
 *
 * @rbac stytch.self update.info.delete.password
 * @example useMutation(selfMutations.deletePassword(client))
 */
export function deletePassword(client: B2BClient): WriteOptions<MemberResponse, string> {
  return writeOptions(client, 'self.deletePassword', client.self.deletePassword, {
    effects: passwordDeleted(),
  })
}

/**
 * Deletes the member's phone number. Sessions go on.
 *
 * @rbac stytch.self update.info.delete.mfa-phone
 * @example useMutation(selfMutations.deleteMFAPhoneNumber(client))
 */
export function deleteMFAPhoneNumber(client: B2BClient): WriteOptions<MemberResponse, void> {
  return writeOptions(
    client,
    'self.deleteMFAPhoneNumber',
    () => client.self.deleteMFAPhoneNumber(),
    { effects: { writes: memberWrites, invalidates: searches(filteredBy(/phone/)) } },
  )
}

/**
 * Deletes the member's authenticator app. Sessions go on.
 *
 * @rbac stytch.self update.info.delete.mfa-totp
 * @example useMutation(selfMutations.deleteMFATOTP(client))
 */
export function deleteMFATOTP(client: B2BClient): WriteOptions<MemberResponse, void> {
  return writeOptions(client, 'self.deleteMFATOTP', () => client.self.deleteMFATOTP(), {
    effects: { writes: memberWrites, invalidates: searches(filteredBy(/totp/)) },
  })
}

/**
 * Frees a former address of the member.
 *
 * @rbac stytch.self update.info.unlink.retired-email
 * @example useMutation(selfMutations.unlinkRetiredEmail(client))
 */
export function unlinkRetiredEmail(
  client: B2BClient,
): WriteOptions<MemberResponse, SelfUnlinkRetiredEmailInput> {
  return writeOptions(client, 'self.unlinkRetiredEmail', client.self.unlinkRetiredEmail, {
    effects: { writes: memberWrites },
  })
}

/**
 * Mails a link or a code to a new address, which counts once the link is followed or the code given.
 *
 * @rbac stytch.self update.info.email
 * @example useMutation(selfMutations.startEmailUpdate(client))
 */
export function startEmailUpdate(
  client: B2BClient,
): WriteOptions<MemberResponse, SelfStartEmailUpdateInput> {
  return writeOptions(client, 'self.startEmailUpdate', client.self.startEmailUpdate, {
    effects: { writes: memberWrites },
  })
}

/**
 * Takes back what the member has allowed an app.
 *
 * @rbac stytch.self revoke.connected-app
 * @example useMutation(selfMutations.revokeConnectedApp(client))
 */
export function revokeConnectedApp(
  client: B2BClient,
): WriteOptions<ResponseCommon, SelfRevokeConnectedAppInput> {
  return writeOptions(client, 'self.revokeConnectedApp', client.self.revokeConnectedApp, {
    effects: revokedAppEffects(
      () => ownId(client),
      () => true,
    ),
  })
}

const ownId = (client: B2BClient) => client.getSnapshot().identity?.memberId
