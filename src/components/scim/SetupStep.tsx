'use client'
import type { RefObject } from 'react'
import type { GuideMessages } from '../i18n/en/scimGuides/GuideMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Callout } from '../ui/Callout.tsx'
import { Card } from '../ui/Card.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Arrivals } from './Arrivals.tsx'
import { ConsolePath } from './ConsolePath.tsx'
import type { GuideStep, GuideValue } from './guides/SetupGuide.ts'
import { providerName } from './providerName.ts'
import type { TokenInHand } from './useConnectionSecrets.ts'
import { useScimMessages } from './useScimMessages.ts'
import type { ScimPage } from './useScimPortal.ts'
import type { TokenRotationModel } from './useTokenRotation.ts'

export interface GuideStepBodyProps {
  step: GuideStep
  words: GuideMessages
  page: ScimPage
  /** The token, while it is still known. */
  token: TokenInHand | null
  rotation: TokenRotationModel
  /** The button that begins a rotation. */
  startRef: RefObject<HTMLButtonElement | null>
  onRotate: () => void
  done: boolean
  onDone: (done: boolean) => void
}

/** One step: where to click, what to do there, what to copy. */
export function GuideStepBody(props: GuideStepBodyProps) {
  const { step, words, done, onDone } = props
  const { setup } = useScimMessages()
  const text = words.steps[step.id]
  if (text === undefined) return null
  const namesUser = step.id === 'username' || step.values?.some((value) => value.is === 'token')
  return (
    <Card title={text.title}>
      <ConsolePath label={setup.path} path={text.path} />
      <ol data-part="scim-actions">
        {text.actions.map((action) => (
          <li key={action}>{action}</li>
        ))}
      </ol>
      {step.values && (
        <section data-part="scim-values" aria-label={setup.values}>
          {step.values.map((value) => (
            <Value key={value.id} value={value} text={text} {...props} />
          ))}
        </section>
      )}
      {namesUser && words.usernameFormat !== null && (
        <Callout title={setup.username}>{words.usernameFormat}</Callout>
      )}
      {text.note !== undefined && <Callout>{text.note}</Callout>}
      <Checkbox label={setup.done} checked={done} onCheckedChange={onDone} />
    </Card>
  )
}

interface ValueProps extends GuideStepBodyProps {
  value: GuideValue
  text: GuideMessages['steps'][string]
}

function Value({ value, text, page, token, rotation, startRef, onRotate }: ValueProps) {
  const messages = useScimMessages()
  const label = text.labels?.[value.id] ?? value.id
  const { connection, viewer } = page
  switch (value.is) {
    case 'base-url':
      return <CopyField label={label} value={connection.base_url} />
    case 'text':
      return <CopyField label={label} value={text.texts?.[value.id] ?? ''} />
    case 'token':
      return token ? (
        <CopyField label={label} value={token.value} secret />
      ) : (
        <Callout
          title={label}
          actions={
            <Button ref={startRef} size="small" denied={viewer.access.update} onClick={onRotate}>
              {rotation.running ? messages.rotation.continue : messages.rotation.start}
            </Button>
          }
        >
          {messages.setup.tokenGone(connection.bearer_token_last_four)}
        </Callout>
      )
  }
}

/** The last step: waiting for the first push, and what has come. */
export function ArrivalStep({ page }: { page: ScimPage }) {
  const messages = useScimMessages()
  const { connection, groups, members, arrival, viewer } = page
  return (
    <Card
      title={messages.setup.arrival}
      description={messages.setup.arrivalHint(providerName(messages, connection.identity_provider))}
    >
      <Arrivals
        connection={connection}
        arrival={arrival}
        groups={groups.type === 'known' ? groups.groups : []}
        complete={groups.type === 'known' && groups.complete}
        members={members}
        searchDenied={viewer.access.searchMembers}
      />
    </Card>
  )
}
