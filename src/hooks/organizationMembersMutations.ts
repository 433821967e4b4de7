import type { B2BClient } from '../client/B2BClient.ts'
import type {
  MembersCreateInput,
  MembersDeleteOutput,
  MembersStartEmailUpdateInput,
  MembersUnlinkRetiredEmailInput,
  MembersUpdateInput,
} from '../client/members.ts'
import type { Member, MemberResponse, ResponseCommon } from '../client/types.ts'
import { isOfMember, revokedAppEffects } from './connectedAppEffects.ts'
import { isSent } from './effects.ts'
import {
  changedMember,
  dependingOnStatus,
  filteredBy,
  memberLists,
  memberWrites,
  optimisticMember,
  passwordDeleted,
  searches,
  updatedMember,
} from './memberEffects.ts'
import { optimisticOptions } from './optimistic.ts'
import { writeOptions, type WriteOptions } from './write.ts'

/** An app that a member has allowed something. */
export interface OrganizationMembersRevokeConnectedAppInput {
  member_id: string
  connected_app_id: string
}

/** The filters of a search that decide by a field. Roles follow from the domain of the address, too. */
const FILTERS = {
  roles: /roles/,
  is_breakglass: /breakglass/,
  mfa_phone_number: /phone/,
  email_address: /email|roles/,
}

/**
 * Makes a member, active at once or pending.
 *
 * @rbac stytch.member create
 * @example useMutation(organizationMembersMutations.create(client))
 */
export function create(client: B2BClient): WriteOptions<MemberResponse, MembersCreateInput> {
  return writeOptions(client, 'organization.members.create', client.organization.members.create, {
    effects: { invalidates: memberLists },
  })
}

/**
 * Changes what is given, and shows it changed at once.
 *
 * @rbac stytch.member, an action for each field: `update.info.name`, `update.settings.roles`, …; for oneself the
 *   actions of stytch.self will do, where it has them
 * @example useMutation(organizationMembersMutations.update(client))
 */
export function update(client: B2BClient): WriteOptions<MemberResponse, MembersUpdateInput> {
  return optimisticOptions(
    client,
    'organization.members.update',
    client.organization.members.update,
    {
      effects: {
        optimistic: optimisticMember(({ member_id }) => member_id, updatedMember),
        writes: memberWrites,
        invalidates: {
          ...searches((input, variables) =>
            Object.entries(FILTERS).some(
              ([field, filters]) => isSent(variables, field) && filteredBy(filters)(input),
            ),
          ),
          'organization.searchMember': ['name', 'email_address'],
          'sso.discoverConnections': ['email_address'],
        },
      },
    },
  )
}

/**
 * Deletes a member, or takes an invitation back; shown at once. Whoever deletes oneself is signed out. `mutate`
 * takes the member's id.
 *
 * @rbac stytch.member delete, or stytch.self delete for oneself
 * @example useMutation(organizationMembersMutations.delete(client))
 */
function deleteMember(client: B2BClient): WriteOptions<MembersDeleteOutput, string> {
  return optimisticOptions(
    client,
    'organization.members.delete',
    client.organization.members.delete,
    {
      effects: {
        optimistic: optimisticMember((memberId) => memberId, deleted),
        // Shown so until a list that is read again has dropped the member.
        writes: changedMember(deleted),
        invalidates: {
          ...memberLists,
          'organization.connectedApps': true,
          'organization.connectedApp': true,
          'organization.members.connectedApps': isOfMember,
        },
      },
    },
  )
}
export { deleteMember as delete }

const deleted = (member: Member): Member => ({ ...member, status: 'deleted' })

/**
 * Brings a deleted member back, whose address must be verified; shown at once. `mutate` takes the member's id.
 *
 * @rbac stytch.member create
 * @example useMutation(organizationMembersMutations.reactivate(client))
 */
