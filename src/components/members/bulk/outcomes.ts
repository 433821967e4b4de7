import { isApiError } from '../../../client/errors.ts'
import { saveFailureReason } from '../../portal/saveFailureReason.ts'
import type { Messages } from '../../i18n/messages.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import type { MemberResult, SkipReason } from './memberAction.ts'
import type { RunItem } from './memberSource.ts'
import type { RunRow, RowState } from './run.ts'

export type MemberRow = RunRow<RunItem, MemberResult, SkipReason>

/** What became of one member, as it is read. */
export interface Outcome {
  id: string
  label: string
  name: string
  email: string
  state: RowState
  /** Why, or what is to be known of it; empty where nothing is. */
  reason: string
  /** To be quoted when one asks the API's support. */
  requestId: string
}

export interface OutcomeTexts {
  bulk: Messages['membersBulk']
  saveFailed: Messages['ui']['saveFailed']
  /** Names of roles as shown. */
  nameOf: (roleId: string) => string
}

const ORDER: readonly RowState[] = ['failed', 'skipped', 'notStarted', 'running', 'waiting', 'done']

/** Rows as they are read: those that failed first, then those left out, each in the order of the run. */
export function orderRows(rows: readonly MemberRow[]): MemberRow[] {
  return ORDER.flatMap((state) => rows.filter((row) => row.state === state))
}

export function outcomeOf(row: MemberRow, texts: OutcomeTexts): Outcome {
  const { id, error, state } = row
  const { member } = row.item
  return {
    id,
    label: member === null ? id : memberLabel(member),
    name: member?.name ?? '',
    email: member?.email_address ?? '',
    state,
    reason: reasonOf(row, texts),
    requestId: (state === 'failed' && isApiError(error) && error.request_id) || '',
  }
}

/** All outcomes as lines of a CSV file. */
export function outcomeRows(rows: readonly MemberRow[], texts: OutcomeTexts): string[][] {
  const { csv, states } = texts.bulk.outcome
  const header = [csv.name, csv.email, csv.id, csv.outcome, csv.reason, csv.requestId]
  const cells = orderRows(rows).map((row) => {
    const { name, email, id, state, reason, requestId } = outcomeOf(row, texts)
    return [name, email, id, states[state], reason, requestId]
  })
  return [header, ...cells]
}

function reasonOf(row: MemberRow, { bulk, saveFailed, nameOf }: OutcomeTexts): string {
  const { state, reason, error, result, already, uncertain } = row
  if (state === 'skipped' && reason !== null) return bulk.skip[reason]
  if (state === 'failed' && error !== null) {
    const why = isApiError(error) ? error.error_message : saveFailureReason(error, saveFailed)
    return uncertain ? bulk.run.joined([why, bulk.outcome.uncertain]) : why
  }
  if (state !== 'done') return ''
  if (already) return bulk.outcome.already
  return result !== null && result.rolesKept.length > 0
    ? bulk.outcome.keeps(result.rolesKept.map(nameOf))
    : ''
}
