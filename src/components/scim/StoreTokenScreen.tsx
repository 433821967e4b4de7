'use client'
import { useId } from 'react'
import { PartFrame } from '../portal/PartFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { KeptNotice } from '../portal/KeptNotice.tsx'
import { StoreToken } from './StoreToken.tsx'
import type { TokenInHand } from './useConnectionSecrets.ts'
import { useScimMessages } from './useScimMessages.ts'

export interface StoreTokenScreenProps {
  token: TokenInHand
  onStored: () => void
}

/** Right after the connection was created: its bearer token, shown once. */
export function StoreTokenScreen({ token, onStored }: StoreTokenScreenProps) {
  const { token: messages } = useScimMessages()
  const formId = useId()
  return (
    <PartFrame title={messages.title} description={messages.purpose} screen="token">
      <KeptNotice />
      <Card
        footer={
          <Button variant="primary" type="submit" form={formId}>
            {messages.continue}
          </Button>
        }
      >
        <StoreToken
          formId={formId}
          label={messages.label}
          token={token.value}
          onStored={onStored}
        />
      </Card>
    </PartFrame>
  )
}
