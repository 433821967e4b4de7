import type {
  SamlUpdateConnectionByUrlInput,
  SamlUpdateConnectionInput,
} from '../../../client/ssoSaml.ts'
import type { SamlSsoConnection } from '../connections.ts'
import type { SsoGuide } from '../guides/SsoGuide.ts'
import type { Finding } from '../reading/finding.ts'
import type { SamlMetadata } from '../reading/readMetadata.ts'
import type { ReadCertificate } from '../reading/readCertificates.ts'
import { loadReaders } from './loadReaders.ts'
import { NO_SAML_SOURCE, type SamlSource } from './sourceValues.ts'

/** What was read out of what is typed, in the way that is chosen. */
export interface SamlReading {
  findings: (Finding & { field: keyof SamlSource })[]
  /** Of the XML; null where it cannot be used, or none is there. */
  metadata: SamlMetadata | null
  /** Of the XML, where it describes several identity providers. */
  entityIds: string[]
  /** Of the XML, or of what is typed by hand. */
  certificates: ReadCertificate[]
}

export const NO_SAML_READING: SamlReading = {
  findings: [],
  metadata: null,
  entityIds: [],
  certificates: [],
}

type SamlWay = SamlSource['mode']

const WAYS: readonly SamlWay[] = ['url', 'file', 'manual']

/** The ways that the provider has, the best first; one that is chosen already is among them. */
export function samlWays(source: SsoGuide['source'], chosen: SamlWay): readonly SamlWay[] {
  const ways = source ?? WAYS
  return ways.includes(chosen) ? ways : [...ways, chosen]
}

/** What is stored, as it is typed. The address of the metadata is not stored, and the certificates have a card of their own. */
export function samlSourceOf(
  connection: SamlSsoConnection,
  source?: SsoGuide['source'],
): SamlSource {
  const { idp_entity_id, idp_sso_url } = connection
  const isTold = idp_entity_id !== '' || idp_sso_url !== ''
  return {
    ...NO_SAML_SOURCE,
    mode: isTold ? 'manual' : (source?.[0] ?? 'url'),
    entityId: idp_entity_id,
    ssoUrl: idp_sso_url,
  }
}

/** Whether there is something to save, as far as can be told without reading it. */
export function samlSourceDiffers(
  connection: SamlSsoConnection,
  source: SamlSource,
  base: SamlSsoConnection = connection,
): boolean {
  switch (source.mode) {
    case 'url':
      return source.metadataUrl.trim() !== ''
    case 'file':
      return source.metadataXml.trim() !== ''
    case 'manual':
      return source.certificate.trim() !== '' || toldChanges(connection, source, base) !== null
  }
}

/** One request by the address, or one or several with what was read: the first certificate goes along with the rest. */
export type SamlSourceChanges =
  | { type: 'url'; input: SamlUpdateConnectionByUrlInput }
  | { type: 'values'; inputs: SamlUpdateConnectionInput[] }

/**
 * What has to be sent so that the connection has what is typed; null when it has it, or nothing is there that could be
 * sent. Only what was changed from `base` (the connection that the form began with) and is not stored already. Reads XML and
 * certificates with the readers, which are loaded for it.
 *
 * @throws what loading them throws.
 */
export async function samlSourceChanges(
  connection: SamlSsoConnection,
  source: SamlSource,
  base: SamlSsoConnection = connection,
): Promise<SamlSourceChanges | null> {
  const { connection_id } = connection
  if (source.mode === 'url') {
    const metadata_url = source.metadataUrl.trim()
    return metadata_url === '' ? null : { type: 'url', input: { connection_id, metadata_url } }
  }
  const { readTyped, isSameCertificate } = await loadReaders()
  const { metadata, certificates } = await readTyped(source)
  if (source.mode === 'file' && !metadata) return null
  const told = metadata ?? source
  const added = certificates
    .map(({ pem }) => pem)
    .filter((pem) =>
      connection.verification_certificates.every(
        ({ certificate }) => !isSameCertificate(certificate, pem),
      ),
    )
  const [first, ...further] = added
  const changes = toldChanges(connection, told, base)
  if (changes === null && first === undefined) return null
  const inputs: SamlUpdateConnectionInput[] = [
    { connection_id, ...changes, ...(first !== undefined && { x509_certificate: first }) },
    ...further.map((x509_certificate) => ({ connection_id, x509_certificate })),
  ]
  return { type: 'values', inputs }
}

/** Whether those who sign in by the connection now may be affected: certificates are only added. */
export function breaksSaml(
  connection: SamlSsoConnection,
  source: SamlSource,
  metadata: SamlMetadata | null,
): boolean {
  if (connection.status !== 'active') return false
  switch (source.mode) {
    case 'url':
      return source.metadataUrl.trim() !== ''
    case 'file':
      // As long as it is not read, it may say anything.
      return metadata === null
        ? source.metadataXml.trim() !== ''
        : toldChanges(connection, metadata) !== null
    case 'manual':
      return toldChanges(connection, source) !== null
  }
}

/** The service takes nothing back that it was told once, so an emptied field counts as left alone. */
function toldChanges(
  connection: SamlSsoConnection,
  told: Pick<SamlSource, 'entityId' | 'ssoUrl'>,
  base: SamlSsoConnection = connection,
): Pick<SamlUpdateConnectionInput, 'idp_entity_id' | 'idp_sso_url'> | null {
  const [entityId, ssoUrl] = [told.entityId.trim(), told.ssoUrl.trim()]
  const changes: Pick<SamlUpdateConnectionInput, 'idp_entity_id' | 'idp_sso_url'> = {}
  if (entityId !== '' && entityId !== base.idp_entity_id && entityId !== connection.idp_entity_id) {
    changes.idp_entity_id = entityId
  }
  if (ssoUrl !== '' && ssoUrl !== base.idp_sso_url && ssoUrl !== connection.idp_sso_url) {
    changes.idp_sso_url = ssoUrl
  }
  return Object.keys(changes).length === 0 ? null : changes
}
