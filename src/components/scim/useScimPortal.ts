import { useEffect, useMemo, useState } from 'react'
import { isApiError } from '../../client/errors.ts'
import type { ScimConnection } from '../../client/scim.ts'
import type { SessionEndReason } from '../../client/sessionStore.ts'
import { useAdminPortalConfig } from '../../hooks/adminPortal.ts'
import { useScimConnection } from '../../hooks/scim.ts'
import { usePermission } from '../../hooks/usePermission.ts'
import { useSessionSnapshot } from '../../hooks/useSessionSnapshot.ts'
import { deniedBy, type Denied } from '../portal/denied.ts'
import type { RoleDirectory } from '../portal/useRoleDisplay.ts'
import { arrivalOf, provisionedUsers, type Arrival } from './provisionedUsers.ts'
import { useAssignableRoles } from './useAssignableRoles.ts'
import { useLiveUpdates } from './useLiveUpdates.ts'
import { useProvisionedMembers, type KnownMembers } from './useProvisionedMembers.ts'
import { useScimAccess, type ScimAccess } from './useScimAccess.ts'
import { useScimGroups, type ScimGroups } from './useScimGroups.ts'

/** How long after the page has settled it begins to look for what arrives. */
const LIVE_AFTER_MS = 1_000
const WAITING_INTERVAL_MS = 4_000
const LIVE_INTERVAL_MS = 10_000

/** Who looks, and what that person may do. */
export interface ScimViewer {
  memberId: string
  access: ScimAccess
  roles: RoleDirectory
}

/** The one connection of the organization with all that is known about it. */
export interface ScimPage {
  viewer: ScimViewer
  connection: ScimConnection
  groups: ScimGroups
  members: KnownMembers
  arrival: Arrival
  /** Asks the server for the connection as it is now; null when it is gone. */
  refresh: () => Promise<ScimConnection | null>
}

/** What can be seen of the SCIM part, exactly one at a time. */
export type ScimPortalState =
  /** `memberId` as soon as it is known whose data is loading. */
  | { type: 'loading'; memberId: string | null }
  | { type: 'signed-out'; reason: SessionEndReason | null }
  | { type: 'denied'; denied: Denied }
  | { type: 'not-enabled' }
  | { type: 'failed'; error: Error; retry: () => void; retrying: boolean }
  | { type: 'empty'; viewer: ScimViewer }
  | { type: 'connected'; page: ScimPage }

/**
 * The model of the whole SCIM part: what is known, who may do what, and what arrives meanwhile.
 * Connection and groups are asked for as soon as it is known whose they are, beside bootstrap and session;
 * whether SCIM is switched on is asked only where there is no connection.
 *
 * @rbac stytch.scim get
 */
export function useScimPortal(): ScimPortalState {
  const { status, identity, organization, fromCache, endReason } = useSessionSnapshot()
  const get = usePermission('stytch.scim', 'get')
  const roles = useAssignableRoles()
  const access = useScimAccess(roles.nameOf)
  const memberId = identity?.memberId ?? ''
  const viewer = useMemo(() => ({ memberId, access, roles }), [memberId, access, roles])

  const hasNone =
    organization !== null && !fromCache && organization.scim_active_connection === null
  const mayAsk = get.status !== 'denied' && !hasNone
  const query = useScimConnection({ enabled: mayAsk })
  const connection = query.data ?? (hasNone || query.data === null ? null : undefined)
  const settled = connection !== undefined && get.status === 'allowed'
  const live = useLater(settled, LIVE_AFTER_MS)
  const { groups, look: lookForGroups } = useScimGroups({ enabled: mayAsk || Boolean(connection) })
  const { members, look: lookForMembers } = useProvisionedMembers({
    allowed: access.searchMembers === undefined,
    enabled: live && Boolean(connection),
  })
  const config = useAdminPortalConfig({
    enabled: get.status === 'allowed' && (connection === null || query.isError),
  })

  const { refetch } = query
  const page = useMemo<ScimPage | null>(() => {
    if (!connection) return null
    const refresh = async () => (await refetch({ throwOnError: true })).data ?? null
    return {
      viewer,
      connection,
      groups,
      members,
      arrival: arrival(connection, groups, members),
      refresh,
    }
  }, [viewer, connection, groups, members, refetch])

  const look = () => {
    void refetch({ cancelRefetch: false })
    if (!connection) return
    lookForGroups()
    if (members.type === 'known') lookForMembers()
  }
  const waiting = page?.arrival.type === 'waiting'
  useLiveUpdates(look, live ? (waiting ? WAITING_INTERVAL_MS : LIVE_INTERVAL_MS) : null)

  if (status === 'anonymous' || status === 'intermediate')
    return { type: 'signed-out', reason: endReason }
  if (get.status === 'denied' || isDenial(query.error)) {
    const denied = deniedBy({ ...get, allowed: false }, 'stytch.scim get', roles.nameOf)
    if (denied) return { type: 'denied', denied }
  }
  if (get.status === 'loading') return { type: 'loading', memberId: identity?.memberId ?? null }
  if (page) return { type: 'connected', page }
  if (config.data && !config.data.scim_config.scim_enabled) return { type: 'not-enabled' }
  const failed = query.error && connection === undefined ? query : config.error ? config : null
  if (failed?.error) {
    const { error, isFetching, refetch: retry } = failed
    return { type: 'failed', error, retry: () => void retry(), retrying: isFetching }
  }
  if (connection === null && config.data) return { type: 'empty', viewer }
  return { type: 'loading', memberId: identity?.memberId ?? null }
}

function arrival(connection: ScimConnection, groups: ScimGroups, members: KnownMembers): Arrival {
  return arrivalOf({
    groups: groups.type === 'known' ? groups.groups : [],
    users:
      members.type === 'known' ? provisionedUsers(members.members, connection.connection_id) : null,
    loading: groups.type === 'loading' || members.type === 'loading',
  })
}

/** True `delay` milliseconds after `condition` came true, for as long as it stays so. */
function useLater(condition: boolean, delay: number): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    if (!condition) return
    const timer = setTimeout(() => setPassed(true), delay)
    return () => {
      clearTimeout(timer)
      setPassed(false)
    }
  }, [condition, delay])
  return passed
}

/** The server is the judge: its 403 counts, whatever the policy here says. */
function isDenial(error: Error | null): boolean {
  return isApiError(error) && error.status_code === 403
}
