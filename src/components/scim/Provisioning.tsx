'use client'
import { useMemo } from 'react'
import type { ScimConnection } from '../../client/scim.ts'
import type { Denied } from '../portal/denied.ts'
import { Card } from '../ui/Card.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Skeleton, SkeletonGroup } from '../ui/Skeleton.tsx'
import { Arrivals } from './Arrivals.tsx'
import { GroupList } from './GroupList.tsx'
import { usersByGroup, type Arrival } from './provisionedUsers.ts'
import type { KnownMembers } from '../portal/useKnownMembers.ts'
import type { ScimGroups } from './useScimGroups.ts'
import { useScimMessages } from './useScimMessages.ts'

export interface ProvisioningProps {
  connection: ScimConnection
  arrival: Arrival
  groups: ScimGroups
  members: KnownMembers
  searchDenied: Denied | undefined
}

/** What the identity provider has sent, and whether it sends at all. */
export function Provisioning({ groups, ...props }: ProvisioningProps) {
  const { provisioning } = useScimMessages()
  const { members, connection } = props
  const users = useMemo(
    () =>
      members.type === 'known' ? usersByGroup(members.members, connection.connection_id) : null,
    [members, connection.connection_id],
  )
  return (
    <Card title={provisioning.title} description={provisioning.hint}>
      {groups.type === 'loading' && (
        <SkeletonGroup>
          <Skeleton />
          <Skeleton shape="block" />
        </SkeletonGroup>
      )}
      {groups.type === 'failed' && (
        <ErrorState title={provisioning.groupsFailed} error={groups.error} onRetry={groups.retry} />
      )}
      {groups.type === 'known' && (
        <>
          <Arrivals groups={groups.groups} complete={groups.complete} {...props} />
          {props.arrival.type === 'arrived' && <GroupList groups={groups.groups} users={users} />}
        </>
      )}
    </Card>
  )
}
