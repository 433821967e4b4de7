import type { Step } from './visit.ts'

/** Where we do what the official client means, and not what it does. */
interface Difference {
  what: string
  /** The official client's step as it was meant. */
  meant: (step: Step) => Step
}

export const differences: readonly Difference[] = [
  {
    what: 'members.getConnectedApps: the path has its slash',
    meant: (step) => ({
      ...step,
      requests: step.requests.map((request) => ({
        ...request,
        path: request.path.replace('/sdk/v1b2b/', '/sdk/v1/b2b/'),
      })),
    }),
  },
]

export function asMeant(step: Step): Step {
  return differences.reduce((result, { meant }) => meant(result), step)
}
