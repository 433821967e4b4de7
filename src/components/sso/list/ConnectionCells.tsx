'use client'
import { PlaceLink } from '../../portal/PlaceLink.tsx'
import { useNow } from '../../portal/useNow.ts'
import { DateTime } from '../../ui/DateTime.tsx'
import { shortenId } from '../../ui/shortenId.ts'
import { Tag } from '../../ui/Tag.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { nearestEnd } from '../certificates/certificateRules.ts'
import { ExpiryTag } from '../certificates/ExpiryTag.tsx'
import { connectionKind } from '../connectionKind.ts'
import type { SsoConnection } from '../connections.ts'
import { useSsoMessages } from '../useSsoMessages.ts'
import type { SsoNavigation } from '../useSsoNavigation.ts'
import { mappedRoles } from './connectionFacts.ts'
import { ConnectionStatus } from './ConnectionStatus.tsx'

interface CellProps {
  connection: SsoConnection
}

export interface LinkCellProps extends CellProps {
  to: SsoNavigation['to']
}

/** The name, which is the link to the connection's page. */
export function NameCell({ connection, isDefault, to }: LinkCellProps & { isDefault: boolean }) {
  const messages = useSsoMessages()
  const { connection_id: connectionId, display_name } = connection
  return (
    <span data-part="sso-name">
      <PlaceLink to={to({ screen: 'connection', connectionId, dialog: null })}>
        {display_name.trim() || connectionId}
      </PlaceLink>
      {isDefault && <Tag tone="accent">{messages.default}</Tag>}
    </span>
  )
}

/** Where people sign in, and how. */
export function ProviderCell({ connection }: CellProps) {
  const messages = useSsoMessages()
  return (
    <span data-part="sso-provider">
      {connectionKind(messages, connection)}
      {connection.protocol === 'external' && (
        <code data-part="code" title={connection.external_organization_id}>
          {shortenId(connection.external_organization_id)}
        </code>
      )}
    </span>
  )
}

/** Whether it works, and the way on where it does not yet. */
export function StatusCell({ connection, mayUpdate, to }: LinkCellProps & { mayUpdate: boolean }) {
  const { list } = useSsoMessages()
  const { connection_id: connectionId, display_name, status } = connection
  return (
    <span data-part="sso-status">
      <ConnectionStatus connection={connection} />
      {status === 'pending' && mayUpdate && (
        <PlaceLink
          to={to({ screen: 'setup', connectionId, step: null, guide: null })}
          aria-label={list.continueOf(display_name)}
        >
          {list.continue}
        </PlaceLink>
      )}
    </span>
  )
}

/** How many roles follow from it. */
export function RolesCell({ connection }: CellProps) {
  const { list } = useSsoMessages()
  const roles = mappedRoles(connection)
  if (roles === null) return <Dash>{list.notWithOidc}</Dash>
  const { byConnection, byGroup } = roles
  if (byConnection + byGroup === 0) return <span data-part="hint">{list.noRoles}</span>
  return <>{list.roles(byConnection, byGroup)}</>
}

/** When the next certificate of the identity provider ends. */
export function CertificateCell({ connection }: CellProps) {
  const { list } = useSsoMessages()
  const now = useNow()
  if (connection.protocol === 'oidc') return <Dash>{list.notWithOidc}</Dash>
  if (connection.protocol === 'external') return <Dash>{list.ofOtherOrganization}</Dash>
  const end = nearestEnd(connection.verification_certificates, now)
  if (end === null) return <span data-part="hint">{list.noCertificate}</span>
  return (
    <span data-part="sso-expiry">
      <DateTime value={end.expiresAt} format="date" />
      <ExpiryTag expiresAt={end.expiresAt} />
    </span>
  )
}

/** Nothing to show here; why is read out, and shown to whoever points at it. */
function Dash({ children }: { children: string }) {
  return (
    <span data-part="hint" title={children}>
      <span aria-hidden="true">{'–'}</span>
      <VisuallyHidden>{children}</VisuallyHidden>
    </span>
  )
}
