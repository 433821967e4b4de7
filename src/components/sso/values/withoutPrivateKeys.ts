/** The text less the private keys in it, which are nobody's to keep. The same text where there is none. */
export function withoutPrivateKeys(text: string): string {
  return text.replaceAll(
    /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----\s*|$)/g,
    '',
  )
}
