'use client'
import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import type { ScimIdentityProvider } from '../../client/scim.ts'
import { scimGuides } from '../i18n/en/scimGuides.ts'
import { useMessages } from '../i18n/messages.ts'
import { Button } from '../ui/Button.tsx'
import { Callout } from '../ui/Callout.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Steps } from '../ui/Steps.tsx'
import { ConsolePath } from './ConsolePath.tsx'
import { knownProvider } from './identityProviders.ts'
import { SaveFailed } from '../portal/SaveFailed.tsx'
import { KeptNotice } from '../portal/KeptNotice.tsx'
import { StoreToken } from './StoreToken.tsx'
import type { TokenInHand } from './useConnectionSecrets.ts'
import { useScimMessages } from './useScimMessages.ts'
import type { RotationStep, RunningRotation, TokenRotationModel } from './useTokenRotation.ts'

export interface RotateTokenDialogProps {
  open: boolean
  onClose: () => void
  onCancelRotation: () => void
  returnFocus: () => HTMLElement | null
  rotation: TokenRotationModel
  provider: ScimIdentityProvider
}

const order = ['create', 'place', 'complete'] as const

/**
 * The rotation in three steps. While a fresh token is on its way or not stored yet, nothing but storing or cancelling
 * leads out.
 */
export function RotateTokenDialog(props: RotateTokenDialogProps) {
  const { open, onClose, onCancelRotation, returnFocus, rotation: model, provider } = props
  const { rotation: messages, token: tokenMessages } = useScimMessages()
  const formId = useId()
  const { rotation } = model
  const here = rotation.step === 'store' ? 'create' : rotation.step
  const position = order.indexOf(here)
  const stepRef = useFocusOnChange(rotation.step)
  const dismissible = rotation.step !== 'store' && !(rotation.step === 'create' && rotation.busy)
  return (
    <Dialog
      open={open}
      size="wide"
      title={messages.dialogTitle}
      dismissible={dismissible}
      returnFocus={returnFocus}
      initialFocus="[data-part='dialog-footer'] [data-variant='primary']"
      onOpenChange={(next) => {
        if (!next && dismissible) onClose()
      }}
      footer={<Footer {...{ rotation, formId, onClose, onCancelRotation }} />}
    >
      <Steps
        steps={order.map((id, index) => ({
          id,
          title: messages.steps[id],
          state: index < position ? 'done' : index === position ? 'here' : 'ahead',
        }))}
      />
      <KeptNotice />
      <div ref={stepRef} tabIndex={-1} data-part="scim-rotation-step">
        {body()}
      </div>
    </Dialog>
  )

  function body(): ReactNode {
    switch (rotation.step) {
      case 'create':
        return (
          <>
            <p>{messages.createHint(model.lastFour)}</p>
            <SaveFailed title={messages.createFailed} error={rotation.error} />
          </>
        )
      case 'store':
        return (
          <StoreToken
            formId={formId}
            label={tokenMessages.nextLabel}
            token={rotation.token.value}
            onStored={rotation.store}
          />
        )
      case 'place':
        return <Place running={rotation.running} token={rotation.token} provider={provider} />
      case 'complete':
        return (
          <>
            <p>
              {messages.completeHint(
                rotation.running.currentLastFour,
                rotation.running.nextLastFour,
              )}
            </p>
            <SaveFailed title={messages.completeFailed} error={rotation.error} />
          </>
        )
    }
  }
}

/** The button that led here is gone: the focus goes to what came. */
function useFocusOnChange(step: RotationStep['step']) {
  const target = useRef<HTMLDivElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current !== step) target.current?.focus()
    before.current = step
  }, [step])
  return target
}

interface FooterProps {
  rotation: RotationStep
  formId: string
  onClose: () => void
  onCancelRotation: () => void
}

function Footer({ rotation, formId, onClose, onCancelRotation }: FooterProps) {
  const { rotation: messages, token } = useScimMessages()
  switch (rotation.step) {
    case 'create':
      return (
        <>
          <Button disabled={rotation.busy} onClick={onClose}>
            {messages.notNow}
          </Button>
          <Button variant="primary" busy={rotation.busy} onClick={rotation.create}>
            {messages.create}
          </Button>
        </>
      )
    case 'store':
      return (
        <>
          <Button variant="ghost" onClick={onCancelRotation}>
            {messages.cancel}
          </Button>
          <Button variant="primary" type="submit" form={formId}>
            {token.next}
          </Button>
        </>
      )
    case 'place':
      return (
        <>
          <Button variant="ghost" onClick={onCancelRotation}>
            {messages.cancel}
          </Button>
          <Button onClick={onClose}>{messages.later}</Button>
          <Button variant="primary" onClick={rotation.placed}>
            {messages.placed}
          </Button>
        </>
      )
    case 'complete':
      return (
        <>
          <Button variant="ghost" onClick={onCancelRotation}>
            {messages.cancel}
          </Button>
          <Button disabled={rotation.busy} onClick={rotation.back}>
            {messages.back}
          </Button>
          <Button variant="primary" busy={rotation.busy} onClick={rotation.complete}>
            {messages.complete}
          </Button>
        </>
      )
  }
}

interface PlaceProps {
  running: RunningRotation
  token: TokenInHand | null
  provider: ScimIdentityProvider
}

function Place({ running, token, provider }: PlaceProps) {
  const { rotation: messages, token: tokenMessages } = useScimMessages()
  const { guides } = useMessages('scimGuides', scimGuides)
  const guide = guides[knownProvider(provider)]
  return (
    <>
      <p>{messages.placeHint(guide.console)}</p>
      <ConsolePath
        label={messages.place}
        path={[...guide.tokenPlace.path, guide.tokenPlace.label]}
      />
      {token ? (
        <CopyField label={tokenMessages.nextLabel} value={token.value} secret />
      ) : (
        <Callout>{messages.tokenGone(running.nextLastFour)}</Callout>
      )}
    </>
  )
}
