'use client'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { RadioGroup } from '../../ui/ChoiceCards.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import type { Finding } from '../reading/finding.ts'
import { CertificatesRead } from './CertificatesRead.tsx'
import { loadReaders } from './loadReaders.ts'
import type { SamlReading } from './samlSource.ts'
import { SourceField } from './SourceField.tsx'
import type { SamlSource } from './sourceValues.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface MetadataXmlProps {
  label: string
  value: SamlSource
  reading: SamlReading
  findings: readonly Finding[]
  onChange: (part: Partial<SamlSource>) => void
}

/** Metadata as a file or pasted, and what is read out of it. */
export function MetadataXml({ label, value, reading, findings, onChange }: MetadataXmlProps) {
  const { saml } = useValuesMessages()
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const take = async (file: File) => {
    try {
      const { decodeText } = await loadReaders()
      const bytes = new Uint8Array(await file.arrayBuffer())
      setUnreadable(null)
      onChange({ metadataXml: decodeText(bytes), chosenIdp: '' })
    } catch {
      setUnreadable(file.name)
    }
  }
  return (
    <>
      <FileDrop
        label={label}
        hint={saml.metadataFileHint}
        accept=".xml,text/xml,application/xml,application/samlmetadata+xml"
        onFiles={([file]) => {
          if (file) void take(file)
        }}
        error={unreadable === null ? undefined : saml.fileUnreadable(unreadable)}
      />
      <SourceField label={saml.metadataPaste} findings={findings}>
        {(control) => (
          <Textarea
            {...control}
            code
            value={value.metadataXml}
            onValueChange={(metadataXml) => onChange({ metadataXml })}
          />
        )}
      </SourceField>
      {value.metadataXml !== '' && (
        <div>
          <Button
            size="small"
            variant="ghost"
            onClick={() => onChange({ metadataXml: '', chosenIdp: '' })}
          >
            {saml.clearFile}
          </Button>
        </div>
      )}
      {reading.entityIds.length > 1 && (
        <RadioGroup
          legend={saml.read.chooseProvider}
          choices={reading.entityIds.map((entityId) => ({ value: entityId, title: entityId }))}
          value={value.chosenIdp || null}
          onValueChange={(chosenIdp) => onChange({ chosenIdp })}
        />
      )}
      {reading.metadata && (
        <section data-part="sso-read" aria-label={saml.read.title}>
          <p data-part="label">{saml.read.title}</p>
          <p data-part="hint">{saml.read.hint}</p>
          <Rows>
            <Row label={saml.read.entityId}>
              <code data-part="code">{reading.metadata.entityId}</code>
            </Row>
            <Row label={saml.read.ssoUrl}>
              <code data-part="code">{reading.metadata.ssoUrl}</code>
            </Row>
            <Row label={saml.read.certificates}>
              <CertificatesRead certificates={reading.certificates} />
            </Row>
            <Row label={saml.read.nameIds}>
              {reading.metadata.nameIdFormats
                .map((format) => format.split(':').at(-1))
                .join(', ') || saml.read.none}
            </Row>
          </Rows>
        </section>
      )}
    </>
  )
}
