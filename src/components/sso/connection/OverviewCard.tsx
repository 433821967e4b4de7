'use client'
import { PlaceLink } from '../../portal/PlaceLink.tsx'
import { Card } from '../../ui/Card.tsx'
import { AlertIcon, CheckIcon } from '../../ui/icons.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { SsoConnection } from '../connections.ts'
import { useSsoNavigation } from '../useSsoNavigation.ts'
import { activationItems } from './activation.ts'
import { useConnectionMessages } from './useConnectionMessages.ts'

/** What state the connection is in, what is missing for it to work, and the way to its guide. */
export function OverviewCard({ connection }: { connection: SsoConnection }) {
  const { overview } = useConnectionMessages()
  const { to } = useSsoNavigation()
  const { connection_id: connectionId, protocol, status } = connection
  return (
    <Card
      title={overview.title}
      action={
        protocol !== 'external' && (
          <PlaceLink to={to({ screen: 'setup', connectionId, step: null, guide: null })}>
            {status === 'pending' ? overview.continue : overview.guide}
          </PlaceLink>
        )
      }
    >
      <State connection={connection} />
    </Card>
  )
}

function State({ connection }: { connection: SsoConnection }) {
  const { overview } = useConnectionMessages()
  if (connection.protocol === 'external') return <p>{overview.external}</p>
  if (connection.status === 'active') return <p>{overview.active}</p>
  if (connection.status !== 'pending') return <p>{overview.unknown(connection.status)}</p>
  return (
    <>
      <p>{overview.pending}</p>
      <ul data-part="sso-checklist">
        {activationItems(connection).map(({ id, there }) => (
          <li key={id} data-state={there ? 'there' : 'missing'}>
            {there ? <CheckIcon /> : <AlertIcon />}
            {overview.items[id]}
            <VisuallyHidden> ({there ? overview.there : overview.missing})</VisuallyHidden>
          </li>
        ))}
      </ul>
    </>
  )
}
