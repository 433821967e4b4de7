'use client'
import { useContext } from 'react'
import { KeptContext } from '../../portal/KeptContext.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DeniedHint } from '../../ui/DeniedHint.tsx'
import type { Denied } from '../../portal/denied.ts'
import { useConnectionMessages } from './useConnectionMessages.ts'

export interface DangerCardProps {
  denied: Denied | undefined
  onDelete: () => void
}

/** What cannot be undone. */
export function DangerCard({ denied, onDelete }: DangerCardProps) {
  const { danger } = useConnectionMessages()
  const kept = useContext(KeptContext)
  return (
    <Card
      tone="danger"
      title={danger.title}
      description={danger.hint}
      action={
        <Button
          size="small"
          variant="danger"
          denied={denied}
          disabled={kept !== null}
          onClick={onDelete}
        >
          {danger.button}
        </Button>
      }
    >
      {denied && <DeniedHint denied={denied} />}
    </Card>
  )
}
