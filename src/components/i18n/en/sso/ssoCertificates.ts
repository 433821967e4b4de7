import { plural } from '../../format.ts'

/** Texts of the certificates that the identity provider signs with, and of our keys. */
export const ssoCertificates = {
  title: 'Certificates of the identity provider',
  hint: 'Sign-ins are accepted only when they are signed with one of these.',
  none: 'No certificate yet. Nobody can sign in without one.',
  add: 'Add certificate',
  columns: {
    issuer: 'Issuer',
    validUntil: 'Valid until',
    fingerprint: 'SHA-256 fingerprint',
    firstSeen: 'Added',
    actions: 'Actions',
  },
  expired: 'Expired',
  notRead: 'Not available',
  view: 'View details',
  remove: 'Remove',
  removeExpired: (count: number) =>
    plural('en', count, {
      one: 'Remove the expired one',
      other: 'Remove the # expired ones',
    }),
  lastReason: 'It is the only one. Add the next one first.',
  added: (count: number) =>
    plural('en', count, { one: 'Certificate added', other: '# certificates added' }),
  removed: (count: number) =>
    plural('en', count, { one: 'Certificate removed', other: '# certificates removed' }),
  rotating: (count: number) =>
    plural('en', count, { one: '# certificate is valid', other: '# certificates are valid' }),
  rotatingHint: (connection: string) =>
    `Sign-ins signed with any of them work. Remove the old one after ${connection} has switched to the new one.`,
  rotation: {
    title: 'How to replace a certificate without interrupting sign-ins',
    steps: [
      'Have a new certificate made at the identity provider, without switching to it yet.',
      'Add it here. Both work now.',
      'Switch the identity provider over to the new one.',
      'Test a sign-in, then remove the old one here.',
    ],
  },
  adding: {
    title: 'Add a certificate',
    hint: 'Those that are there stay, so nothing is interrupted.',
    text: 'Certificate',
    textHint: 'PEM, or base64 without a header. Several at once if you like.',
    file: 'Certificate file',
    fileHint: '.pem, .crt, .cer or .der',
    fileUnreadable: (name: string) => `${name} could not be read.`,
    notChecked: 'It could not be checked',
    read: 'This was read',
    save: (count: number) =>
      plural('en', count, { one: 'Add certificate', other: 'Add # certificates' }),
    step: (subject: string) => `Add ${subject}`,
  },
  details: {
    title: 'Certificate',
    subject: 'Subject',
    issuer: 'Issuer',
    selfSigned: 'The same (self-signed)',
    validFrom: 'Valid from',
    validUntil: 'Valid until',
    key: 'Key',
    keys: { rsa: 'RSA', ec: 'Elliptic curve', other: 'Other' },
    keyOf: (kind: string, bits: number | null) =>
      bits === null ? kind : `${kind}, ${String(bits)} bits`,
    signature: 'Signed with',
    unknown: 'Unknown',
    serialNumber: 'Serial number',
    sha256: 'SHA-256 fingerprint',
    sha1: 'SHA-1 fingerprint',
    pem: 'PEM',
    download: 'Download',
  },
  removing: {
    title: (count: number) =>
      plural('en', count, { one: 'Remove the certificate?', other: 'Remove # certificates?' }),
    hint: (issuer: string) =>
      `Sign-ins that are signed with the certificate of ${issuer} fail from then on.`,
    expired: 'It has expired.',
    inUse: 'If the identity provider still signs with it, switch that over first.',
    onlyValid: 'It is the only one that is still valid.',
    confirm: 'Remove',
    keep: 'Keep',
    step: (issuer: string) => `Remove the certificate of ${issuer}`,
  },
  notice: {
    expired: 'The certificate of the identity provider has expired',
    expiredHint: 'Sign-ins may fail already. Add the certificate that it signs with now.',
    expiring: (when: string) => `The certificate of the identity provider expires ${when}`,
    expiringHint:
      'Have the next one made at the identity provider and add it here before that day. Both work side by side.',
    replaced: 'A newer one is there already: check that the identity provider signs with it.',
  },
  keys: {
    title: 'Keys of this service',
    hint: 'What requests to the identity provider are signed with, and what its encrypted answers are read with.',
    signing: 'Signing certificates',
    signingHint: 'For identity providers that verify requests.',
    signingNone: 'Requests are not signed.',
    copyWhat: (issuer: string) => `signing certificate of ${issuer}`,
    download: 'Download',
    downloadWhat: (issuer: string) => `Download signing certificate of ${issuer}`,
    replace: 'Replace signing key',
    encryption: 'Encryption keys',
    encryptionHint:
      'The identity provider has the public halves. Private keys are never shown again.',
    encryptionNone: 'None. Answers are accepted without encryption.',
    keyId: 'Key id',
    addedOn: 'added',
    addKey: 'Add key',
    removeKey: 'Remove',
    removeWhat: (id: string) => `Remove key ${id}`,
    privateKey: 'RSA private key',
    privateKeyHint: 'PEM (PKCS #1). It is sent once and not kept in this browser.',
    file: 'Key file',
    fileHint: '.pem or .key',
    bits: (bits: number) => `RSA key of ${String(bits)} bits.`,
    dialogs: {
      signing: {
        title: 'Replace the signing key',
        hint: 'Requests are signed with the new key from then on. An identity provider that verifies them needs the new certificate, which will stand first in the list.',
        save: 'Replace key',
        failed: 'The key was not replaced',
        done: 'Signing key replaced. Give the new certificate to the identity provider.',
      },
      encryption: {
        title: 'Add an encryption key',
        hint: 'Answers that are encrypted for it can be read. Those that are there stay.',
        save: 'Add key',
        failed: 'The key was not added',
        done: 'Encryption key added',
      },
    },
    removing: {
      title: 'Remove the encryption key?',
      hint: 'Answers that the identity provider encrypts for it can no longer be read, and those sign-ins fail. Give the identity provider another certificate first, or switch encryption off there.',
      confirm: 'Remove key',
      keep: 'Keep',
      failed: 'The key was not removed',
      done: 'Encryption key removed',
    },
  },
}
