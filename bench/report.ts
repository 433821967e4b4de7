import type { BuiltApp } from './buildApp.ts'
import type { BenchPart, Contestant } from './parts.ts'
import type { Visit } from './visit.ts'

/** All visits to one contestant, by the emulator's latency in milliseconds. */
export type Visits = ReadonlyMap<number, readonly Visit[]>

export interface PartResult {
  part: BenchPart
  apps: Record<Contestant, BuiltApp>
  visits: Record<Contestant, Visits>
}

/** The results of one part as a Markdown table: a row for each figure, medians over all rounds. */
export function renderPart(result: PartResult, baseline: BuiltApp): string {
  const rows = figures(result, baseline).map(({ label, value, unit }) => {
    const ours = value('ours')
    const official = value('official')
    return `| ${label} | ${format(ours, unit)} | ${format(official, unit)} | ${ratio(ours, official)} |`
  })
  return [
    `### ${result.part.name}`,
    '',
    '| | orgportal | @stytch/react | ours / theirs |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
    ...(result.part.note === undefined ? [] : ['', result.part.note]),
  ].join('\n')
}

type Unit = 'kB' | 'MB' | 'ms' | ''

interface Figure {
  label: string
  unit: Unit
  value: (contestant: Contestant) => number
}

function figures({ apps, visits }: PartResult, baseline: BuiltApp): Figure[] {
  const react = sum([...baseline.scripts.values()])
  const latencies = [...visits.ours.keys()]
  const all = (contestant: Contestant) => [...visits[contestant].values()].flat()
  const at = (contestant: Contestant, latency: number) => visits[contestant].get(latency) ?? []
  const settledAt = (contestant: Contestant, latency: number) =>
    median(at(contestant, latency).map((visit) => visit.settledMs))
  const last = Math.max(...latencies)

  return [
    {
      label: 'JavaScript at first load, gzip, less React',
      unit: 'kB',
      value: (who) => median(all(who).map((visit) => loaded(visit, apps[who]))) - react,
    },
    {
      label: 'JavaScript in all, gzip, less React',
      unit: 'kB',
      value: (who) => sum([...apps[who].scripts.values()]) - react,
    },
    {
      label: 'API requests until settled',
      unit: '',
      value: (who) => median(all(who).map((visit) => visit.requests)),
    },
    ...latencies.map((latency): Figure => ({
      label: `Settled, API latency ${latency} ms`,
      unit: 'ms',
      value: (who) => settledAt(who, latency),
    })),
    {
      label: `Longest chain of API requests, latency ${last} ms`,
      unit: '',
      value: (who) => median(at(who, last).map((visit) => visit.chain)),
    },
    {
      label: 'Main thread blocked (long tasks beyond 50 ms)',
      unit: 'ms',
      value: (who) => median(all(who).map((visit) => visit.blockingMs)),
    },
    {
      label: 'Main thread in scripts',
      unit: 'ms',
      value: (who) => median(all(who).map((visit) => visit.scriptMs)),
    },
    {
      label: 'DOM elements',
      unit: '',
      value: (who) => median(all(who).map((visit) => visit.domNodes)),
    },
    {
      label: 'JavaScript heap after collection',
      unit: 'MB',
      value: (who) => median(all(who).map((visit) => visit.heapBytes)),
    },
  ]
}

function loaded(visit: Visit, app: BuiltApp): number {
  return sum(visit.scripts.map((path) => app.scripts.get(path) ?? 0))
}

function format(value: number, unit: Unit): string {
  switch (unit) {
    case 'kB':
      return `${(value / 1_000).toFixed(1)} kB`
    case 'MB':
      return `${(value / 1_000_000).toFixed(1)} MB`
    case 'ms':
      return `${Math.round(value)} ms`
    case '':
      return Number.isInteger(value) ? String(value) : value.toFixed(1)
  }
}

export function ratio(ours: number, official: number, digits = 2): string {
  return official > 0 ? (ours / official).toFixed(digits) : '–'
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}
