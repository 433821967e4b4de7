import { activationItems } from '../connection/activation.ts'
import type { OidcSsoConnection, SamlSsoConnection } from '../connections.ts'
import type { SsoGuide, SsoGuideStep } from '../guides/SsoGuide.ts'
import type { DraftSection } from './draft.ts'

/** A connection that can be set up here; an external one is set up where it belongs. */
export type SetupConnection = SamlSsoConnection | OidcSsoConnection

/** The steps that the wizard adds to those of the guide. Both ids stand in addresses. */
export const TEST_STEP = 'test'
export const FINISH_STEP = 'finish'

/** All that decides how far a step is. */
export interface SetupStanding {
  connection: SetupConnection
  /** Steps that are ticked off. */
  ticked: ReadonlySet<string>
  /** What is typed and not saved. */
  unsaved: ReadonlySet<DraftSection>
  /** What was not saved because something in it cannot work. */
  refused: ReadonlySet<DraftSection>
  /** Null before the first test. */
  testPassed: boolean | null
}

export type StepStanding = 'done' | 'attention' | 'ahead'

/** The ids of all steps, in their order. */
export const stepIds = (guide: Pick<SsoGuide, 'steps'>): string[] => [
  ...guide.steps.map(({ id }) => id),
  TEST_STEP,
  FINISH_STEP,
]

/** The step to open: the one that is wanted, if there is such a one, else the first that is not done, else the last. */
export function currentStep(
  guide: Pick<SsoGuide, 'steps'>,
  standing: SetupStanding,
  wanted: string | null,
): string {
  const ids = stepIds(guide)
  if (wanted !== null && ids.includes(wanted)) return wanted
  const isOpen = (id: string) => standingOf(guide, id, standing) !== 'done'
  return ids.find(isOpen) ?? FINISH_STEP
}

/**
 * How far a step is. In the console nobody sees what was done there, so it is ticked off; forms are done when all that they
 * bring is saved.
 */
export function standingOf(
  guide: Pick<SsoGuide, 'steps'>,
  id: string,
  standing: SetupStanding,
): StepStanding {
  const { connection, testPassed } = standing
  if (id === TEST_STEP) {
    return testPassed === null ? 'ahead' : testPassed ? 'done' : 'attention'
  }
  if (id === FINISH_STEP) return connection.status === 'active' ? 'done' : 'ahead'
  const step = guide.steps.find((one) => one.id === id)
  switch (step?.form) {
    case 'source':
      return sourceStanding(standing)
    case 'mapping':
      return mappingStanding(id, standing)
    case undefined:
      return standing.ticked.has(id) ? 'done' : 'ahead'
  }
}

/** Where what is missing is brought: the id of the step with the form for it. */
export function stepWith(
  guide: Pick<SsoGuide, 'steps'>,
  form: SsoGuideStep['form'],
): string | null {
  return guide.steps.find((step) => step.form === form)?.id ?? null
}

function sourceStanding({ connection, unsaved, refused }: SetupStanding): StepStanding {
  const items = activationItems(connection).filter(({ id }) => id !== 'mapping')
  const told = items.filter(({ there }) => there).length
  if (refused.has('source')) return 'attention'
  if (told === items.length) return unsaved.has('source') ? 'attention' : 'done'
  return told > 0 ? 'attention' : 'ahead'
}

/** By OIDC nothing has to be mapped, so the step is done when somebody has looked at it. */
function mappingStanding(id: string, standing: SetupStanding): StepStanding {
  const { connection, ticked, unsaved, refused } = standing
  if (refused.has('mapping')) return 'attention'
  const item = activationItems(connection).find((one) => one.id === 'mapping')
  const isThere = item?.there ?? (ticked.has(id) || connection.status === 'active')
  if (isThere) return unsaved.has('mapping') ? 'attention' : 'done'
  // The identity provider has told all it has to: this alone is in the way.
  return sourceStanding({ ...standing, unsaved: new Set() }) === 'done' ? 'attention' : 'ahead'
}
