import { useEffect, useState } from 'react'
import { useUnsavedChanges } from '../../portal/useLeaveGuard.ts'
import { usePortalLocation } from '../../portal/usePortalLocation.ts'
import { useToast } from '../../ui/Toast.tsx'
import type { LoadedGuide } from '../guides/ProviderGuides.ts'
import { useLastTest } from '../testSignIn/useTestResults.ts'
import { useSsoNavigation } from '../useSsoNavigation.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import type { DraftSection } from './draft.ts'
import type { SetupSection } from './SetupSection.ts'
import {
  currentStep,
  FINISH_STEP,
  standingOf,
  stepIds,
  TEST_STEP,
  type SetupConnection,
  type SetupStanding,
  type StepStanding,
} from './setupSteps.ts'
import { useSectionSave, type SectionSave, type SectionsSaved } from './useSectionSave.ts'
import type { KeptDraft } from './useSetupDraft.ts'
import { useSsoSetupMessages } from './useSsoSetupMessages.ts'

export interface SetupInput extends LoadedGuide {
  connection: SetupConnection
  viewer: SsoViewer
  draft: KeptDraft
  source: SetupSection
  mapping: SetupSection
  onLeave: () => void
}

export interface SetupModel {
  /** All steps with how far each is. */
  steps: readonly { id: string; title: string; standing: StepStanding; unsaved: boolean }[]
  current: string
  index: number
  /** The section of the step that is open; null where it has no form. */
  section: SetupSection | null
  open: (id: string) => void
  ticked: boolean
  tick: (ticked: boolean) => void
  saving: SectionSave
  /** The form was to be saved, and something that it asks for is empty. */
  incomplete: boolean
  /** Saves what differs in the step, and goes on. */
  next: () => void
  /** Saves all that can be saved, and leaves; stays to say so where something could not. */
  later: () => void
  /** What was not saved when somebody wanted to leave; null while nobody did. */
  left: (SectionsSaved & { secretLost: boolean }) | null
  /** Sends what is left of the save that failed, and goes on as it would have. */
  retry: () => void
  leave: () => void
}

/**
 * The model of the wizard. Where one is stands in the address, what is typed and ticked in the browser; nothing that is
 * missing or wrong locks a step.
 *
 * @rbac stytch.sso update
 */
export function useSetup(input: SetupInput): SetupModel {
  const { connection, viewer, guide, words, draft, source, mapping, onLeave } = input
  const { update: denied } = viewer.access
  const messages = useSsoSetupMessages()
  const { address, to } = useSsoNavigation()
  const { navigate } = usePortalLocation()
  const toast = useToast()
  const test = useLastTest(connection.connection_id)
  const saving = useSectionSave(connection.connection_id)
  const [incomplete, setIncomplete] = useState<string | null>(null)
  const [left, setLeft] = useState<SetupModel['left']>(null)
  const [wants, setWants] = useState<'next' | 'later'>('next')
  const [leaving, setLeaving] = useState(false)

  const sections = [source, mapping]
  const standing: SetupStanding = {
    connection,
    ticked: tickedIn(draft),
    unsaved: idsOf(sections.filter(({ unsaved }) => unsaved)),
    refused: idsOf(sections.filter((one) => one.unsaved && saving.refused.has(one.id))),
    testPassed: test && test.passed,
  }
  const wanted = address.screen === 'setup' ? address.step : null
  // Where the address names no step, the one shown first stays: what is ticked moves nothing under the viewer's hands.
  const [opened] = useState(() => currentStep(guide, standing, wanted))
  const current = currentStep(guide, standing, wanted ?? opened)
  const ids = stepIds(guide)
  const index = ids.indexOf(current)
  const form = guide.steps.find(({ id }) => id === current)?.form
  const section = form === undefined ? null : form === 'source' ? source : mapping

  const hasSecret = draft.secret.trim() !== ''
  useUnsavedChanges(hasSecret && !leaving, messages.leaveSecret)
  useUnsavedChanges(!draft.kept && standing.unsaved.size > 0 && !leaving)
  // Not before what is saved is known as such: else one would be asked about it.
  useEffect(() => {
    if (leaving) onLeave()
  }, [leaving, onLeave])

  const titleOf = (id: string) => {
    if (id === TEST_STEP) return messages.test
    return id === FINISH_STEP ? messages.finish : (words.steps[id]?.title ?? id)
  }
  const open = (id: string) => {
    saving.reset()
    setIncomplete(null)
    setLeft(null)
    const guideId = address.screen === 'setup' ? address.guide : null
    const { connection_id: connectionId } = connection
    navigate(to({ screen: 'setup', connectionId, step: id, guide: guideId }), {
      keepsChanges: true,
    })
  }
  const tick = (isDone: boolean) => draft.store.edit([[`done.${current}`, isDone]])
  const goOn = () => {
    if (current !== TEST_STEP && current !== FINISH_STEP) tick(true)
    const after = ids[index + 1]
    if (after !== undefined) open(after)
    else setLeaving(true)
  }
  const afterSave = (outcome: SectionsSaved, goal: 'next' | 'later') => {
    if (goal === 'next') {
      if (outcome.left.length === 0) goOn()
      return
    }
    if (outcome.left.length > 0) setLeft({ ...outcome, secretLost: hasSecret })
    else {
      if (outcome.saved.length > 0)
        toast({ text: messages.savedToast(sectionNames(outcome.saved)) })
      setLeaving(true)
    }
  }
  const sectionNames = (saved: readonly DraftSection[]) => saved.map((id) => messages.sections[id])

  const next = async () => {
    setLeft(null)
    setWants('next')
    // Who may change nothing may still read on.
    if (section === null || (denied && !section.unsaved)) {
      goOn()
      return
    }
    const outcome = await saving.save([section])
    // Said once; who goes on all the same comes back to it by the list of steps.
    if (outcome.left.length === 0 && outcome.incomplete && incomplete !== current) {
      setIncomplete(current)
      return
    }
    afterSave(outcome, 'next')
  }
  const later = async () => {
    setWants('later')
    const typed = sections.filter((one) => one.unsaved)
    const nothing = { saved: [], left: typed.map(({ id }) => id), incomplete: false }
    afterSave(denied ? nothing : await saving.save(typed), 'later')
  }
  const retry = async () => {
    // What was typed since counts, not what was refused.
    if (draft.editedAt > saving.takenAt) await (wants === 'next' ? next() : later())
    else afterSave(await saving.retry(), wants)
  }

  return {
    steps: ids.map((id) => {
      const step = guide.steps.find((one) => one.id === id)
      return {
        id,
        title: titleOf(id),
        standing: standingOf(guide, id, standing),
        unsaved: step?.form !== undefined && standing.unsaved.has(step.form),
      }
    }),
    current,
    index,
    section,
    open,
    ticked: standing.ticked.has(current),
    tick,
    saving,
    incomplete: incomplete === current,
    next: () => void next(),
    later: () => void later(),
    left,
    retry: () => void retry(),
    leave: () => setLeaving(true),
  }
}

function tickedIn({ draft }: KeptDraft): Set<string> {
  return new Set(
    Object.entries(draft.fields).flatMap(([name, field]) =>
      name.startsWith('done.') && field?.value === true ? [name.slice('done.'.length)] : [],
    ),
  )
}

const idsOf = (sections: readonly SetupSection[]) => new Set(sections.map(({ id }) => id))
