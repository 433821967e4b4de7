import { isApiError } from '../../../client/errors.ts'
import type { RunRow } from '../bulk/run.ts'
import type { CheckedInvitee } from './checkInvitees.ts'
import type { InviteeAction } from './invitee.ts'
import { rolesOf, type InvitationOptions, type InvitationRequest } from './invitationDraft.ts'

/** What became of a row. `already`: somebody else was quicker. */
export type InvitationOutcome =
  | 'waiting'
  | 'sending'
  | 'invited'
  | 'sent-again'
  | 'added'
  | 'reactivated'
  | 'already'
  | 'failed'
  | 'not-sent'
  | 'left-out'

/** A row with what is sent for it; null: it is left out. */
export interface InvitationItem {
  row: CheckedInvitee
  request: InvitationRequest | null
}

export interface InvitationResult {
  row: CheckedInvitee
  outcome: InvitationOutcome
  /** Why it failed. */
  error: Error | null
}

export type OutcomeCounts = Readonly<Record<InvitationOutcome, number>>

export function resultOf(row: RunRow<InvitationItem, unknown, string>): InvitationResult {
  return { row: row.item.row, outcome: outcomeOf(row), error: row.error }
}

export function countOutcomes(results: readonly InvitationResult[]): OutcomeCounts {
  const counts = {
    waiting: 0,
    sending: 0,
    invited: 0,
    'sent-again': 0,
    added: 0,
    reactivated: 0,
    already: 0,
    failed: 0,
    'not-sent': 0,
    'left-out': 0,
  }
  for (const { outcome } of results) counts[outcome] += 1
  return counts
}

/** Nothing came of it, though something should have. */
export const isUnreached = ({ outcome }: InvitationResult): boolean =>
  outcome === 'failed' || outcome === 'not-sent'

/** Those of whom nothing came before all others; apart from that as they were. */
export function unreachedFirst(results: readonly InvitationResult[]): InvitationResult[] {
  const failed = results.filter(({ outcome }) => outcome === 'failed')
  const notSent = results.filter(({ outcome }) => outcome === 'not-sent')
  return [...failed, ...notSent, ...results.filter((result) => !isUnreached(result))]
}

/** The outcomes as rows of a CSV file, which can be used as a list to invite again. `words` are the outcomes as shown. */
export function outcomeTable(
  results: readonly InvitationResult[],
  options: Pick<InvitationOptions, 'roles'>,
  words: Readonly<Record<InvitationOutcome, string>>,
): string[][] {
  return [
    ['email', 'name', 'roles', 'outcome', 'message', 'error_type', 'request_id'],
    ...results.map(({ row: { invitee }, outcome, error }) => [
      invitee.email.trim(),
      invitee.name.trim(),
      rolesOf(invitee, options).join(';'),
      words[outcome],
      error ? messageOf(error) : '',
      isApiError(error) ? error.error_type : '',
      (isApiError(error) && error.request_id) || '',
    ]),
  ]
}

/** Whether a refusal says that what was asked for is so already. */
export const isAlready = (error: Error): boolean =>
  isApiError(error) && ALREADY.has(error.error_type)

/** What the API says, in its own words. */
export const messageOf = (error: Error): string =>
  isApiError(error) ? error.error_message : error.message

const ALREADY: ReadonlySet<string> = new Set([
  'duplicate_member_email',
  'user_already_invited',
  'no_deleted_member_found_for_reactivation',
])

function outcomeOf({ state, already, item }: RunRow<InvitationItem, unknown, string>) {
  switch (state) {
    case 'waiting':
      return 'waiting'
    case 'running':
      return 'sending'
    case 'failed':
      return 'failed'
    case 'notStarted':
      return 'not-sent'
    case 'skipped':
      return 'left-out'
    case 'done':
      return already ? 'already' : DONE[item.row.action]
  }
}

const DONE = {
  invite: 'invited',
  add: 'added',
  'send-again': 'sent-again',
  reactivate: 'reactivated',
  'leave-out': 'left-out',
} as const satisfies Record<InviteeAction, InvitationOutcome>
