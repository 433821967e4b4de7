import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import type { Locale, Member } from '../../client/types.ts'
import type { RoleDisplayConfig } from '../portal/useRoleDisplay.ts'

/** What a host may say about the member management. The first two are those of the official part. */
export interface MembersConfig extends RoleDisplayConfig {
  /** The project's template for the mails of invitations. */
  inviteTemplateId?: string | undefined
  /** Where an invitation leads; one of the project's invite redirect URLs. */
  inviteRedirectURL?: string | undefined
  /** Languages of invitations to choose from, where there is more than one. @default ['en', 'es', 'pt-br', 'fr'] */
  inviteLocales?: readonly Locale[] | undefined
  /** Where the mail to choose a new password leads. */
  resetPasswordRedirectURL?: string | undefined
  /** The project's template for the mails to choose a new password. */
  resetPasswordTemplateId?: string | undefined
  /** Where the mail that confirms a new address leads. */
  emailUpdateRedirectURL?: string | undefined
  /** Where the organization's settings are in the host's app: named where a setting is in the way. */
  organizationSettingsURL?: string | undefined
  /**
   * When a member was last seen (RFC 3339), if the host knows: the API does not tell it. With it, there is a column for it.
   *
   * @example getLastSeen: (member) => lastSeen.get(member.member_id)
   */
  getLastSeen?: ((member: Member) => string | undefined) | undefined
}

/** What a host may add to the screens. */
export interface MembersSlots {
  /** Beside "Invite members". */
  listActions?: ReactNode
  /** Further columns of the list, after its own. */
  columns?: readonly MemberColumnSlot[] | undefined
  /** Further cards of a member's page, after its own. */
  memberCards?: ((member: Member) => ReactNode) | undefined
}

export interface MemberColumnSlot {
  id: string
  header: string
  cell: (member: Member) => ReactNode
}

export interface MembersSetting {
  config: MembersConfig
  slots: MembersSlots
}

/** Filled by `AdminPortalMemberManagement`; empty for parts that are put together by hand without it. */
export const MembersContext = createContext<MembersSetting>({ config: {}, slots: {} })

export const useMembersConfig = (): MembersConfig => useContext(MembersContext).config
export const useMembersSlots = (): MembersSlots => useContext(MembersContext).slots
