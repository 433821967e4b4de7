import { isApiError } from '../../../client/errors.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { CheckedInvitee, InviteeCounts, InviteeProblem } from './checkInvitees.ts'
import type { InvitationOutcome, OutcomeCounts } from './invitationResults.ts'
import type { InviteeAction } from './invitee.ts'
import type { InvitationForm } from './useInvitation.ts'

type Words = Messages['membersInvite']

/** What is wrong with an address, and how to right it; undefined where nothing is. */
export function emailError({ problems }: CheckedInvitee, words: Words): string | undefined {
  return (
    problems
      .flatMap((problem) => (problem.type === 'roles' ? [] : [problemText(problem, words)]))
      .join(' ') || undefined
  )
}

/** What is wrong with the roles. */
export function rolesError({ problems }: CheckedInvitee, words: Words): string | undefined {
  const problem = problems.find(({ type }) => type === 'roles')
  return problem && problemText(problem, words)
}

/** What is known of who has the address. */
export function knownText({ known, choices }: CheckedInvitee, words: Words): string | undefined {
  if (known === null) return undefined
  const { label, status, canReactivate } = known
  if (status === 'active') return words.known.active(label)
  if (status === 'deleted') return words.known[canReactivate ? 'deleted' : 'deletedForGood'](label)
  if (choices.length === 0) return words.known.leftOutAdded(label)
  return words.known[status === 'pending' ? 'pending' : 'invited'](label)
}

/** What the server has against the address itself, in our words; undefined where it is something else. */
export function refusedEmail(error: Error | null, { failed }: Words): string | undefined {
  if (!isApiError(error)) return undefined
  const type = Object.keys(failed.types).find((known) => known === error.error_type)
  return isKeyOf(failed.types, type) ? failed.types[type] : undefined
}

/** What the button does. */
export function submitLabel(
  { shape, rows, counts, options }: InvitationForm,
  words: Words,
): string {
  const { submit, actions } = words
  const { invite, add, reactivate } = counts.actions
  const mails = invite + counts.actions['send-again']
  const [first] = rows
  if (shape === 'one') {
    if (first?.known && first.action !== 'leave-out') return actions[first.action]
    return submit[options.delivery](1)
  }
  if (counts.problems > 0 || counts.ready === 0) {
    return submit[options.delivery === 'add' ? 'addAll' : 'inviteAll']
  }
  if (mails === counts.ready) return submit.invite(mails)
  if (add === counts.ready) return submit.add(add)
  return reactivate === counts.ready && counts.ready === 1
    ? actions.reactivate
    : submit.mixed(counts.ready)
}

/** What will be done, and about how many. */
export function summaryText({ actions, problems }: InviteeCounts, { summary }: Words): string {
  const parts = ACTIONS.flatMap((action) =>
    actions[action] > 0 ? [summary[action](actions[action])] : [],
  )
  if (problems > 0) parts.push(summary.problems(problems))
  return parts.length > 0 ? summary.text(parts) : summary.none
}

/** What came of it, and for how many. */
export function outcomeText(counts: OutcomeCounts, { done }: Words): string {
  const parts = OUTCOMES.flatMap((outcome) =>
    counts[outcome] > 0 ? [done[outcome](counts[outcome])] : [],
  )
  return done.text(parts)
}

const ACTIONS: readonly InviteeAction[] = ['invite', 'add', 'send-again', 'reactivate', 'leave-out']
const OUTCOMES: readonly InvitationOutcome[] = [
  'invited',
  'added',
  'sent-again',
  'reactivated',
  'already',
  'failed',
  'not-sent',
  'left-out',
  'sending',
  'waiting',
]

function problemText(problem: InviteeProblem, { problems }: Words): string {
  switch (problem.type) {
    case 'email':
      return problems.email[problem.problem]
    case 'duplicate':
      return problems.duplicate(problem.of)
    case 'domain':
      return problems.domain(problem.domain, problem.allowed)
    case 'roles':
      return problems.roles(problem.unknown)
  }
}

function isKeyOf<Shape extends object>(
  shape: Shape,
  key: string | undefined,
): key is Extract<keyof Shape, string> {
  return key !== undefined && key in shape
}
