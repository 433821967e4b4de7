'use client'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { cleanDisplayName, displayNameProblem } from '../portal/displayName.ts'
import { PartFrame } from '../portal/PartFrame.tsx'
import { useUnsavedChanges } from '../portal/useLeaveGuard.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ChoiceCards } from '../ui/ChoiceCards.tsx'
import { DisplayNameField } from './DisplayNameField.tsx'
import { identityProviders, type KnownIdentityProvider } from './identityProviders.ts'
import { SaveFailed } from '../portal/SaveFailed.tsx'
import { KeptNotice, SaveBlocked } from '../portal/KeptNotice.tsx'
import type { ConnectionSecrets } from './useConnectionSecrets.ts'
import { useScimMessages } from './useScimMessages.ts'
import type { ScimNavigation } from './useScimNavigation.ts'

export interface NewConnectionScreenProps {
  session: 'live' | 'ended'
  secrets: Pick<ConnectionSecrets, 'create'>
  navigation: ScimNavigation
}

/** Which identity provider, and what the connection is called. */
export function NewConnectionScreen({ session, secrets, navigation }: NewConnectionScreenProps) {
  const messages = useScimMessages()
  const { create } = secrets
  const [provider, setProvider] = useState<KnownIdentityProvider | null>(null)
  const [name, setName] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)

  // Until a name is typed it follows the provider.
  const suggested = provider && provider !== 'generic' ? messages.providers[provider] : ''
  const typed = name ?? suggested
  const problem = displayNameProblem(typed)
  useUnsavedChanges(provider !== null || (name !== null && name !== ''))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (session === 'ended' || create.busy || problem || provider === null) return
    create.run({ display_name: cleanDisplayName(typed), identity_provider: provider }, () =>
      navigation.replace({ screen: 'setup', step: null, dialog: null }),
    )
  }
  return (
    <PartFrame
      title={messages.create.title}
      description={messages.create.hint}
      screen="new"
      back={{
        label: messages.title,
        onSelect: () => navigation.go({ screen: 'connection', dialog: null }),
      }}
    >
      <KeptNotice />
      <form onSubmit={submit} noValidate>
        <Card
          footer={
            <>
              <Button onClick={() => navigation.go({ screen: 'connection', dialog: null })}>
                {messages.create.cancel}
              </Button>
              <Button variant="primary" type="submit" busy={create.busy}>
                {messages.create.submit}
              </Button>
            </>
          }
        >
          <ChoiceCards
            legend={messages.create.provider}
            choices={identityProviders.map((value) => ({
              value,
              title: messages.providers[value],
              description: messages.providerHints[value],
            }))}
            value={provider}
            onValueChange={setProvider}
            error={asked && provider === null && messages.providerProblem}
          />
          <DisplayNameField
            value={typed}
            onValueChange={setName}
            problem={asked || problem?.type === 'too-long' ? problem : null}
          />
          {session === 'ended' && <SaveBlocked />}
          <SaveFailed title={messages.create.failed} error={create.error} kept />
        </Card>
      </form>
    </PartFrame>
  )
}
