'use client'
import { useRef } from 'react'
import type { MemberConnectedApp } from '../../../client/connectedApps.ts'
import type { Denied } from '../../portal/denied.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DeniedHint } from '../../ui/DeniedHint.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Skeleton, SkeletonGroup } from '../../ui/Skeleton.tsx'
import { Table, type Column } from '../../ui/Table.tsx'
import { TagList } from '../../ui/TagList.tsx'
import { ConfirmWrite } from '../profile/ConfirmWrite.tsx'
import type { MemberCardProps } from '../profile/memberCard.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import { useMemberConnectedApps, type MemberConnectedAppsModel } from './useMemberConnectedApps.ts'
import { useMemberSignInMessages } from './useMemberSignInMessages.ts'
import { useOnScreen } from './useOnScreen.ts'

/** The apps that act for a member, with what each is allowed, and taking it back. */
export function ConnectedAppsCard({ member, access }: MemberCardProps) {
  const { apps: messages } = useMemberSignInMessages()
  const card = useRef<HTMLElement>(null)
  const model = useMemberConnectedApps({ member, access, wanted: useOnScreen(card) })
  const name = memberLabel(member)
  return (
    <Card
      ref={card}
      title={messages.title}
      description={messages.hint(name)}
      data-state={model.type}
    >
      <Content model={model} name={name} denied={access.revokeConnectedApp} />
    </Card>
  )
}

interface ContentProps {
  model: MemberConnectedAppsModel
  name: string
  denied: Denied | undefined
}

function Content({ model, name, denied }: ContentProps) {
  const { apps: messages } = useMemberSignInMessages()
  switch (model.type) {
    case 'denied':
      return <DeniedHint denied={model.denied} />
    case 'deactivated':
      return <p data-part="member-none">{messages.none}</p>
    case 'loading':
      return (
        <SkeletonGroup label={messages.loading}>
          <Skeleton shape="block" />
        </SkeletonGroup>
      )
    case 'failed':
      return (
        <ErrorState
          title={messages.failed}
          error={model.error}
          onRetry={model.retry}
          retrying={model.retrying}
        />
      )
    case 'known':
      return <KnownApps model={model} name={name} denied={denied} />
  }
}

interface KnownAppsProps extends ContentProps {
  model: Extract<MemberConnectedAppsModel, { type: 'known' }>
}

function KnownApps({ model, name, denied }: KnownAppsProps) {
  const { apps: messages } = useMemberSignInMessages()
  const said = useRef<HTMLParagraphElement>(null)
  const { asked } = model
  return (
    <>
      <p ref={said} data-part="saved" role="status" tabIndex={-1}>
        {model.revoked && messages.revoked(asked)}
      </p>
      <Table
        caption={messages.title}
        columns={useColumns(model.revoke, denied)}
        rows={model.apps}
        getKey={(app) => app.connected_app_id}
        empty={<p data-part="member-none">{messages.none}</p>}
      />
      <ConfirmWrite
        confirmation={model.revocation}
        title={messages.revokeTitle(asked)}
        confirmLabel={messages.revokeConfirm}
        failed={messages.revokeFailed}
        returnFocus={() => said.current}
      >
        <p>{messages.revokeHint(asked, name)}</p>
      </ConfirmWrite>
    </>
  )
}

function useColumns(
  revoke: (app: MemberConnectedApp) => void,
  denied: Denied | undefined,
): Column<MemberConnectedApp>[] {
  const { apps: messages } = useMemberSignInMessages()
  const { types } = messages
  const isKnown = (type: string): type is keyof typeof types => type in types
  return [
    {
      id: 'app',
      header: messages.app,
      width: '36%',
      cell: (app) => (
        <span data-part="member-registration">
          <strong>{app.name}</strong>
          {app.description && <span data-part="hint">{app.description}</span>}
        </span>
      ),
    },
    {
      id: 'type',
      header: messages.type,
      cell: ({ client_type }) => (isKnown(client_type) ? types[client_type] : client_type),
    },
    {
      id: 'scopes',
      header: messages.scopes,
      cell: (app) => (
        <TagList
          label={messages.scopesOf(app.name)}
          items={app.scopes_granted
            .split(' ')
            .filter(Boolean)
            .map((scope) => ({ key: scope, label: scope }))}
        />
      ),
    },
    {
      id: 'actions',
      header: messages.actions,
      hideHeader: true,
      align: 'end',
      cell: (app) => (
        <Button
          size="small"
          denied={denied}
          aria-label={messages.revokeApp(app.name)}
          onClick={() => revoke(app)}
        >
          {messages.revoke}
        </Button>
      ),
    },
  ]
}
