'use client'
import { PartFrame } from '../../portal/PartFrame.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Skeleton, SkeletonGroup } from '../../ui/Skeleton.tsx'
import type { SsoConnection } from '../connections.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { OidcSetup, SamlSetup } from './ProtocolSetup.tsx'
import type { SetupConnection } from './setupSteps.ts'
import { useSetupDraft } from './useSetupDraft.ts'
import { useSetupGuide } from './useSetupGuide.ts'
import { useSsoSetupMessages } from './useSsoSetupMessages.ts'

export interface SetupScreenProps {
  viewer: SsoViewer
  connection: SsoConnection
  /** All of the organization's. */
  connections: readonly SsoConnection[]
  /** To the connection's page. */
  onLeave: () => void
}

/** The guided set-up of a connection, to leave and come back to at any time, and to open again once it is finished. */
export function SetupScreen({ connection, ...props }: SetupScreenProps) {
  const messages = useSsoSetupMessages()
  if (connection.protocol !== 'external') return <GuidedSetup connection={connection} {...props} />
  return (
    <PartFrame
      title={messages.title(connection.display_name)}
      back={{ label: messages.back, onSelect: props.onLeave }}
      screen="setup"
    >
      <EmptyState
        title={messages.external.title}
        description={messages.external.hint}
        action={<Button onClick={props.onLeave}>{messages.back}</Button>}
      />
    </PartFrame>
  )
}

interface GuidedSetupProps extends Omit<SetupScreenProps, 'connection'> {
  connection: SetupConnection
}

function GuidedSetup({ connection, ...props }: GuidedSetupProps) {
  const { viewer, connections, onLeave } = props
  const messages = useSsoSetupMessages()
  const draft = useSetupDraft(viewer.memberId, connection.connection_id, connections)
  const { state, choice } = useSetupGuide(connection)
  if (state.type === 'ready') {
    const shared = { ...props, draft, choice, guide: state.guide, words: state.words }
    // Another guide has other steps: what is typed is in the draft.
    return connection.protocol === 'saml' ? (
      <SamlSetup key={choice.guideId} connection={connection} {...shared} />
    ) : (
      <OidcSetup key={choice.guideId} connection={connection} {...shared} />
    )
  }
  return (
    <PartFrame
      title={messages.title(connection.display_name)}
      back={{ label: messages.back, onSelect: onLeave }}
      screen="setup"
    >
      {state.type === 'loading' ? (
        <SkeletonGroup label={messages.loading}>
          <Skeleton shape="title" />
          <Skeleton />
          <Skeleton shape="block" />
        </SkeletonGroup>
      ) : (
        <ErrorState
          title={messages.loadFailed}
          description={messages.loadFailedHint}
          error={state.error}
          onRetry={state.retry}
        />
      )}
    </PartFrame>
  )
}
