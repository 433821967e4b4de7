'use client'
import type { RefObject } from 'react'
import { PlaceLink } from '../../portal/PlaceLink.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { AlertIcon, CheckIcon } from '../../ui/icons.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { activationItems } from '../connection/activation.ts'
import { useConnectionMessages } from '../connection/useConnectionMessages.ts'
import type { SsoConnection } from '../connections.ts'
import type { SsoGuide } from '../guides/SsoGuide.ts'
import { DefaultConnectionCard } from '../switchOn/DefaultConnectionCard.tsx'
import { JitCard } from '../switchOn/JitCard.tsx'
import type { LastTest } from '../testSignIn/useTestResults.ts'
import { useSsoNavigation } from '../useSsoNavigation.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import type { DraftSection } from './draft.ts'
import { stepWith, TEST_STEP, type SetupConnection } from './setupSteps.ts'
import { StepCard } from './StepCard.tsx'
import { useSsoSetupMessages } from './useSsoSetupMessages.ts'

export interface FinishStepProps {
  connection: SetupConnection
  connections: readonly SsoConnection[]
  viewer: SsoViewer
  guide: SsoGuide
  lastTest: LastTest | null
  heading: RefObject<HTMLSpanElement | null>
  /** What is typed and not saved. */
  unsaved: readonly DraftSection[]
  onOpen: (step: string) => void
}

/** The end: what was set up, what is missing, and what else there is to decide. */
export function FinishStep(props: FinishStepProps) {
  const { connection, connections, viewer, lastTest, heading, unsaved, onOpen } = props
  const { finish, finishStep: messages, sections } = useSsoSetupMessages()
  const { to } = useSsoNavigation()
  const { connection_id: connectionId, display_name: name, status, protocol } = connection
  const isActive = status === 'active'
  return (
    <>
      <StepCard title={finish} heading={heading}>
        <Callout tone={isActive ? 'success' : 'warning'}>
          {isActive ? messages.active(name) : messages.pending(name)}
        </Callout>
        <Checklist {...props} />
        {unsaved.length > 0 && (
          <Callout tone="warning">{messages.unsaved(unsaved.map((id) => sections[id]))}</Callout>
        )}
        <div data-part="sso-finish-test">
          <p>
            {lastTest === null
              ? messages.notTested
              : lastTest.passed
                ? messages.tested(lastTest.memberLabel)
                : messages.testFailed}
          </p>
          {!lastTest?.passed && (
            <Button size="small" onClick={() => onOpen(TEST_STEP)}>
              {messages.test}
            </Button>
          )}
        </div>
        {protocol === 'saml' ? (
          <p>
            <PlaceLink
              to={to({ screen: 'connection', connectionId, dialog: null, section: 'roles' })}
            >
              {messages.roles}
            </PlaceLink>
          </p>
        ) : (
          <p data-part="hint">{messages.noRoles}</p>
        )}
      </StepCard>
      <DefaultConnectionCard {...{ connection, viewer, connections }} />
      <JitCard {...{ connection, viewer, connections }} />
    </>
  )
}

function Checklist({ connection, guide, onOpen }: FinishStepProps) {
  const { finishStep: messages } = useSsoSetupMessages()
  const { overview } = useConnectionMessages()
  return (
    <ul data-part="sso-checklist" aria-label={messages.state}>
      {activationItems(connection).map(({ id, there }) => {
        const step = stepWith(guide, id === 'mapping' ? 'mapping' : 'source')
        const what = overview.items[id]
        return (
          <li key={id} data-state={there ? 'there' : 'missing'}>
            {there ? <CheckIcon /> : <AlertIcon />}
            {what}
            <VisuallyHidden> ({there ? messages.there : messages.missing})</VisuallyHidden>
            {!there && step !== null && (
              <Button
                size="small"
                variant="ghost"
                aria-label={messages.enterWhat(what)}
                onClick={() => onOpen(step)}
              >
                {messages.enter}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
