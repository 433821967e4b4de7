'use client'
import { useState } from 'react'
import type { OidcSsoConnection, SamlSsoConnection, SsoConnection } from '../connections.ts'
import type { LoadedGuide } from '../guides/ProviderGuides.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { OidcSourceForm } from '../values/OidcSourceForm.tsx'
import { NO_SAML_READING } from '../values/samlSource.ts'
import { SamlSourceForm } from '../values/SamlSourceForm.tsx'
import { SetupWizard } from './SetupWizard.tsx'
import { useOidcSection, useSamlSection } from './useSections.ts'
import type { KeptDraft } from './useSetupDraft.ts'
import type { GuideChoice } from './useSetupGuide.ts'

interface ProtocolSetupProps<Connection> extends LoadedGuide {
  connection: Connection
  viewer: SsoViewer
  connections: readonly SsoConnection[]
  draft: KeptDraft
  choice: GuideChoice
  onLeave: () => void
}

/** The wizard with the form for what a SAML provider tells. */
export function SamlSetup(props: ProtocolSetupProps<SamlSsoConnection>) {
  const { connection, connections, guide, words, draft } = props
  const [reading, setReading] = useState(NO_SAML_READING)
  const source = useSamlSection(connection, connections, guide, draft, reading)
  return (
    <SetupWizard
      {...props}
      source={source}
      sourceForm={(showEmpty) => (
        <SamlSourceForm
          value={source.value}
          onChange={source.onChange}
          fieldNames={words.fields}
          source={guide.source}
          connection={connection}
          siblings={connections}
          showEmpty={showEmpty}
          onReading={setReading}
        />
      )}
    />
  )
}

/** The wizard with the form for what an OIDC provider tells. */
export function OidcSetup(props: ProtocolSetupProps<OidcSsoConnection>) {
  const { connection, connections, guide, words, draft } = props
  const source = useOidcSection(connection, connections, guide, draft)
  return (
    <SetupWizard
      {...props}
      source={source}
      sourceForm={(showEmpty) => (
        <OidcSourceForm
          value={source.value}
          onChange={source.onChange}
          fieldNames={words.fields}
          issuerTemplate={guide.issuerTemplate}
          connection={connection}
          siblings={connections}
          warning={source.warning}
          showEmpty={showEmpty}
        />
      )}
    />
  )
}
