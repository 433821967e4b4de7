'use client'
import type { ReactNode } from 'react'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Card } from '../../ui/Card.tsx'
import type { SetupModel } from './useSetup.ts'
import { useSsoSetupMessages } from './useSsoSetupMessages.ts'

export interface FormCardProps {
  title: string
  description: string
  model: SetupModel
  /** What is typed is kept in the browser. */
  kept: boolean
  children: ReactNode
}

/** What is brought back in a step, with what is in the way of saving it. */
export function FormCard({ title, description, model, kept, children }: FormCardProps) {
  const messages = useSsoSetupMessages()
  const { section, saving, incomplete } = model
  const conflict = section?.conflict
  return (
    <Card title={title} description={description}>
      {conflict && (
        <Callout
          tone="warning"
          announce="status"
          title={messages.conflict.title}
          actions={
            <>
              <Button size="small" onClick={conflict.keepMine}>
                {messages.conflict.mine}
              </Button>
              <Button size="small" onClick={conflict.takeTheirs}>
                {messages.conflict.theirs}
              </Button>
            </>
          }
        >
          {messages.conflict.hint}
        </Callout>
      )}
      {children}
      {section && saving.refused.has(section.id) && (
        <Callout tone="danger" announce="alert" title={messages.refused.title}>
          {kept ? messages.refused.hint : messages.refused.hintUnkept}
        </Callout>
      )}
      {incomplete && (
        <Callout tone="warning" announce="status" title={messages.incomplete.title}>
          {messages.incomplete.hint}
        </Callout>
      )}
      <SaveBlocked />
    </Card>
  )
}
