'use client'
import { useEffect } from 'react'
import type { GuideWords } from '../../i18n/en/sso/guides/GuideWords.ts'
import { Callout } from '../../ui/Callout.tsx'
import { Button } from '../../ui/Button.tsx'
import { ChoiceCards } from '../../ui/ChoiceCards.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import type { SamlSsoConnection, SsoConnection } from '../connections.ts'
import type { SsoGuide } from '../guides/SsoGuide.ts'
import { ManualSource } from './ManualSource.tsx'
import { MetadataXml } from './MetadataXml.tsx'
import { samlWays, type SamlReading } from './samlSource.ts'
import { SourceField } from './SourceField.tsx'
import type { SamlSource } from './sourceValues.ts'
import { useSamlReading } from './useSamlReading.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface SamlSourceFormProps {
  value: SamlSource
  onChange: (value: SamlSource) => void
  /** How the provider's console calls the fields; our own words where it is silent. */
  fieldNames?: GuideWords['fields'] | undefined
  /** How the provider hands over, the best first. @default url, file, manual */
  source?: SsoGuide['source']
  connection: SamlSsoConnection
  /** The organization's connections, to notice what another one has already. */
  siblings: readonly SsoConnection[]
  /** Says what is empty and must not be: after somebody tried to go on. */
  showEmpty?: boolean | undefined
  /** Told what was read, whenever that changes. */
  onReading?: ((reading: SamlReading) => void) | undefined
}

/**
 * What a SAML identity provider tells: by the address of its metadata, by the XML, or by hand. What is typed in one way
 * stays when another is chosen.
 */
export function SamlSourceForm(props: SamlSourceFormProps) {
  const { value, onChange, fieldNames = {}, source, connection, siblings, onReading } = props
  const messages = useValuesMessages()
  const ui = useUiMessages()
  const { saml } = messages
  const { reading, events, isFailed, retry } = useSamlReading(value, { connection, siblings })
  useEffect(() => onReading?.(reading), [onReading, reading])
  const change = (part: Partial<SamlSource>) => onChange({ ...value, ...part })
  const findingsOf = (field: keyof SamlSource) =>
    reading.findings.filter(
      (one) => one.field === field && (props.showEmpty === true || one.code !== 'empty'),
    )
  const ways = samlWays(source, value.mode)
  return (
    <div data-part="sso-source" role="presentation" {...events}>
      {ways.length > 1 && (
        <ChoiceCards
          legend={saml.way}
          choices={ways.map((way) => ({
            value: way,
            title: saml.ways[way].title,
            description: saml.ways[way].hint,
          }))}
          value={value.mode}
          onValueChange={(mode) => change({ mode })}
        />
      )}
      {value.mode === 'url' && (
        <SourceField
          label={fieldNames.metadataUrl ?? saml.metadataUrl}
          hint={saml.metadataUrlHint}
          findings={findingsOf('metadataUrl')}
          onFix={(metadataUrl) => change({ metadataUrl })}
        >
          {(control) => (
            <TextInput
              {...control}
              code
              inputMode="url"
              value={value.metadataUrl}
              onValueChange={(metadataUrl) => change({ metadataUrl })}
            />
          )}
        </SourceField>
      )}
      {value.mode === 'file' && (
        <MetadataXml
          label={fieldNames.metadataFile ?? saml.metadataFile}
          value={value}
          reading={reading}
          findings={findingsOf('metadataXml')}
          onChange={change}
        />
      )}
      {value.mode === 'manual' && (
        <ManualSource
          value={value}
          reading={reading}
          fieldNames={fieldNames}
          stored={connection.verification_certificates.length}
          findingsOf={findingsOf}
          onChange={change}
        />
      )}
      {isFailed && (
        <Callout
          tone="warning"
          announce="status"
          title={messages.notLoaded}
          actions={
            <Button size="small" onClick={retry}>
              {ui.retry}
            </Button>
          }
        >
          {messages.notLoadedHint}
        </Callout>
      )}
    </div>
  )
}
