/**
 * Something that was noticed in what somebody pasted. The words are in `ssoFindings`, under the code: what it is, and what to do.
 * `error`: it cannot work so, and is not sent. `warning`: it may be meant so. `info`: good to know.
 */
export interface Finding {
  severity: 'error' | 'warning' | 'info'
  code: FindingCode
  /** What the words name: an address, a name, a date (RFC 3339), a number of days. */
  data?: Readonly<Record<string, string | number>>
}

/** All that can be noticed. */
export type FindingCode = (typeof findingCodes)[number]

export const findingCodes = ['empty'] as const
