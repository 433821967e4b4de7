'use client'
import { Fragment, useMemo } from 'react'
import type { ScimGroupRoleAssignment } from '../../client/scim.ts'
import { Callout } from '../ui/Callout.tsx'
import { DeniedHint } from '../ui/DeniedHint.tsx'
import { LookedAt } from './LookedAt.tsx'
import { previewRoleChanges, type AffectedMember } from './previewRoleChanges.ts'
import { useScimMessages } from './useScimMessages.ts'
import type { ScimPage } from './useScimPortal.ts'

export interface RoleChangePreviewProps {
  before: readonly ScimGroupRoleAssignment[]
  after: readonly ScimGroupRoleAssignment[]
  page: ScimPage
}

/** How many are named before the rest is only counted. */
const NAMED = 10

/** Who gains and who loses which role; or why that cannot be told. */
export function RoleChangePreview({ before, after, page }: RoleChangePreviewProps) {
  const { preview } = useScimMessages()
  const { connection, members, viewer } = page
  const changes = useMemo(
    () =>
      members.type === 'known'
        ? previewRoleChanges({
            connectionId: connection.connection_id,
            before,
            after,
            members: members.members,
          })
        : [],
    [connection.connection_id, before, after, members],
  )
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
      <dl data-part="scim-preview" hidden={changes.length === 0}>
        {changes.map(({ roleId, gains, loses }) => (
          <Fragment key={roleId}>
            <Affected kind="gains" members={gains} role={viewer.roles.nameOf(roleId)} page={page} />
            <Affected kind="loses" members={loses} role={viewer.roles.nameOf(roleId)} page={page} />
          </Fragment>
        ))}
      </dl>
    </>
  )
}

function Progress({ loaded, total }: { loaded: number; total: number | null }) {
  const { preview } = useScimMessages()
  return (
    <div data-part="scim-progress">
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
  page: ScimPage
}

function Affected({ kind, members, role, page }: AffectedProps) {
  const { preview } = useScimMessages()
  if (members.length === 0) return null
  const names = members
    .slice(0, NAMED)
    .map(({ memberId, label }) => (memberId === page.viewer.memberId ? preview.you(label) : label))
  return (
    <div data-part="scim-affected" data-state={kind}>
      <dt>{preview[kind](members.length, role)}</dt>
      <dd>{preview.names(names, members.length - names.length)}</dd>
    </div>
  )
}
