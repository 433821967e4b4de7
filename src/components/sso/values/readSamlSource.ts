import type { SsoConnection } from '../connections.ts'
import { checkCertificates } from '../reading/checkCertificates.ts'
import { checkUrl } from '../reading/checkUrl.ts'
import type { Finding } from '../reading/finding.ts'
import { readCertificates, type ReadCertificate } from '../reading/readCertificates.ts'
import { readMetadata, type MetadataReading } from '../reading/readMetadata.ts'
import { NO_SAML_READING, type SamlReading } from './samlSource.ts'
import type { SamlSource } from './sourceValues.ts'

export interface SamlSourceContext {
  connection: SsoConnection
  /** The organization's connections; this one may be among them. */
  siblings: readonly SsoConnection[]
  /** The present in milliseconds. */
  now?: number
}

/** Reads what is typed, and says what is to be noticed in it. Nothing is fetched. */
export async function readSamlSource(
  source: SamlSource,
  { connection, siblings, now = Date.now() }: SamlSourceContext,
): Promise<SamlReading> {
  const connections = [connection, ...siblings]
  const told = { now, connection, siblings }
  const at = (field: keyof SamlSource, findings: readonly Finding[]) =>
    findings.map((finding) => ({ ...finding, field }))

  switch (source.mode) {
    case 'url':
      return {
        ...NO_SAML_READING,
        findings: at('metadataUrl', checkUrl(source.metadataUrl, 'metadata-url', { connections })),
      }
    case 'file': {
      const { reading, entityIds } = readXml(source, now)
      const { certificates, findings: unread } = await certificatesIn(
        reading.ok?.certificates.join('') ?? '',
      )
      return {
        metadata: reading.ok,
        entityIds,
        certificates,
        findings: at('metadataXml', [
          ...reading.findings,
          ...unread,
          ...(reading.ok ? checkUrl(reading.ok.ssoUrl, 'sso-url', { connections }) : []),
          ...mildly(checkCertificates(certificates, told), certificates, now),
        ]),
      }
    }
    case 'manual': {
      const { certificates, findings: unread } = await certificatesIn(source.certificate)
      const isStored =
        connection.protocol === 'saml' && connection.verification_certificates.length > 0
      const isMissing = source.certificate.trim() === '' && !isStored
      return {
        ...NO_SAML_READING,
        certificates,
        findings: [
          ...at(
            'ssoUrl',
            checkUrl(source.ssoUrl, 'sso-url', {
              connections,
              entityId: source.entityId,
            }),
          ),
          ...at('entityId', checkUrl(source.entityId, 'entity-id', { connections })),
          ...at('certificate', [
            ...(isMissing ? [{ severity: 'error' as const, code: 'empty' as const }] : []),
            ...unread,
            ...checkCertificates(certificates, told),
          ]),
        ],
      }
    }
  }
}

/**
 * What is to be noticed in what is typed; what is empty and must not be is among it, with the code `empty`.
 *
 * @example const findings = await checkSamlSource(source, { connection, siblings })
 */
export async function checkSamlSource(
  source: SamlSource,
  context: SamlSourceContext,
): Promise<SamlReading['findings']> {
  return (await readSamlSource(source, context)).findings
}

/** What is read out of what is typed, whatever is to be noticed in it. */
export async function readTyped(
  source: SamlSource,
): Promise<Pick<SamlReading, 'metadata' | 'certificates'>> {
  const metadata = source.mode === 'file' ? readXml(source, Date.now()).reading.ok : null
  const text = source.mode === 'file' ? (metadata?.certificates.join('') ?? '') : source.certificate
  return { metadata, certificates: (await certificatesIn(text)).certificates }
}

/** Metadata often still names what the provider signed with before: no harm, as long as another certificate is valid. */
function mildly(
  findings: readonly Finding[],
  certificates: readonly ReadCertificate[],
  now: number,
): Finding[] {
  const isOneValid = certificates.some(({ validUntil }) => Date.parse(validUntil) > now)
  return findings.map((finding) =>
    isOneValid && finding.code === 'certificate-expired'
      ? { ...finding, severity: 'warning' }
      : finding,
  )
}

/** The one that is chosen, where there are several. */
function readXml(
  { metadataXml, chosenIdp }: SamlSource,
  now: number,
): { reading: MetadataReading; entityIds: string[] } {
  const reading = readMetadata(metadataXml, { now })
  const entityIds = reading.ok ? [] : (reading.entityIds ?? [])
  if (!entityIds.includes(chosenIdp)) return { reading, entityIds }
  return { reading: readMetadata(metadataXml, { now, entityId: chosenIdp }), entityIds }
}

const certificatesIn = async (text: string) =>
  text.trim() === '' ? { certificates: [], findings: [] } : readCertificates(text)
