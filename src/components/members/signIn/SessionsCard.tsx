'use client'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DateTime } from '../../ui/DateTime.tsx'
import { DeniedHint } from '../../ui/DeniedHint.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { ConfirmWrite } from '../profile/ConfirmWrite.tsx'
import type { MemberCardProps } from '../profile/memberCard.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import { useMemberSessions } from './useMemberSessions.ts'
import { useMemberSignInMessages } from './useMemberSignInMessages.ts'

/** Ends all sessions of a member; says that they cannot be listed. */
export function SessionsCard({ member, viewer, access }: MemberCardProps) {
  const { sessions: messages } = useMemberSignInMessages()
  const { state, isSelf, lastSeen, revocation, revoke, revoked } = useMemberSessions(member, viewer)
  const name = memberLabel(member)
  const canBe = state.type === 'unknown'
  return (
    <Card
      title={messages.title}
      description={canBe ? messages.hint : messages.none[state.because]}
      action={
        canBe && (
          <Button size="small" denied={access.revokeSessions} onClick={revoke}>
            {messages.revoke}
          </Button>
        )
      }
    >
      {lastSeen !== null && (
        <Rows>
          <Row label={messages.lastSeen}>
            <DateTime value={lastSeen} />
          </Row>
        </Rows>
      )}
      {canBe && <DeniedHint denied={access.revokeSessions} />}
      <p data-part="saved" role="status">
        {revoked && (isSelf ? messages.revokedSelf : messages.revoked(name))}
      </p>
      <ConfirmWrite
        confirmation={revocation}
        title={isSelf ? messages.revokeSelfTitle : messages.revokeTitle(name)}
        confirmLabel={messages.revokeConfirm}
        failed={messages.revokeFailed}
      >
        <p>{isSelf ? messages.revokeSelfHint : messages.revokeHint}</p>
      </ConfirmWrite>
    </Card>
  )
}
