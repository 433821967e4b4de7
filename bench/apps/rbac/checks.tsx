import { compilePolicy, createB2BClient } from 'orgportal/client'
import { EMULATOR_URL, PUBLIC_TOKEN } from '../../environment.ts'
import { questions } from '../../policy.ts'
import type { RbacFigures, RbacRound } from '../../rbac.ts'
import { createOfficialClient } from '../officialClient.ts'

/** Both clients in one page, over the same cookies: each is asked the same, turn and turn about. */

const ours = createB2BClient(PUBLIC_TOKEN, { baseUrl: EMULATOR_URL })
const official = createOfficialClient()

const clients = { ours, official }
type Ask = (resource: string, action: string) => boolean
const asks: Record<'ours' | 'official', Ask> = {
  ours: (resource, action) => ours.rbac.isAuthorizedSync(resource, action),
  official: (resource, action) => official.rbac.isAuthorizedSync(resource, action),
}

/** How long one measurement goes on, in milliseconds. */
const SPAN = 200

declare global {
  interface Window {
    benchRbac: (rounds: number) => Promise<RbacFigures>
  }
}

window.benchRbac = async (rounds) => {
  await signedIn()
  const answers = questions.map(([resource, action]) => asks.ours(resource, action))
  const others = questions.map(([resource, action]) => asks.official(resource, action))
  if (answers.join() !== others.join()) throw new Error('The two clients answer differently.')
  if (new Set(answers).size < 2) throw new Error('All answers are the same.')

  const measured: RbacRound[] = []
  // The first one is for the engine to get warm.
  for (let round = 0; round <= rounds; round += 1) {
    const check = { ours: 0, official: 0 }
    const all = { ours: 0, official: 0 }
    for (const who of round % 2 === 0 ? WHO : WHO.toReversed()) {
      check[who] = await nanoseconds(questions.length, () => askAll(asks[who]))
      all[who] = await nanoseconds(1, () => clients[who].rbac.allPermissions())
    }
    if (round > 0) measured.push({ check, all, ...compileOnce() })
  }
  return { rounds: measured, granted: answers.filter(Boolean).length, roles: heldRoles().length }
}

const WHO = ['ours', 'official'] as const

const heldRoles = () => ours.session.getSync()?.roles ?? []

function askAll(ask: Ask): number {
  let granted = 0
  for (const [resource, action] of questions) if (ask(resource, action)) granted += 1
  return granted
}

/** Of one of the `count` things that each turn does. */
async function nanoseconds(count: number, turn: () => unknown): Promise<number> {
  const begun = performance.now()
  let turns = 0
  let elapsed: number
  do {
    await turn()
    turns += 1
    elapsed = performance.now() - begun
  } while (elapsed < SPAN)
  return (elapsed * 1e6) / (turns * count)
}

/** What our client does once per policy: until the first answer, and until it can name all roles that grant something. */
function compileOnce(): Pick<RbacRound, 'compileMs' | 'explainMs'> {
  const policy = ours.getSnapshot().bootstrap?.rbacPolicy ?? null
  const [resource, action] = questions[0] ?? ['', '']
  const begun = performance.now()
  const compiled = compilePolicy(policy)
  compiled.allows(heldRoles(), resource, action)
  const answered = performance.now()
  compiled.rolesGranting(resource, action)
  return { compileMs: answered - begun, explainMs: performance.now() - answered }
}

async function signedIn(): Promise<void> {
  await Promise.all([ours.rbac.allPermissions(), official.rbac.allPermissions()])
  while (ours.getSnapshot().status !== 'authenticated' || !official.session.getSync()) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
