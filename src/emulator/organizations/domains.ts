import { badRequest } from '../errors.ts'

/** Throws unless it is a domain, and one of somebody's own. The error types differ between the settings. */
export function checkDomain(
  domain: string,
  errorTypes: { invalid: string; common: string; disposable?: string },
): void {
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
  if (!new RegExp(`^${label}(?:\\.${label})+$`).test(domain)) {
    throw badRequest(`${domain} is not a domain.`, errorTypes.invalid)
  }
  if (isPublicDomain(domain)) {
    throw badRequest(`${domain} is a public mail provider: anybody could join.`, errorTypes.common)
  }
  if (DISPOSABLE_DOMAINS.includes(domain)) {
    throw badRequest(
      `${domain} gives addresses away for some minutes: anybody could join.`,
      errorTypes.disposable ?? errorTypes.common,
    )
  }
}

/** Whether anybody can have an address there. */
export function isPublicDomain(domain: string): boolean {
  return PUBLIC_DOMAINS.includes(domain)
}

/** Domains at which anybody can have an address, so that they say nothing about who belongs. */
const PUBLIC_DOMAINS = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'icloud.com',
  'me.com',
  'aol.com',
  'proton.me',
  'protonmail.com',
  'gmx.com',
  'gmx.de',
]

/** Some of those who lend addresses for the length of a sign-up. */
const DISPOSABLE_DOMAINS = [
  '10minutemail.com',
  'guerrillamail.com',
  'mailinator.com',
  'temp-mail.org',
  'trashmail.com',
  'yopmail.com',
]
