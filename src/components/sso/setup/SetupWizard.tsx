'use client'
import { useState, type ReactNode } from 'react'
import { formatMonth } from '../../i18n/format.ts'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import { KeptNotice } from '../../portal/KeptNotice.tsx'
import { useLocale } from '../../portal/PortalContext.ts'
import { PartFrame } from '../../portal/PartFrame.tsx'
import { SaveOutcomes } from '../../portal/SaveOutcomes.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Wizard } from '../../ui/Wizard.tsx'
import type { SsoConnection } from '../connections.ts'
import type { LoadedGuide } from '../guides/ProviderGuides.ts'
import { readGuideId } from '../providers.ts'
import { TestSignIn } from '../testSignIn/TestSignIn.tsx'
import { useLastTest } from '../testSignIn/useTestResults.ts'
import { useSsoMessages } from '../useSsoMessages.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { BreakingChange } from '../values/BreakingChange.tsx'
import { MappingForm } from '../values/MappingForm.tsx'
import { FinishStep } from './FinishStep.tsx'
import { FormCard } from './FormCard.tsx'
import { GuideChoiceField } from './GuideChoiceField.tsx'
import { GuideStep } from './GuideStep.tsx'
import { LaterSummary } from './LaterSummary.tsx'
import { FINISH_STEP, TEST_STEP, type SetupConnection } from './setupSteps.ts'
import { StepCard } from './StepCard.tsx'
import { useMappingSection, type FormSection } from './useSections.ts'
import { useSetup } from './useSetup.ts'
import type { KeptDraft } from './useSetupDraft.ts'
import type { GuideChoice } from './useSetupGuide.ts'
import { useSsoSetupMessages } from './useSsoSetupMessages.ts'
import { useStepArrival } from './useStepArrival.ts'

export interface SetupWizardProps extends LoadedGuide {
  connection: SetupConnection
  viewer: SsoViewer
  connections: readonly SsoConnection[]
  draft: KeptDraft
  choice: GuideChoice
  source: Omit<FormSection<never>, 'value' | 'onChange'>
  /** What the identity provider tells, with what is empty said where it is asked for. */
  sourceForm: (showEmpty: boolean) => ReactNode
  onLeave: () => void
}

/** The steps of the guide, then the test and the end, one at a time. */
export function SetupWizard(props: SetupWizardProps) {
  const { connection, viewer, connections, draft, choice, guide, words } = props
  const messages = useSsoSetupMessages()
  const { providers } = useSsoMessages()
  const { steps: stepWords } = useUiMessages()
  const locale = useLocale()
  const typedMapping = useMappingSection(connection, guide, draft)
  const [isSourceBlocked, setSourceBlocked] = useState(true)
  const [isMappingBlocked, setMappingBlocked] = useState(true)
  const source = { ...props.source, blocked: props.source.breaks && isSourceBlocked }
  const mapping = { ...typedMapping, blocked: typedMapping.breaks && isMappingBlocked }
  const model = useSetup({ ...props, source, mapping })
  const { steps, current, index, section, saving } = model
  const lastTest = useLastTest(connection.connection_id)
  const heading = useStepArrival(
    current,
    messages.moved(stepWords.position(index + 1, steps.length), steps[index]?.title ?? ''),
  )
  const provider = providers[readGuideId(choice.guideId)?.provider ?? 'custom']
  const step = guide.steps.find(({ id }) => id === current)
  const isLast = current === FINISH_STEP
  const isShowingGaps = model.incomplete || (section !== null && saving.refused.has(section.id))
  const differs = section !== null && section.unsaved
  return (
    <PartFrame
      title={messages.title(connection.display_name)}
      description={messages.hint(words.console)}
      screen="setup"
      back={{ label: messages.back, onSelect: props.onLeave }}
    >
      <KeptNotice />
      {choice.isOpen && <GuideChoiceField choice={choice} />}
      <Wizard
        label={messages.label}
        steps={steps.map(({ id, title, standing, unsaved }) => ({
          id,
          title,
          state: id === current ? 'here' : standing,
          description: unsaved ? messages.unsaved : undefined,
        }))}
        onSelect={model.open}
        footer={
          <>
            {index > 0 && (
              <Button onClick={() => model.open(steps[index - 1]?.id ?? current)}>
                {messages.previous}
              </Button>
            )}
            {!isLast && (
              <Button onClick={model.later} busy={saving.busy}>
                {steps.some(({ unsaved }) => unsaved) ? messages.later : messages.leave}
              </Button>
            )}
            <Button
              variant="primary"
              onClick={model.next}
              busy={saving.busy}
              disabled={section?.blocked}
              denied={differs ? viewer.access.update : undefined}
            >
              {isLast ? messages.done : differs ? messages.save : messages.next}
            </Button>
          </>
        }
      >
        {step && (
          <GuideStep
            key={step.id}
            step={step}
            words={words}
            connection={connection}
            heading={heading}
            ticked={model.ticked}
            onTick={model.tick}
          />
        )}
        {step?.form === 'source' && (
          <FormCard
            title={messages.source}
            description={messages.sourceHint(provider)}
            model={model}
            kept={draft.kept}
          >
            {props.sourceForm(isShowingGaps)}
            {source.breaks && (
              <BreakingChange
                {...{ viewer, connection }}
                siblings={connections}
                onChange={setSourceBlocked}
              />
            )}
          </FormCard>
        )}
        {step?.form === 'mapping' && (
          <FormCard
            title={messages.mapping}
            description={messages.mappingHint(provider)}
            model={model}
            kept={draft.kept}
          >
            <MappingForm
              rows={mapping.value}
              onChange={mapping.onChange}
              protocol={connection.protocol}
              groups={guide.groups}
              usual={guide.mapping}
              connection={connection}
              received={lastTest?.passed ? lastTest.attributes : undefined}
              showEmpty={isShowingGaps}
            />
            {mapping.breaks && (
              <BreakingChange
                {...{ viewer, connection }}
                siblings={connections}
                onChange={setMappingBlocked}
              />
            )}
          </FormCard>
        )}
        {current === TEST_STEP && (
          <>
            <StepCard title={messages.test} heading={heading}>
              <p>{messages.testHint}</p>
            </StepCard>
            <TestSignIn connection={connection} viewer={viewer} guide={choice.guideId} />
          </>
        )}
        {isLast && (
          <FinishStep
            {...{ connection, connections, viewer, guide, lastTest, heading }}
            unsaved={[source, mapping].filter((one) => one.unsaved).map(({ id }) => id)}
            onOpen={model.open}
          />
        )}
        {saving.readError && (
          <ErrorState
            title={messages.readFailed}
            description={messages.readFailedHint}
            error={saving.readError}
            onRetry={model.next}
          />
        )}
        <SaveOutcomes steps={saving.saveSteps} onRetry={model.retry} />
        {model.left && <LaterSummary left={model.left} kept={draft.kept} onLeave={model.leave} />}
      </Wizard>
      <p data-part="hint">
        {messages.asOf(words.console, formatMonth(locale, guide.asOf))}{' '}
        {!draft.kept
          ? messages.storage.unkept
          : connection.protocol === 'oidc'
            ? messages.storage.keptNoSecret
            : messages.storage.kept}
      </p>
    </PartFrame>
  )
}