export function reactivate(client: B2BClient): WriteOptions<MemberResponse, string> {
  return optimisticOptions(
    client,
    'organization.members.reactivate',
    client.organization.members.reactivate,
    {
      effects: {
        optimistic: optimisticMember(
          (memberId) => memberId,
          (member) => ({ ...member, status: 'active' }),
        ),
        writes: memberWrites,
        invalidates: {
          ...searches(dependingOnStatus),
          'organization.searchMember': true,
          'sso.discoverConnections': true,
          'organization.members.connectedApps': isOfMember,
        },
      },
    },
  )
}

/**
 * Deletes a password. `mutate` takes the member's `member_password_id`.
 *
 * @rbac stytch.member update.info.delete.password, or the same of stytch.self for one's own
 * @example useMutation(organizationMembersMutations.deletePassword(client))
 */
export function deletePassword(client: B2BClient): WriteOptions<MemberResponse, string> {
  return writeOptions(
    client,
    'organization.members.deletePassword',
    client.organization.members.deletePassword,
    { effects: passwordDeleted() },
  )
}

/**
 * Deletes a member's phone number. Sessions go on. `mutate` takes the member's id.
 *
 * @rbac stytch.member update.info.delete.mfa-phone, or the same of stytch.self for one's own
 * @example useMutation(organizationMembersMutations.deleteMFAPhoneNumber(client))
 */
export function deleteMFAPhoneNumber(client: B2BClient): WriteOptions<MemberResponse, string> {
  return writeOptions(
    client,
    'organization.members.deleteMFAPhoneNumber',
    client.organization.members.deleteMFAPhoneNumber,
    { effects: { writes: memberWrites, invalidates: searches(filteredBy(/phone/)) } },
  )
}

/**
 * Deletes a member's authenticator app. Sessions go on. `mutate` takes the member's id.
 *
 * @rbac stytch.member update.info.delete.mfa-totp, or the same of stytch.self for one's own
 * @example useMutation(organizationMembersMutations.deleteMFATOTP(client))
 */
export function deleteMFATOTP(client: B2BClient): WriteOptions<MemberResponse, string> {
  return writeOptions(
    client,
    'organization.members.deleteMFATOTP',
    client.organization.members.deleteMFATOTP,
    { effects: { writes: memberWrites, invalidates: searches(filteredBy(/totp/)) } },
  )
}

/**
 * Frees a former address of a member.
 *
 * @rbac stytch.member update.info.unlink.retired-email
 * @example useMutation(organizationMembersMutations.unlinkRetiredEmail(client))
 */
export function unlinkRetiredEmail(
  client: B2BClient,
): WriteOptions<MemberResponse, MembersUnlinkRetiredEmailInput> {
  return writeOptions(
    client,
    'organization.members.unlinkRetiredEmail',
    client.organization.members.unlinkRetiredEmail,
    { effects: { writes: memberWrites } },
  )
}

/**
 * Mails a link or a code to a member's new address, which counts once the link is followed or the code given.
 *
 * @rbac stytch.member update.info.email
 * @example useMutation(organizationMembersMutations.startEmailUpdate(client))
 */
export function startEmailUpdate(
  client: B2BClient,
): WriteOptions<MemberResponse, MembersStartEmailUpdateInput> {
  return writeOptions(
    client,
    'organization.members.startEmailUpdate',
    client.organization.members.startEmailUpdate,
    { effects: { writes: memberWrites } },
  )
}

/**
 * Takes back what a member has allowed an app.
 *
 * @rbac stytch.member revoke.connected-app
 * @example useMutation(organizationMembersMutations.revokeConnectedApp(client))
 */
export function revokeConnectedApp(
  client: B2BClient,
): WriteOptions<ResponseCommon, OrganizationMembersRevokeConnectedAppInput> {
  return writeOptions(
    client,
    'organization.members.revokeConnectedApp',
    client.organization.members.revokeConnectedApp,
    {
      effects: revokedAppEffects(
        ({ member_id }) => member_id,
        ({ member_id }) => member_id === client.getSnapshot().identity?.memberId,
      ),
    },
  )
}
