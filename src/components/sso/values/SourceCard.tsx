'use client'
import type { OidcSsoConnection, SamlSsoConnection, SsoConnection } from '../connections.ts'
import { useGuide } from '../guides/useGuide.ts'
import type { GuideId } from '../providers.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { OidcSourceCard } from './OidcSourceCard.tsx'
import { SamlSourceCard } from './SamlSourceCard.tsx'

export interface SourceCardProps {
  connection: SamlSsoConnection | OidcSsoConnection
  viewer: SsoViewer
  /** The organization's connections; this one may be among them. The same list as long as nothing changes. */
  siblings: readonly SsoConnection[]
  /** Of its provider: what the console calls the fields, and how it hands over. Nothing waits for it. */
  guide: GuideId
}

/** What the identity provider told. */
export function SourceCard({ connection, guide: id, ...props }: SourceCardProps) {
  const loaded = useGuide(id)
  const rest = { ...props, guide: loaded.type === 'ready' ? loaded : undefined }
  return connection.protocol === 'saml' ? (
    <SamlSourceCard connection={connection} {...rest} />
  ) : (
    <OidcSourceCard connection={connection} {...rest} />
  )
}
