import type { B2BClient } from '../client/B2BClient.ts'
import type { MagicLinksInviteInput, MagicLinksLoginOrSignupInput } from '../client/magicLinks.ts'
import type { MemberResponse, ResponseCommon } from '../client/types.ts'
import { memberLists } from './memberEffects.ts'
import { writeOptions, type WriteOptions } from './write.ts'

/**
 * Mails a link to sign in to an organization, and to join it where it allows that.
 *
 * @example useMutation(magicLinksEmailMutations.loginOrSignup(client))
 */
export function loginOrSignup(
  client: B2BClient,
): WriteOptions<ResponseCommon, MagicLinksLoginOrSignupInput> {
  return writeOptions(
    client,
    'magicLinks.email.loginOrSignup',
    client.magicLinks.email.loginOrSignup,
    // Who may join is a member as soon as the mail is sent.
    { effects: { invalidates: memberLists } },
  )
}

/**
 * Invites somebody into the organization by mail.
 *
 * @rbac stytch.member create
 * @example useMutation(magicLinksEmailMutations.invite(client))
 */
export function invite(client: B2BClient): WriteOptions<MemberResponse, MagicLinksInviteInput> {
  return writeOptions(client, 'magicLinks.email.invite', client.magicLinks.email.invite, {
    effects: { invalidates: memberLists },
  })
}
