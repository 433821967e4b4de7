import type { MagicLinksInviteInput } from '../../../client/magicLinks.ts'
import type { MembersCreateInput } from '../../../client/members.ts'
import type { MembersConfig } from '../MembersConfig.ts'
import type { CheckedInvitee, Delivery } from './checkInvitees.ts'
import { expiryMinutes, USUAL_EXPIRY, type Expiry } from './expiry.ts'
import { isBlank, type Invitee, type InviteeInput } from './invitee.ts'

/** Everything that was typed and chosen. */
export interface InvitationDraft extends InvitationOptions {
  /** At least one row. */
  invitees: readonly Invitee[]
}

/** What holds for all rows. */
export interface InvitationOptions {
  /** Ids of the roles for every row without roles of its own. */
  roles: readonly string[]
  delivery: Delivery
  /** Who is added without an invitation: active at once, or when first signing in. */
  start: 'active' | 'pending'
  expiry: Expiry
  /** Of the mail; null: as the project has it. */
  locale: string | null
}

/** What is sent for one row. */
export type InvitationRequest =
  | { type: 'invite'; input: MagicLinksInviteInput }
  | { type: 'add'; input: MembersCreateInput }
  | { type: 'reactivate'; memberId: string }

export function newDraft(delivery: Delivery, id: string): InvitationDraft {
  return {
    invitees: [blankInvitee(id)],
    roles: [],
    delivery,
    start: 'active',
    expiry: USUAL_EXPIRY,
    locale: null,
  }
}

export const blankInvitee = (id: string): Invitee => ({
  id,
  email: '',
  name: '',
  roles: null,
  choice: null,
})

/** Whether there is something in it that would be lost. */
export const isTouched = ({ invitees }: InvitationDraft): boolean =>
  invitees.some((invitee) => !isBlank(invitee))

/** The rows with these behind them; rows with nothing in them give way. */
export function withInputs(
  invitees: readonly Invitee[],
  inputs: readonly InviteeInput[],
  newId: () => string,
): Invitee[] {
  return [
    ...invitees.filter((invitee) => !isBlank(invitee)),
    ...inputs.map((input) => ({ ...input, id: newId(), choice: null })),
  ]
}

/** A row into which one address was pasted: what came with it counts, where something did. */
export const mergeInput = (invitee: Invitee, { email, name, roles }: InviteeInput): Invitee => ({
  ...invitee,
  email,
  name: name || invitee.name,
  roles: roles ?? invitee.roles,
  choice: null,
})

/** The rows without these; there is always one left to type in. */
export function withoutInvitees(
  invitees: readonly Invitee[],
  isRemoved: (invitee: Invitee) => boolean,
  newId: () => string,
): Invitee[] {
  const left = invitees.filter((invitee) => !isRemoved(invitee))
  return left.length > 0 ? left : [blankInvitee(newId())]
}

/** The roles that a row is sent with. */
export const rolesOf = ({ roles }: Invitee, options: Pick<InvitationOptions, 'roles'>) =>
  roles ?? options.roles

/**
 * What is sent for a row; null where nothing is. An invitation that is sent again changes neither name nor roles of who
 * has it already.
 */
export function requestFor(
  { invitee, action, known }: CheckedInvitee,
  options: InvitationOptions,
  config: Pick<MembersConfig, 'inviteTemplateId' | 'inviteRedirectURL'>,
): InvitationRequest | null {
  const email_address = invitee.email.trim()
  const name = invitee.name.trim()
  const roles = [...rolesOf(invitee, options)]
  const person = { ...(name !== '' && { name }), ...(roles.length > 0 && { roles }) }
  switch (action) {
    case 'invite':
      return { type: 'invite', input: { email_address, ...person, ...mail(options, config) } }
    case 'send-again':
      return { type: 'invite', input: { email_address, ...mail(options, config) } }
    case 'add':
      return {
        type: 'add',
        input: {
          email_address,
          ...person,
          ...(options.start === 'pending' && { create_member_as_pending: true }),
        },
      }
    case 'reactivate':
      return known && { type: 'reactivate', memberId: known.memberId }
    case 'leave-out':
      return null
  }
}

function mail(
  { expiry, locale }: InvitationOptions,
  {
    inviteTemplateId,
    inviteRedirectURL,
  }: Pick<MembersConfig, 'inviteTemplateId' | 'inviteRedirectURL'>,
) {
  const minutes = expiryMinutes(expiry)
  return {
    ...(minutes !== null && { invite_expiration_minutes: minutes }),
    ...(locale !== null && { locale }),
    ...(inviteTemplateId && { invite_template_id: inviteTemplateId }),
    ...(inviteRedirectURL && { invite_redirect_url: inviteRedirectURL }),
  }
}
