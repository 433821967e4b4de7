import {
  emailDomain,
  emailKey,
  emailProblem,
  isSameDomain,
  type EmailProblem,
} from './emailAddress.ts'
import { isBlank, type Invitee, type InviteeAction } from './invitee.ts'

/** What has to be mended before a row can be sent. */
export type InviteeProblem =
  | { type: 'email'; problem: EmailProblem }
  /** The number of the row that has the address already. */
  | { type: 'duplicate'; of: number }
  | { type: 'domain'; domain: string; allowed: readonly string[] }
  | { type: 'roles'; unknown: readonly string[] }

/** Whom an address belongs to already. */
export interface KnownAddress {
  memberId: string
  /** How the member is called. */
  label: string
  status: string
  /** Deactivated, with an address that was once verified: only such members can be reactivated. */
  canReactivate: boolean
}

export interface CheckedInvitee {
  invitee: Invitee
  /** Which row it is, counted from 1. */
  number: number
  problems: readonly InviteeProblem[]
  /** Whom the address belongs to already; null: nobody, as far as is known. */
  known: KnownAddress | null
  /** What will be done. */
  action: InviteeAction
  /** What there is to choose from; empty where there is no choice. */
  choices: readonly InviteeAction[]
}

/** What the rows are held against. */
export interface InviteeRules {
  delivery: Delivery
  /** The domains that may be invited; null: whatever they are. */
  allowedDomains: readonly string[] | null
  isRole: (roleId: string) => boolean
  /** Whom an address belongs to, by its key; undefined where that was not asked. */
  known: (key: string) => KnownAddress | null | undefined
}

/** By a mail, or at once and without one. */
export type Delivery = 'invite' | 'add'

/** Holds every row against the rules; rows with nothing in them are left out without a word. */
export const checkInvitees: InviteeCheck = (invitees, rules) =>
  createInviteeCheck(createAddressReader())(invitees, rules)

export type InviteeCheck = (invitees: readonly Invitee[], rules: InviteeRules) => CheckedInvitee[]

/**
 * `checkInvitees` that remembers: a row of which nothing has changed is the same object as before, and costs nothing. One
 * key in one of 10,000 rows has to be checked, and shown, within a frame.
 */
export function createInviteeCheck(addressOf: AddressReader): InviteeCheck {
  const checked = new WeakMap<Invitee, CheckedInvitee>()
  let last: InviteeRules | null = null
  return (invitees, rules) => {
    const sameRules =
      last?.delivery === rules.delivery &&
      last.allowedDomains === rules.allowedDomains &&
      last.isRole === rules.isRole
    last = rules
    const first = new Map<string, number>()
    return invitees.map((invitee, index) => {
      const number = index + 1
      const { problem, key } = addressOf(invitee)
      const of = problem ? undefined : first.get(key)
      if (!problem && of === undefined) first.set(key, number)
      const known = (problem ? null : rules.known(key)) ?? null
      const before = checked.get(invitee)
      if (
        sameRules &&
        before?.number === number &&
        before.known === known &&
        duplicateOf(before) === of
      ) {
        return before
      }
      const row = isBlank(invitee)
        ? untouched(invitee, number)
        : checkOne(invitee, { number, of, known, problem }, rules)
      checked.set(invitee, row)
      return row
    })
  }
}

/** What is wrong with a row's address, and by what it is compared. */
export type AddressReader = (invitee: Invitee) => { problem: EmailProblem | null; key: string }

/** Reads each row once. */
export function createAddressReader(): AddressReader {
  const read = new WeakMap<Invitee, ReturnType<AddressReader>>()
  return (invitee) => {
    const before = read.get(invitee)
    if (before) return before
    const address = { problem: emailProblem(invitee.email), key: emailKey(invitee.email) }
    read.set(invitee, address)
    return address
  }
}

/** What is known of a row before the rules are asked. */
interface Circumstances extends Pick<CheckedInvitee, 'number' | 'known'> {
  /** The number of the row that has the address already. */
  of: number | undefined
  problem: EmailProblem | null
}

function checkOne(
  invitee: Invitee,
  { number, of, known, problem }: Circumstances,
  rules: InviteeRules,
): CheckedInvitee {
  const choices = choicesFor(known, rules.delivery)
  const action = choices.find((choice) => choice === invitee.choice) ?? choices[0] ?? 'leave-out'
  const problems: InviteeProblem[] = []
  if (problem) problems.push({ type: 'email', problem })
  if (of !== undefined) problems.push({ type: 'duplicate', of })
  if (isMailed(action) && !problem) problems.push(...domainProblem(invitee.email, rules))
  if (action !== 'leave-out' && action !== 'reactivate')
    problems.push(...roleProblem(invitee, rules))
  return { invitee, number, problems, known, action, choices: choices.length > 1 ? choices : [] }
}

const duplicateOf = ({ problems }: CheckedInvitee) =>
  problems.find((problem) => problem.type === 'duplicate')?.of

/** Whether the row keeps the others from being sent. */
export const hasProblem = ({ problems }: CheckedInvitee): boolean => problems.length > 0

/** How many rows there are of which kind. */
export interface InviteeCounts {
  rows: number
  problems: number
  /** Without a problem, by what will be done. */
  actions: Readonly<Record<InviteeAction, number>>
  /** Something will be done about. */
  ready: number
}

export function countInvitees(rows: readonly CheckedInvitee[]): InviteeCounts {
  const actions = { invite: 0, add: 0, 'send-again': 0, reactivate: 0, 'leave-out': 0 }
  let filled = 0
  let problems = 0
  for (const row of rows) {
    if (isBlank(row.invitee)) continue
    filled += 1
    if (hasProblem(row)) problems += 1
    else actions[row.action] += 1
  }
  return { rows: filled, problems, actions, ready: filled - problems - actions['leave-out'] }
}

/**
 * Rows with problems before all others; apart from that as they were. A row of which there are doubles comes with them:
 * behind them it would be taken for theirs.
 */
export function problemsFirst(rows: readonly CheckedInvitee[]): Invitee[] {
  const doubled = new Set(rows.map(duplicateOf))
  const isFirst = (row: CheckedInvitee) => hasProblem(row) || doubled.has(row.number)
  return [...rows.filter(isFirst), ...rows.filter((row) => !isFirst(row))].map(
    ({ invitee }) => invitee,
  )
}

const untouched = (invitee: Invitee, number: number): CheckedInvitee => ({
  invitee,
  number,
  problems: [],
  known: null,
  action: 'leave-out',
  choices: [],
})

/** The first is what is usual. Nobody gets back in without the viewer's saying so. */
function choicesFor(known: KnownAddress | null, delivery: Delivery): InviteeAction[] {
  if (known === null) return [delivery]
  if (known.status === 'deleted') {
    return known.canReactivate ? ['leave-out', 'reactivate'] : [delivery, 'leave-out']
  }
  if (known.status === 'active' || delivery === 'add') return ['leave-out']
  return ['send-again', 'leave-out']
}

const isMailed = (action: InviteeAction) => action === 'invite' || action === 'send-again'

function domainProblem(email: string, { allowedDomains }: InviteeRules): InviteeProblem[] {
  const domain = emailDomain(email)
  if (allowedDomains === null || allowedDomains.some((allowed) => isSameDomain(allowed, domain))) {
    return []
  }
  return [{ type: 'domain', domain, allowed: allowedDomains }]
}

function roleProblem({ roles }: Invitee, { isRole }: InviteeRules): InviteeProblem[] {
  const unknown = roles?.filter((role) => !isRole(role)) ?? []
  return unknown.length ? [{ type: 'roles', unknown }] : []
}
