import { useMemo } from 'react'
import { isApiError } from '../../client/errors.ts'
import type { SessionEndReason } from '../../client/sessionStore.ts'
import { useAdminPortalConfig } from '../../hooks/adminPortal.ts'
import { useSsoConnections } from '../../hooks/sso.ts'
import { useAnswers } from '../../hooks/useAnswers.ts'
import { useSessionSnapshot } from '../../hooks/useSessionSnapshot.ts'
import { deniedBy, type Denied } from '../portal/denied.ts'
import { useLocale } from '../portal/PortalContext.ts'
import { allConnections, type SsoConnection } from './connections.ts'
import { useSsoViewer, type SsoViewer } from './useSsoViewer.ts'

/** By which protocols the project still lets a connection be made. */
export interface ProjectLimits {
  saml: boolean
  oidc: boolean
}

/** What can be seen of the SSO part, exactly one at a time. */
export type SsoPortalState =
  /** `memberId` as soon as it is known whose data is loading. */
  | { type: 'loading'; memberId: string | null }
  | { type: 'signed-out'; reason: SessionEndReason | null }
  | { type: 'denied'; memberId: string | null; denied: Denied }
  | { type: 'not-enabled' }
  | { type: 'failed'; error: Error; retry: () => void; retrying: boolean }
  | {
      type: 'ready'
      viewer: SsoViewer
      connections: readonly SsoConnection[]
      projectLimits: ProjectLimits
    }

/** Where the project does not say, everything may be tried: the server is the judge. */
const NO_LIMITS: ProjectLimits = { saml: true, oidc: true }

/**
 * The model of the whole SSO part: who looks, what connections there are, and which can still be made. Connections and the
 * project's settings are asked for as soon as it is known whose they are, beside bootstrap and session.
 *
 * @rbac stytch.sso get
 */
export function useSsoPortal(): SsoPortalState {
  const { status, identity, endReason } = useSessionSnapshot()
  const { get } = useAnswers({ get: [['stytch.sso', 'get']] }).answers
  const viewer = useSsoViewer()
  const locale = useLocale()
  const enabled = get.status !== 'denied'
  const query = useSsoConnections({ enabled })
  const config = useAdminPortalConfig({ enabled })
  const { data } = query
  const connections = useMemo(() => data && allConnections(data, locale), [data, locale])
  const limits = config.data?.sso_config
  const projectLimits = useMemo(
    () =>
      limits
        ? { saml: limits.can_create_saml_connection, oidc: limits.can_create_oidc_connection }
        : NO_LIMITS,
    [limits],
  )

  if (status === 'anonymous' || status === 'intermediate') {
    return { type: 'signed-out', reason: endReason }
  }
  const memberId = identity?.memberId ?? null
  if (get.status === 'loading') return { type: 'loading', memberId }
  const isOff = limits?.sso_enabled === false
  if (get.status === 'denied' || (isDenial(query.error) && !isOff)) {
    const denied = deniedBy({ ...get, allowed: false }, 'stytch.sso get', viewer.roles.nameOf)
    if (denied) return { type: 'denied', memberId, denied }
  }
  if (isOff) return { type: 'not-enabled' }
  if (!connections && query.error) {
    const { error, isFetching, refetch } = query
    return { type: 'failed', error, retry: () => void refetch(), retrying: isFetching }
  }
  if (!connections || config.isPending) return { type: 'loading', memberId }
  return { type: 'ready', viewer, connections, projectLimits }
}

/** The server is the judge: its 403 counts, whatever the policy here says. */
function isDenial(error: Error | null): boolean {
  return isApiError(error) && error.status_code === 403
}
