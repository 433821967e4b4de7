'use client'
import { useEffect, useRef, useState } from 'react'
import { scimGuides } from '../i18n/en/scimGuides.ts'
import { formatMonth } from '../i18n/format.ts'
import { useMessages } from '../i18n/messages.ts'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { useLocale } from '../portal/PortalContext.ts'
import { PartFrame } from '../portal/PartFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { useAnnounce } from '../ui/LiveRegion.tsx'
import { Wizard } from '../ui/Wizard.tsx'
import { guideFor } from './guides/guideFor.ts'
import { knownProvider } from './identityProviders.ts'
import { providerName } from './providerName.ts'
import type { ScimAddress } from './scimAddress.ts'
import { KeptNotice } from '../portal/KeptNotice.tsx'
import { ArrivalStep, GuideStepBody } from './SetupStep.tsx'
import { ARRIVAL_STEP, currentSetupStep } from './setupProgress.ts'
import { useArrivalAnnouncements } from './useArrivalAnnouncements.ts'
import { tokenFor, type ConnectionSecrets } from './useConnectionSecrets.ts'
import { useRotationDialogs } from './useRotationDialogs.tsx'
import { useScimMessages } from './useScimMessages.ts'
import type { ScimNavigation } from './useScimNavigation.ts'
import type { ScimPage } from './useScimPortal.ts'
import { useSetupProgress } from './useSetupProgress.ts'

export interface SetupScreenProps {
  page: ScimPage
  secrets: ConnectionSecrets
  navigation: ScimNavigation
  address: Extract<ScimAddress, { screen: 'setup' }>
}

/** The guided set-up of the identity provider, step by step, to leave and come back to at any time. */
export function SetupScreen({ page, secrets, navigation, address }: SetupScreenProps) {
  const messages = useScimMessages()
  const guides = useMessages('scimGuides', scimGuides)
  const ui = useUiMessages()
  const locale = useLocale()
  const { connection } = page
  const provider = knownProvider(connection.identity_provider)
  const guide = guideFor(provider)
  const words = guides.guides[provider]
  const { done, tick } = useSetupProgress(connection.connection_id)
  const { rotation, startRef, dialogs } = useRotationDialogs({ page, secrets, navigation })
  useArrivalAnnouncements(page)

  // Where the address names no step, the one shown first stays: ticking it off moves nothing under the viewer's hands.
  const [opened] = useState(() => currentSetupStep(guide.steps, done, address.step))
  const current = currentSetupStep(guide.steps, done, address.step ?? opened)
  const ids = [...guide.steps.map((step) => step.id), ARRIVAL_STEP]
  const index = ids.indexOf(current)
  const step = guide.steps[index]
  const open = (id: string | undefined) =>
    navigation.go({ screen: 'setup', step: id ?? null, dialog: null })
  const leave = () => navigation.go({ screen: 'connection', dialog: null })
  const arrived = page.arrival.type === 'arrived'
  const title = words.steps[current]?.title ?? messages.setup.arrival
  useSaidOnChange(`${ui.steps.position(index + 1, ids.length)}: ${title}`)

  return (
    <PartFrame
      title={messages.setup.title(providerName(messages, connection.identity_provider))}
      description={messages.setup.hint(words.console)}
      screen="setup"
      back={{ label: messages.page.back, onSelect: leave }}
    >
      <KeptNotice />
      <Wizard
        label={messages.setup.label}
        steps={ids.map((id) => ({
          id,
          title: words.steps[id]?.title ?? messages.setup.arrival,
          state:
            id === current
              ? 'here'
              : done.includes(id) || (id === ARRIVAL_STEP && arrived)
                ? 'done'
                : 'ahead',
        }))}
        onSelect={open}
        footer={
          <>
            {index > 0 && (
              <Button onClick={() => open(ids[index - 1])}>{messages.setup.previous}</Button>
            )}
            <Button onClick={leave}>{step ? messages.setup.later : messages.setup.finish}</Button>
            {step && (
              <Button
                variant="primary"
                onClick={() => {
                  tick(step.id, true)
                  open(ids[index + 1])
                }}
              >
                {messages.setup.next}
              </Button>
            )}
          </>
        }
      >
        {step ? (
          <GuideStepBody
            key={step.id}
            step={step}
            words={words}
            page={page}
            token={tokenFor(secrets.token, connection)}
            rotation={rotation}
            startRef={startRef}
            onRotate={() => navigation.openDialog('rotate')}
            done={done.includes(step.id)}
            onDone={(isDone) => tick(step.id, isDone)}
          />
        ) : (
          <ArrivalStep page={page} />
        )}
      </Wizard>
      <p data-part="hint">
        {provider !== 'generic' && guides.checkedAt(words.console, formatMonth(locale, guide.asOf))}{' '}
        {messages.setup.storageHint}
      </p>
      {dialogs}
    </PartFrame>
  )
}

/** The focus stays on the button that goes on, so a screen reader is told which step came. */
function useSaidOnChange(text: string) {
  const announce = useAnnounce()
  const before = useRef(text)
  useEffect(() => {
    if (before.current !== text) announce(text)
    before.current = text
  }, [announce, text])
}
