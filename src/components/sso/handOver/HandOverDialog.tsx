'use client'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Link } from '../../ui/Link.tsx'
import { Skeleton, SkeletonGroup } from '../../ui/Skeleton.tsx'
import { useConnectionMessages } from '../connection/useConnectionMessages.ts'
import type { OidcSsoConnection, SamlSsoConnection } from '../connections.ts'
import type { GuideId } from '../providers.ts'
import { useHandOver, type HandOverState } from './useHandOver.ts'

export interface HandOverDialogProps {
  open: boolean
  onClose: () => void
  connection: SamlSsoConnection | OidcSsoConnection
  guideId: GuideId
  organizationName: string
}

/** The sheet for whoever runs the identity provider: to print, to keep, or to copy as text. */
export function HandOverDialog({ open, onClose, ...input }: HandOverDialogProps) {
  const { handOver } = useConnectionMessages()
  const state = useHandOver(input)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      size="wide"
      title={handOver.title}
      description={handOver.hint}
      footer={<Button onClick={onClose}>{handOver.close}</Button>}
    >
      <Sheet state={state} />
    </Dialog>
  )
}

function Sheet({ state }: { state: HandOverState }) {
  const { handOver } = useConnectionMessages()
  switch (state.type) {
    case 'loading':
      return (
        <SkeletonGroup label={handOver.loading}>
          <Skeleton shape="title" />
          <Skeleton shape="block" />
        </SkeletonGroup>
      )
    case 'failed':
      return (
        <ErrorState
          title={handOver.failed}
          description={handOver.failedHint}
          error={state.error}
          onRetry={state.retry}
        />
      )
    case 'ready':
      return (
        <>
          <p data-part="sso-sheet-ways">
            <Link external href={state.url}>
              {handOver.open}
            </Link>
            <Link href={state.url} download={state.fileName}>
              {handOver.download}
            </Link>
            <CopyButton value={state.text} label={handOver.copy} />
          </p>
          <section aria-label={handOver.preview} data-part="sso-sheet">
            <pre>{state.text}</pre>
          </section>
        </>
      )
  }
}
