'use client'
import { useState } from 'react'
import { downloadFile } from '../../portal/downloadFile.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { DownloadIcon } from '../../ui/icons.tsx'
import { lazyWhenOpen } from '../../ui/lazyWhenOpen.tsx'
import type { OidcSsoConnection, SamlSsoConnection } from '../connections.ts'
import { nameIdFormat, spMetadata } from '../handOver/spMetadata.ts'
import type { GuideId } from '../providers.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { useConnectionMessages } from './useConnectionMessages.ts'

const HandOverDialog = lazyWhenOpen(() =>
  import('../handOver/HandOverDialog.tsx').then((file) => file.HandOverDialog),
)

export interface ServiceValuesCardProps {
  connection: SamlSsoConnection | OidcSsoConnection
  viewer: SsoViewer
  guideId: GuideId
}

/** What the identity provider has to know of the service: to copy, as metadata, or as a sheet to hand over. */
export function ServiceValuesCard({ connection, viewer, guideId }: ServiceValuesCardProps) {
  const { values } = useConnectionMessages()
  const [handingOver, setHandingOver] = useState(false)
  return (
    <Card
      title={values.title}
      description={values.hint}
      action={
        <Button
          size="small"
          onClick={() => setHandingOver(true)}
          onPointerEnter={HandOverDialog.preload}
        >
          {values.handOver}
        </Button>
      }
    >
      {connection.protocol === 'saml' ? (
        <SamlValues connection={connection} />
      ) : (
        <CopyField
          label={values.redirectUrl}
          hint={values.redirectUrlHint}
          value={connection.redirect_url}
        />
      )}
      <HandOverDialog
        open={handingOver}
        onClose={() => setHandingOver(false)}
        connection={connection}
        guideId={guideId}
        organizationName={viewer.organization?.organization_name ?? ''}
      />
    </Card>
  )
}

function SamlValues({ connection }: { connection: SamlSsoConnection }) {
  const { values } = useConnectionMessages()
  const download = () =>
    downloadFile(
      `sp-metadata-${connection.connection_id}.xml`,
      spMetadata(connection),
      'application/samlmetadata+xml',
    )
  return (
    <>
      <CopyField label={values.acsUrl} hint={values.acsUrlHint} value={connection.acs_url} />
      <CopyField
        label={values.audienceUri}
        hint={values.audienceUriHint}
        value={connection.audience_uri}
      />
      <CopyField label={values.nameIdFormat} value={nameIdFormat(connection)} />
      <p>
        <Button size="small" icon={<DownloadIcon />} onClick={download}>
          {values.metadata}
        </Button>
      </p>
    </>
  )
}
