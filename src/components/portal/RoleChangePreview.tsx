'use client'
import { Fragment } from 'react'
import { Callout } from '../ui/Callout.tsx'
import { DeniedHint } from '../ui/DeniedHint.tsx'
import type { Denied } from './denied.ts'
import { LookedAt } from './LookedAt.tsx'
import type { AffectedMember, RoleChange } from './roleChanges.ts'
import type { KnownMembers } from './useKnownMembers.ts'
import { useRoleChangeMessages } from './useRoleChangeMessages.ts'

export interface RoleChangePreviewProps {
  /** Worked out of `members`; not looked at until all are known. */
  changes: readonly RoleChange[]
  members: KnownMembers
  viewer: {
    memberId: string
    roles: { nameOf: (roleId: string) => string }
    access: { searchMembers: Denied | undefined }
  }
}

/** How many are named before the rest is only counted. */
const NAMED = 10

/** Who gains and who loses which role; or why that cannot be told. */
export function RoleChangePreview({ changes, members, viewer }: RoleChangePreviewProps) {
  const preview = useRoleChangeMessages()
  switch (members.type) {
    case 'hidden':
      return (
        <Callout>
          {preview.denied}
          <DeniedHint denied={viewer.access.searchMembers} />
        </Callout>
      )
    case 'failed':
      return <Callout tone="warning">{preview.failed}</Callout>
    case 'partial':
      return <Progress loaded={0} total={members.total} />
    case 'loading':
      return <Progress loaded={members.loaded} total={members.total} />
    case 'known':
      break
  }
  return (
    <>
      {members.again && <LookedAt members={members} />}
      {changes.length === 0 && <p>{preview.none}</p>}
      {changes
        .filter(({ loses }) => loses.some((member) => member.memberId === viewer.memberId))
        .map(({ roleId }) => (
          <Callout key={roleId} tone="danger">
            {preview.selfLoses(viewer.roles.nameOf(roleId))}
          </Callout>
        ))}
      <dl data-part="role-changes" hidden={changes.length === 0}>
        {changes.map(({ roleId, gains, loses }) => (
          <Fragment key={roleId}>
            <Affected
              kind="gains"
              members={gains}
              role={viewer.roles.nameOf(roleId)}
              memberId={viewer.memberId}
            />
            <Affected
              kind="loses"
              members={loses}
              role={viewer.roles.nameOf(roleId)}
              memberId={viewer.memberId}
            />
          </Fragment>
        ))}
      </dl>
    </>
  )
}

function Progress({ loaded, total }: { loaded: number; total: number | null }) {
  const preview = useRoleChangeMessages()
  return (
    <div data-part="members-progress">
      <progress
        aria-label={preview.progress}
        value={total === null ? undefined : loaded}
        max={total ?? undefined}
      />
      <p role="status">{preview.counting(loaded, total)}</p>
    </div>
  )
}

interface AffectedProps {
  kind: 'gains' | 'loses'
  members: readonly AffectedMember[]
  role: string
  /** The viewer's. */
  memberId: string
}

function Affected({ kind, members, role, memberId: viewerId }: AffectedProps) {
  const preview = useRoleChangeMessages()
  if (members.length === 0) return null
  const names = members
    .slice(0, NAMED)
    .map(({ memberId, label }) => (memberId === viewerId ? preview.you(label) : label))
  return (
    <div data-part="role-change" data-state={kind}>
      <dt>{preview[kind](members.length, role)}</dt>
      <dd>{preview.names(names, members.length - names.length)}</dd>
    </div>
  )
}
