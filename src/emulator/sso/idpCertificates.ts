import type { EmulatorContext } from '../context.ts'
import { badRequest, notFound } from '../errors.ts'
import type { StoredIdpCertificate } from '../records/sso.ts'
import { IDP_CERTIFICATE, IDP_NEXT_SIGNING_KEY, IDP_SIGNING_KEY } from '../saml/developmentKeys.ts'
import { selfSigned } from '../saml/selfSigned.ts'
import { importRsaKey } from '../saml/signXml.ts'
import type { RsaPrivateJwk, XmlSigner } from '../saml/signXml.ts'
import { findRecord } from '../store.ts'

type World = Pick<EmulatorContext, 'data' | 'clock'>

const DAY = 24 * 60 * 60_000
const YEAR = 365
/** More than a connection can hold would be of no use. */
const MOST = 5

/** How long certificates still hold (less than none: they have ended), in days; the first one signs. */
export type CertificateDays = readonly [number, ...number[]]

/** Identity providers whose name ends so have other certificates than the usual one. */
const DAYS_BY_ENDING: ReadonlyMap<string, CertificateDays> = new Map<string, CertificateDays>([
  ['rotating', [20, 2 * YEAR]],
  ['expiring', [20]],
  ['expired', [-10]],
])

/**
 * What an emulated SAML identity provider publishes: the usual certificate, or what was made for it. One whose name
 * ends in `-rotating` has two, one in `-expiring` one that ends in 20 days, one in `-expired` one that has ended.
 */
export function idpCertificates(world: World, idp: string): readonly StoredIdpCertificate[] {
  const stored = findRecord(world.data.idp_certificates, idp)
  if (stored) return stored
  const days = DAYS_BY_ENDING.get(idp.replace(/^.*-/, ''))
  if (!days) return [USUAL]
  // From the first time on that somebody asks they are what they are.
  return (world.data.idp_certificates[idp] = makeCertificates(world, idp, days))
}

/** Certificates of the two development keys in turn, each valid for two years. */
export function makeCertificates(
  { clock }: Pick<EmulatorContext, 'clock'>,
  idp: string,
  days: CertificateDays,
): StoredIdpCertificate[] {
  return days.map((left, index) => {
    const to = new Date(clock.now() + left * DAY)
    const key = index % 2 === 0 ? IDP_SIGNING_KEY : IDP_NEXT_SIGNING_KEY
    return {
      ...certify(key, idp, { from: new Date(to.getTime() - 2 * YEAR * DAY), to }),
      certificate_id: `idp-certificate-test-${idp}-${String(index + 1)}`,
      signs: index === 0,
    }
  })
}

/** Publishes a new key beside those that there are; the one that signs goes on signing. */
export async function rotateIdpCertificate(context: EmulatorContext, idp: string): Promise<void> {
  const known = idpCertificates(context, idp)
  if (known.length >= MOST) {
    throw badRequest(`It publishes ${String(MOST)} certificates already. Remove one first.`)
  }
  const from = new Date(context.clock.now())
  const made: StoredIdpCertificate = {
    ...certify(await newKey(), idp, { from, to: new Date(from.getTime() + 2 * YEAR * DAY) }),
    certificate_id: context.newId('idp-certificate'),
    signs: false,
  }
  context.data.idp_certificates[idp] = [...known, made]
}

/** From now on answers are signed with this certificate's key. Throws 404 when there is no such one. */
export function signWithCertificate(
  context: EmulatorContext,
  idp: string,
  certificateId: string,
): void {
  const { certificate_id } = requireCertificate(context, idp, certificateId)
  context.data.idp_certificates[idp] = idpCertificates(context, idp).map((certificate) => ({
    ...certificate,
    signs: certificate.certificate_id === certificate_id,
  }))
}

/** Takes a certificate out of what is published. Throws when there is no such one, and for the one that signs. */
export function removeIdpCertificate(
  context: EmulatorContext,
  idp: string,
  certificateId: string,
): void {
  const { certificate_id, signs } = requireCertificate(context, idp, certificateId)
  if (signs) throw badRequest('Answers are signed with it. Sign with another one first.')
  context.data.idp_certificates[idp] = idpCertificates(context, idp).filter(
    (certificate) => certificate.certificate_id !== certificate_id,
  )
}

/** What the identity provider signs with. */
export async function idpSigner(world: World, idp: string): Promise<XmlSigner> {
  const certificates = idpCertificates(world, idp)
  const { private_key, certificate } = certificates.find(({ signs }) => signs) ?? USUAL
  return { key: await importRsaKey(private_key), certificate }
}

function requireCertificate(context: EmulatorContext, idp: string, certificateId: string) {
  const certificate = idpCertificates(context, idp).find(
    ({ certificate_id }) => certificate_id === certificateId,
  )
  if (certificate) return certificate
  throw notFound('certificate_not_found', `${idp} publishes no certificate ${certificateId}.`)
}

function certify(private_key: RsaPrivateJwk, idp: string, validity: { from: Date; to: Date }) {
  return { ...selfSigned(private_key, { commonName: `Emulated ${idp}`, ...validity }), private_key }
}

async function newKey(): Promise<RsaPrivateJwk> {
  const { privateKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  )
  const { n = '', e = '', d = '', ...jwk } = await crypto.subtle.exportKey('jwk', privateKey)
  const { p = '', q = '', dp = '', dq = '', qi = '' } = jwk
  return { kty: 'RSA', n, e, d, p, q, dp, dq, qi }
}

/** As public and as lasting as its key. */
const USUAL: StoredIdpCertificate = {
  certificate_id: 'idp-certificate-test-usual',
  certificate: IDP_CERTIFICATE,
  issuer: 'O=orgportal, CN=Emulated identity provider',
  created_at: '2020-01-01T00:00:00.000Z',
  expires_at: '2049-12-31T00:00:00.000Z',
  private_key: IDP_SIGNING_KEY,
  signs: true,
}
