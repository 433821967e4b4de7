'use client'
import { useState } from 'react'
import type { GuideWords } from '../../i18n/en/sso/guides/GuideWords.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { Finding } from '../reading/finding.ts'
import { CertificatesRead } from './CertificatesRead.tsx'
import { loadReaders } from './loadReaders.ts'
import type { SamlReading } from './samlSource.ts'
import { SourceField } from './SourceField.tsx'
import type { SamlSource } from './sourceValues.ts'
import { useValuesMessages } from './useValuesMessages.ts'
import { withoutPrivateKeys } from './withoutPrivateKeys.ts'

export interface ManualSourceProps {
  value: SamlSource
  reading: SamlReading
  fieldNames: GuideWords['fields']
  /** How many certificates the connection has. */
  stored: number
  findingsOf: (field: keyof SamlSource) => readonly Finding[]
  onChange: (part: Partial<SamlSource>) => void
}

const PRIVATE_KEY: Finding = { severity: 'error', code: 'certificate-private-key' }

/** Sign-on URL, entity id and certificate, one by one. */
export function ManualSource(props: ManualSourceProps) {
  const { value, reading, fieldNames, stored, findingsOf, onChange } = props
  const { saml } = useValuesMessages()
  const [fileFindings, setFileFindings] = useState<readonly Finding[]>([])
  const [unreadable, setUnreadable] = useState<string | null>(null)

  const setCertificate = (text: string) => {
    const certificate = withoutPrivateKeys(text)
    setFileFindings(certificate === text ? [] : [PRIVATE_KEY])
    onChange({ certificate })
  }
  const take = async (file: File) => {
    try {
      const { readCertificates } = await loadReaders()
      const { certificates, findings } = await readCertificates(
        new Uint8Array(await file.arrayBuffer()),
      )
      setUnreadable(null)
      setFileFindings(findings)
      if (certificates.length > 0) {
        onChange({ certificate: certificates.map(({ pem }) => pem).join('') })
      }
    } catch {
      setUnreadable(file.name)
    }
  }
  return (
    <>
      <SourceField
        label={fieldNames.ssoUrl ?? saml.ssoUrl}
        hint={saml.ssoUrlHint}
        findings={findingsOf('ssoUrl')}
        onFix={(ssoUrl) => onChange({ ssoUrl })}
      >
        {(control) => (
          <TextInput
            {...control}
            code
            inputMode="url"
            value={value.ssoUrl}
            onValueChange={(ssoUrl) => onChange({ ssoUrl })}
          />
        )}
      </SourceField>
      <SourceField
        label={fieldNames.entityId ?? saml.entityId}
        hint={saml.entityIdHint}
        findings={findingsOf('entityId')}
        onFix={(entityId) => onChange({ entityId })}
      >
        {(control) => (
          <TextInput
            {...control}
            code
            value={value.entityId}
            onValueChange={(entityId) => onChange({ entityId })}
          />
        )}
      </SourceField>
      <SourceField
        label={fieldNames.certificate ?? saml.certificate}
        hint={stored > 0 ? saml.certificateStored(stored) : saml.certificateHint}
        optional={stored > 0}
        findings={[...fileFindings, ...findingsOf('certificate')]}
      >
        {(control) => (
          <Textarea {...control} code value={value.certificate} onValueChange={setCertificate} />
        )}
      </SourceField>
      {reading.certificates.length > 0 && (
        <section data-part="sso-read" aria-label={saml.read.title}>
          <p data-part="label">{saml.read.title}</p>
          <CertificatesRead certificates={reading.certificates} />
        </section>
      )}
      <FileDrop
        label={saml.certificateFile}
        hint={saml.certificateFileHint}
        accept=".pem,.crt,.cer,.der,.cert,.txt"
        onFiles={([file]) => {
          if (file) void take(file)
        }}
        error={unreadable === null ? undefined : saml.fileUnreadable(unreadable)}
      />
    </>
  )
}
