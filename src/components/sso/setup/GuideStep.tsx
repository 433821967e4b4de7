'use client'
import type { RefObject } from 'react'
import type { GuideWords } from '../../i18n/en/sso/guides/GuideWords.ts'
import { downloadFile } from '../../portal/downloadFile.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { DownloadIcon } from '../../ui/icons.tsx'
import { GuidePicture } from '../guides/GuidePicture.tsx'
import { Instruction, Instructions } from '../guides/Instructions.tsx'
import type { SsoCopyValue, SsoGuideStep } from '../guides/SsoGuide.ts'
import { nameIdFormat, spMetadata } from '../handOver/spMetadata.ts'
import type { SetupConnection } from './setupSteps.ts'
import { StepCard } from './StepCard.tsx'
import { useSsoSetupMessages } from './useSsoSetupMessages.ts'

export interface GuideStepProps {
  step: SsoGuideStep
  words: GuideWords
  connection: SetupConnection
  heading: RefObject<HTMLSpanElement | null>
  ticked: boolean
  onTick: (ticked: boolean) => void
}

/** One step in the provider's console: what to do there, where to look, and what to copy there. */
export function GuideStep({ step, words, connection, heading, ticked, onTick }: GuideStepProps) {
  const messages = useSsoSetupMessages()
  const text = words.steps[step.id]
  return (
    <>
      <StepCard title={text?.title ?? step.id} heading={heading}>
        <div data-part="sso-step-body">
          <Instructions instructions={text?.instructions ?? []} />
          {step.picture && <GuidePicture picture={step.picture} words={words} />}
        </div>
        {text?.note !== undefined && (
          <Callout title={messages.note}>
            <p>
              <Instruction text={text.note} />
            </p>
          </Callout>
        )}
        {/* A form says itself when it is done. */}
        {step.form === undefined && (
          <Checkbox label={messages.ticked} checked={ticked} onCheckedChange={onTick} />
        )}
      </StepCard>
      {step.copy && step.copy.length > 0 && (
        <Card title={messages.values} description={messages.valuesHint}>
          {step.copy.map((value) => (
            <Value key={value.id} value={value} words={words} connection={connection} />
          ))}
        </Card>
      )}
    </>
  )
}

interface ValueProps {
  value: SsoCopyValue
  words: GuideWords
  connection: SetupConnection
}

function Value({ value, words, connection }: ValueProps) {
  const { metadata } = useSsoSetupMessages()
  if (value.is === 'sp-metadata') {
    if (connection.protocol !== 'saml') return null
    const name = `sp-metadata-${connection.connection_id}.xml`
    const download = () =>
      downloadFile(name, spMetadata(connection), 'application/samlmetadata+xml')
    return (
      <div>
        <Button size="small" icon={<DownloadIcon />} onClick={download}>
          {words.values[value.id] ?? metadata}
        </Button>
      </div>
    )
  }
  const text = valueOf(value, words, connection)
  return text === '' ? null : <CopyField label={words.values[value.id] ?? value.id} value={text} />
}

/** Empty where the connection has no such value. */
function valueOf(
  { id, is }: SsoCopyValue,
  { texts }: GuideWords,
  connection: SetupConnection,
): string {
  if (is === 'text') return texts?.[id] ?? ''
  if (connection.protocol === 'oidc') return is === 'redirect-url' ? connection.redirect_url : ''
  switch (is) {
    case 'acs-url':
      return connection.acs_url
    case 'audience-uri':
      return connection.audience_uri
    case 'name-id-format':
      return nameIdFormat(connection)
    default:
      return ''
  }
}
