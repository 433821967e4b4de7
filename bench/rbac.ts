import type { Browser } from 'playwright'
import type { EmulatorServer } from 'orgportal/emulator/node'
import { buildApp } from './buildApp.ts'
import { PAGES_URL } from './environment.ts'
import { largePolicy, POLICY_SIZE, questions, roleId } from './policy.ts'
import { median, ratio } from './report.ts'
import { sessionCookies } from './sessionCookies.ts'

/** One turn of both clients, in nanoseconds. */
export interface RbacRound {
  check: Record<'ours' | 'official', number>
  /** `allPermissions()`. */
  all: Record<'ours' | 'official', number>
  /** Ours only: from the policy to the first answer. */
  compileMs: number
  /** Ours only: the first time that all roles which grant something are named. */
  explainMs: number
}

export interface RbacFigures {
  rounds: RbacRound[]
  /** How many of the questions are answered by yes. */
  granted: number
  /** How many roles the session has. */
  roles: number
}

interface RbacRun {
  rounds: number
  browser: Browser
  emulator: EmulatorServer
}

/** The members who ask, by how many of the policy's roles they hold beside `stytch_member`. */
const HELD = [1, 10]

/**
 * The permission check of both clients, in one page: the same policy from the same bootstrap answer, the
 * same session. As a Markdown section.
 */
export async function benchRbac({ rounds, browser, emulator }: RbacRun): Promise<string> {
  const app = await buildApp('rbac/checks')
  emulator.emulator.setLatency(0)
  emulator.emulator.reset({
    name: 'large-policy',
    policy: largePolicy(),
    organizations: [
      {
        organization_name: 'Large',
        members: HELD.map((count) => ({
          email_address: `holds-${count}@large.example`,
          persona: `holds-${count}`,
          roles: Array.from({ length: count }, (_, index) => roleId(index * 7)),
        })),
      },
    ],
  })
  const figures: RbacFigures[] = []
  for (const count of HELD) {
    const cookies = await sessionCookies(emulator, `holds-${count}`)
    const context = await browser.newContext({ storageState: { cookies, origins: [] } })
    const page = await context.newPage()
    await page.goto(PAGES_URL + app.path)
    figures.push(await page.evaluate(async (times) => window.benchRbac(times), rounds))
    await context.close()
    process.stdout.write('.')
  }
  return render(figures)
}

function render(figures: readonly RbacFigures[]): string {
  const rows = figures.flatMap(({ rounds, roles, granted }) => {
    const of = (figure: (round: RbacRound) => number) => median(rounds.map(figure))
    const row = (label: string, kind: 'check' | 'all', scale: number, unit: string) => {
      const ours = of((round) => round[kind].ours)
      const official = of((round) => round[kind].official)
      const text = (value: number) => `${(value / scale).toFixed(scale === 1 ? 0 : 2)} ${unit}`
      const faster = `${Math.round(official / ours)} times faster`
      return `| ${label} | ${text(ours)} | ${text(official)} | ${ratio(ours, official, 4)} (${faster}) |`
    }
    const who = `a session of ${roles} roles`
    return [
      row(
        `\`isAuthorizedSync\`, ${who} (${granted} of ${questions.length} granted)`,
        'check',
        1,
        'ns',
      ),
      row(`\`allPermissions\`, ${who}`, 'all', 1e6, 'ms'),
      `| First answer from a new policy, ${who} | ${of(({ compileMs }) => compileMs).toFixed(2)} ms | – | – |`,
      `| First time all roles that grant something are named | ${of(({ explainMs }) => explainMs).toFixed(2)} ms | – | – |`,
    ]
  })
  return [
    `### Permission checks, a policy of ${POLICY_SIZE} roles with ${POLICY_SIZE} permissions each`,
    '',
    '| | orgportal | @stytch/react | ours / theirs |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
    '',
    'Both clients in one page, over the same session and the same answer of the bootstrap call, asked in turn; their answers are compared first.',
  ].join('\n')
}
