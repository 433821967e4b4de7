'use client'
import type { FormEvent } from 'react'
import { isApiError } from '../../../client/errors.ts'
import type { Messages } from '../../i18n/messages.ts'
import { KeptNotice, SaveBlocked } from '../../portal/KeptNotice.tsx'
import { PartFrame } from '../../portal/PartFrame.tsx'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChoiceCards } from '../../ui/ChoiceCards.tsx'
import { useSsoMessages } from '../useSsoMessages.ts'
import { ExternalFields } from './ExternalFields.tsx'
import { NameField } from './NameField.tsx'
import { protocolsOf } from './newConnection.ts'
import { ProviderPicker } from './ProviderPicker.tsx'
import {
  useNewConnection,
  type NewConnectionInput,
  type NewConnectionModel,
} from './useNewConnection.ts'
import { useSsoCreateMessages } from './useSsoCreateMessages.ts'

export interface NewConnectionScreenProps extends NewConnectionInput {
  /** Back to the list. */
  onClose: () => void
}

/** What people sign in with, by which protocol, and what the connection is called. */
export function NewConnectionScreen({ onClose, ...input }: NewConnectionScreenProps) {
  const messages = useSsoCreateMessages()
  const { back } = useSsoMessages()
  const model = useNewConnection(input)
  const { access } = input.viewer
  const limit = limitText(messages, model)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    model.submit()
  }
  return (
    <PartFrame
      title={messages.title}
      description={messages.hint}
      screen="new"
      back={{ label: back, onSelect: onClose }}
    >
      <KeptNotice />
      <form onSubmit={submit} noValidate>
        <Card
          footer={
            <>
              <Button
                onClick={() => {
                  model.discard()
                  onClose()
                }}
              >
                {messages.cancel}
              </Button>
              <Button variant="primary" type="submit" busy={model.busy} denied={access.create}>
                {model.card === 'external' ? messages.submit : messages.submitAndGuide}
              </Button>
            </>
          }
        >
          <ProviderPicker
            value={model.card}
            onValueChange={model.chooseCard}
            projectLimits={input.projectLimits}
            error={model.unchosen && messages.providerProblem}
          />
          {model.card && protocolsOf(model.card).length > 1 && (
            <ChoiceCards
              legend={messages.protocol}
              hint={messages.protocolHint}
              value={model.protocol}
              onValueChange={model.chooseProtocol}
              choices={protocolsOf(model.card).map((protocol) => ({
                value: protocol,
                title: messages.protocols[protocol],
                description: input.projectLimits[protocol]
                  ? messages.protocolHints[protocol]
                  : messages.limit[protocol],
                disabled: !input.projectLimits[protocol],
              }))}
            />
          )}
          {model.card === 'external' && <ExternalFields model={model} />}
          {model.card && <NameField model={model} />}
          <SaveBlocked />
          {limit !== null ? (
            <Callout tone="danger" announce="alert" title={messages.failed}>
              {limit}
            </Callout>
          ) : (
            <SaveFailed title={messages.failed} error={model.error} kept />
          )}
        </Card>
      </form>
    </PartFrame>
  )
}

/** Which limit is in the way, whether it was known before or the service said so; null where none is. */
function limitText(
  messages: Messages['ssoCreate'],
  { limited, protocol, error }: NewConnectionModel,
): string | null {
  if (limited) return messages.limit[limited]
  switch (isApiError(error) ? error.error_type : '') {
    case 'too_many_sso_connections':
      return messages.tooMany
    case 'too_many_sso_connections_for_billing_tier':
      return messages.limit[protocol ?? 'both']
    default:
      return null
  }
}
