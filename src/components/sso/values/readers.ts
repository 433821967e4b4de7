import { checkCertificates, isSameCertificate } from '../reading/checkCertificates.ts'
import { decodeText } from '../reading/decodeText.ts'
import { discoverIssuer } from '../reading/discoverIssuer.ts'
import { readCertificates } from '../reading/readCertificates.ts'
import { checkOidcSource } from './checkOidcSource.ts'
import { checkSamlSource, readSamlSource, readTyped } from './readSamlSource.ts'

/** All that reads what is pasted. Every form needs most of it, and each in a chunk of its own would weigh more than together. */
export const readers = {
  checkCertificates,
  checkOidcSource,
  checkSamlSource,
  decodeText,
  discoverIssuer,
  isSameCertificate,
  readCertificates,
  readSamlSource,
  readTyped,
}
