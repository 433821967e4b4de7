/** Somebody to invite, as typed, pasted or read from a file. */
export interface Invitee {
  id: string
  email: string
  name: string
  /**
   * Ids of roles, or what was written where no role is called so; null: the roles that are chosen for all.
   */
  roles: readonly string[] | null
  /** What the viewer wants done with somebody who is known already; null: what is usual. */
  choice: InviteeAction | null
}

/** What is done about somebody. */
export type InviteeAction = 'invite' | 'add' | 'send-again' | 'reactivate' | 'leave-out'

/** What is read from a text or a file. */
export type InviteeInput = Pick<Invitee, 'email' | 'name' | 'roles'>

/** The most that are taken at once. */
export const MOST_INVITEES = 10_000

/** A row in which nothing is written yet. */
export const isBlank = ({ email, name, roles }: InviteeInput): boolean =>
  email.trim() === '' && name.trim() === '' && (roles === null || roles.length === 0)
