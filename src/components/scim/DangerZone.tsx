'use client'
import type { Denied } from '../portal/denied.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DeniedHint } from '../ui/DeniedHint.tsx'
import { useScimMessages } from './useScimMessages.ts'

export interface DangerZoneProps {
  denied: Denied | undefined
  onDelete: () => void
}

/** What cannot be undone. */
export function DangerZone({ denied, onDelete }: DangerZoneProps) {
  const { danger } = useScimMessages()
  return (
    <Card
      tone="danger"
      title={danger.title}
      description={danger.hint}
      action={
        <Button size="small" variant="danger" denied={denied} onClick={onDelete}>
          {danger.delete}
        </Button>
      }
    >
      {denied && <DeniedHint denied={denied} />}
    </Card>
  )
}
