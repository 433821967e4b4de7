import { useEffect, useMemo, useState } from 'react'
import { isApiError } from '../../client/errors.ts'
import type { ScimConnection } from '../../client/scim.ts'
import type { SessionEndReason } from '../../client/sessionStore.ts'
import { useAdminPortalConfig } from '../../hooks/adminPortal.ts'
import { useScimConnection } from '../../hooks/scim.ts'
import { useAnswers } from '../../hooks/useAnswers.ts'
import { useSessionSnapshot } from '../../hooks/useSessionSnapshot.ts'
import { deniedBy, type Denied } from '../portal/denied.ts'
import { arrivalOf, provisionedUsers, type Arrival } from './provisionedUsers.ts'
import { useLiveUpdates } from './useLiveUpdates.ts'
import { useKnownMembers, type KnownMembers } from '../portal/useKnownMembers.ts'
import { useScimAccess, type ScimAccess } from './useScimAccess.ts'
import { useScimGroups, type ScimGroups } from './useScimGroups.ts'
import { useRoles, type Roles } from '../portal/useRoles.ts'

/** How long after the page has settled it begins to look for what arrives. */
const LIVE_AFTER_MS = 1_000
const WAITING_INTERVAL_MS = 4_000
const LIVE_INTERVAL_MS = 10_000

/** Who looks, and what that person may do. */
export interface ScimViewer {
  memberId: string
  access: ScimAccess
  roles: Roles
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
  | { type: 'loading'; memberId: string | null; connection: 'unknown' | 'none' }
  | { type: 'signed-out'; reason: SessionEndReason | null }
  | { type: 'denied'; memberId: string | null; denied: Denied }
  | { type: 'not-enabled' }
  | {
      type: 'failed'
      connection: 'unknown' | 'none'
      error: Error
      retry: () => void
      retrying: boolean
    }
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
  const { get } = useAnswers({ get: [['stytch.scim', 'get']] }).answers
  const roles = useRoles()
  const access = useScimAccess(roles.nameOf)
  const memberId = identity?.memberId ?? ''
  const viewer = useMemo(() => ({ memberId, access, roles }), [memberId, access, roles])

  const hasNone =
    organization !== null && !fromCache && organization.scim_active_connection === null
  const mayAsk = get.status !== 'denied' && !hasNone
  const query = useScimConnection({ enabled: mayAsk })
  const connection = query.data ?? (hasNone || query.data === null ? null : undefined)
  const refused = get.status === 'denied' || isDenial(query.error)
  const settled = connection !== undefined && get.status === 'allowed' && !refused
  const live = useLater(settled, LIVE_AFTER_MS)
  const { groups, look: lookForGroups } = useScimGroups({
    enabled: !refused && (mayAsk || Boolean(connection)),
  })
  const { members, look: lookForMembers } = useKnownMembers({
    allowed: access.searchMembers === undefined,
    enabled: live && Boolean(connection),
  })
  const config = useAdminPortalConfig({
    enabled: get.status === 'allowed' && !refused && (connection === null || query.isError),
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
    // A large organization costs one request a round: groups tell best what arrives, as long as one request tells them all.
    const large = lookForMembers === null
    if (!large || lookForGroups === null) void refetch({ cancelRefetch: false })
    if (!connection) return
    lookForGroups?.()
    if (members.type === 'known') lookForMembers?.()
  }
  const waiting = page?.arrival.type === 'waiting'
  useLiveUpdates(look, live ? (waiting ? WAITING_INTERVAL_MS : LIVE_INTERVAL_MS) : null)

  if (status === 'anonymous' || status === 'intermediate')
    return { type: 'signed-out', reason: endReason }
  const who = identity?.memberId ?? null
  if (refused) {
    const denied = deniedBy({ ...get, allowed: false }, 'stytch.scim get', roles.nameOf)
    if (denied) return { type: 'denied', memberId: who, denied }
  }
  const known = connection === null ? 'none' : 'unknown'
  if (get.status === 'loading') return { type: 'loading', memberId: who, connection: known }
  if (page) return { type: 'connected', page }
  if (config.data && !config.data.scim_config.scim_enabled) return { type: 'not-enabled' }
  const failed = query.error && connection === undefined ? query : config.error ? config : null
  if (failed?.error) {
    const { error, isFetching, refetch: retry } = failed
    const again = () => void retry()
    return { type: 'failed', connection: known, error, retry: again, retrying: isFetching }
  }
  if (connection === null && config.data) return { type: 'empty', viewer }
  return { type: 'loading', memberId: who, connection: known }
}

function arrival(connection: ScimConnection, groups: ScimGroups, members: KnownMembers): Arrival {
  return arrivalOf({
    groups: groups.type === 'known' ? groups.groups : [],
    users:
      members.type === 'known' || members.type === 'partial'
        ? provisionedUsers(members.members, connection.connection_id)
        : null,
    moreUsers: members.type === 'partial',
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
