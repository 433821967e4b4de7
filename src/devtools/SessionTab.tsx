'use client'

import type { ReactNode } from 'react'
import type { SessionEndReason, SessionStatus } from '../client/sessionStore.ts'
import type { Member, MemberSession, Organization } from '../client/types.ts'
import { useOrgportalClient } from '../hooks/useOrgportalClient.ts'
import { useSessionSnapshot } from '../hooks/useSessionSnapshot.ts'
import { CopyButton } from './CopyButton.tsx'
import { Fact, Facts } from './Facts.tsx'
import { RoleList } from './RoleList.tsx'
import { nextRefreshAt } from './sessionTimes.ts'
import { countdown, dateTime } from './timeText.ts'
import { useAction } from './useAction.ts'
import { useNow } from './useNow.ts'

const TONES: Record<SessionStatus, string | undefined> = {
  authenticated: 'good',
  loading: 'warn',
  intermediate: 'warn',
  anonymous: undefined,
}

/** Who is signed in, for how long, and why no longer. */
export function SessionTab(): ReactNode {
  const client = useOrgportalClient()
  const { status, session, member, organization, identity, fromCache, endReason, intermediateId } =
    useSessionSnapshot()
  const { isBusy, failure, run } = useAction()

  return (
    <>
      <div className="toolbar">
        <span className="chip" data-tone={TONES[status]}>
          {status}
        </span>
        {fromCache && (
          <span className="chip" data-tone="warn">
            from storage, not confirmed yet
          </span>
        )}
        <span className="grow" />
        <button
          type="button"
          disabled={isBusy || identity === null}
          onClick={() => {
            run(() => client.session.authenticate())
          }}
        >
          Authenticate now
        </button>
        <button
          type="button"
          disabled={isBusy || identity === null}
          onClick={() => {
            run(() => client.session.revoke())
          }}
        >
          Sign out
        </button>
      </div>
      {failure !== null && (
        <p role="alert" className="alarm">
          {failure}
        </p>
      )}
      {endReason && (
        <p className="notice">
          The last session ended: <b>{endReasonText(endReason)}</b>
        </p>
      )}
      {status === 'intermediate' && (
        <p className="notice">
          The first factor is done; another one, or the choice of an organization, is required.
          {intermediateId !== null && <span className="mono"> ({intermediateId})</span>}
        </p>
      )}
      {session && <SessionFacts session={session} />}
      {member && <MemberFacts member={member} />}
      {organization && <OrganizationFacts organization={organization} />}
      {session && <RoleList session={session} />}
      {!session && status === 'anonymous' && <p className="empty">Nobody is signed in.</p>}
    </>
  )
}

function SessionFacts({ session }: { session: MemberSession }): ReactNode {
  const now = useNow()
  const tokens = useOrgportalClient().session.getTokens()
  const refreshAt = nextRefreshAt(tokens?.session_jwt, now)
  return (
    <Facts title="Session">
      <Fact name="Expires">
        <b className="number">{countdown(Date.parse(session.expires_at) - now)}</b>{' '}
        <span className="muted">{dateTime(session.expires_at)}</span>
      </Fact>
      <Fact name="Next refresh">
        {refreshAt === null ? (
          'within three minutes'
        ) : (
          <span className="number">
            {refreshAt <= now ? 'now' : `in ${countdown(refreshAt - now)}`}
          </span>
        )}
      </Fact>
      <Fact name="Session">
        <Id id={session.member_session_id} what="session id" />
      </Fact>
      <Fact name="Token">{tokens ? <Masked token={tokens.session_token} /> : HIDDEN}</Fact>
      <Fact name="JWT">{tokens ? <Masked token={tokens.session_jwt} /> : HIDDEN}</Fact>
      <Fact name="Signed in by">
        {session.authentication_factors.map((factor) => factor.delivery_method).join(', ')}
      </Fact>
    </Facts>
  )
}

const HIDDEN = 'not to be seen here: in an HttpOnly cookie'

function MemberFacts({ member }: { member: Member }): ReactNode {
  return (
    <Facts title="Member">
      <Fact name={member.name || 'No name'}>{member.email_address}</Fact>
      <Fact name="Status">{member.status}</Fact>
      <Fact name="Id">
        <Id id={member.member_id} what="member id" />
      </Fact>
    </Facts>
  )
}

function OrganizationFacts({ organization }: { organization: Organization }): ReactNode {
  return (
    <Facts title="Organization">
      <Fact name={organization.organization_name}>
        <span className="mono">{organization.organization_slug}</span>
      </Fact>
      <Fact name="Id">
        <Id id={organization.organization_id} what="organization id" />
      </Fact>
    </Facts>
  )
}

function Id({ id, what }: { id: string; what: string }): ReactNode {
  return (
    <span className="id">
      <span className="mono clip">{id}</span>
      <CopyButton text={id} what={what} />
    </span>
  )
}

function Masked({ token }: { token: string }): ReactNode {
  return <span className="mono">•••• {token.slice(-4)}</span>
}

function endReasonText(reason: SessionEndReason): string {
  switch (reason.type) {
    case 'revoked':
      return 'signed out'
    case 'expired':
      return 'it expired'
    case 'signed-out-elsewhere':
      return 'signed out in another tab'
    case 'rejected':
      return `the server refused it: ${reason.errorType} (${reason.requestId ?? 'no request id'})`
  }
}
