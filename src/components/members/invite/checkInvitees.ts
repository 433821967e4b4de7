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
  /** The domains that may be invited; null: any. */
  allowedDomains: readonly string[] | null
  isRole: (roleId: string) => boolean
  /** Whom an address belongs to, by its key; undefined where that was not asked. */
  known: (key: string) => KnownAddress | null | undefined
}

/** By a mail, or at once and without one. */
export type Delivery = 'invite' | 'add'

/** Holds every row against the rules; rows with nothing in them are left out without a word. */
export function checkInvitees(invitees: readonly Invitee[], rules: InviteeRules): CheckedInvitee[] {
  const first = new Map<string, number>()
  return invitees.map((invitee, index) => {
    const number = index + 1
    if (isBlank(invitee)) return untouched(invitee, number)
    const problem = emailProblem(invitee.email)
    const key = emailKey(invitee.email)
    const before = problem ? undefined : first.get(key)
    if (!problem && before === undefined) first.set(key, number)
    const known = (problem ? null : rules.known(key)) ?? null
    const choices = choicesFor(known, rules.delivery)
    const action = choices.find((choice) => choice === invitee.choice) ?? choices[0] ?? 'leave-out'
    const problems: InviteeProblem[] = []
    if (problem) problems.push({ type: 'email', problem })
    if (before !== undefined) problems.push({ type: 'duplicate', of: before })
    if (isMailed(action) && !problem) problems.push(...domainProblem(invitee.email, rules))
    if (action !== 'leave-out' && action !== 'reactivate')
      problems.push(...roleProblem(invitee, rules))
    return { invitee, number, problems, known, action, choices: choices.length > 1 ? choices : [] }
  })
}

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

/** Rows with problems before all others; apart from that as they were. */
export function problemsFirst(rows: readonly CheckedInvitee[]): Invitee[] {
  return [...rows.filter(hasProblem), ...rows.filter((row) => !hasProblem(row))].map(
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
