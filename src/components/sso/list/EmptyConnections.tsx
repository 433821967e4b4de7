'use client'
import { PlaceLink } from '../../portal/PlaceLink.tsx'
import { DeniedHint } from '../../ui/DeniedHint.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { KeyIcon } from '../../ui/icons.tsx'
import { guideIdOf, guideProtocols, type SsoProvider } from '../providers.ts'
import { useSsoMessages } from '../useSsoMessages.ts'
import { useSsoNavigation } from '../useSsoNavigation.ts'
import type { ProjectLimits } from '../useSsoPortal.ts'
import type { SsoViewer } from '../useSsoViewer.ts'

/** What most organizations have. */
const FIRST: readonly SsoProvider[] = ['okta', 'microsoft-entra', 'google-workspace']

export interface EmptyConnectionsProps {
  viewer: SsoViewer
  projectLimits: ProjectLimits
}

/** No connection yet: what one is for, and the usual providers to begin with. */
export function EmptyConnections({ viewer, projectLimits }: EmptyConnectionsProps) {
  const { list, providers } = useSsoMessages()
  const { empty } = list
  const { to } = useSsoNavigation()
  const { create } = viewer.access
  if (create) {
    return (
      <EmptyState
        icon={<KeyIcon />}
        title={empty.title}
        description={empty.readOnly}
        action={<DeniedHint denied={create} />}
      />
    )
  }
  const choices = FIRST.flatMap((provider) => {
    const protocol = guideProtocols[provider].find((one) => projectLimits[one])
    return protocol ? [{ provider, guide: guideIdOf(provider, protocol) }] : []
  })
  return (
    <EmptyState
      icon={<KeyIcon />}
      title={empty.title}
      description={empty.hint}
      action={
        <ul data-part="sso-quick-choices">
          {choices.map(({ provider, guide }) => (
            <li key={provider}>
              <PlaceLink to={to({ screen: 'new', choice: guide })}>{providers[provider]}</PlaceLink>
            </li>
          ))}
          <li>
            <PlaceLink to={to({ screen: 'new', choice: null })}>{empty.others}</PlaceLink>
          </li>
        </ul>
      }
    />
  )
}
