import { badRequest } from './errors.ts'

/** Throws unless it is a domain, and one of somebody's own. The error types differ between the settings. */
export function checkDomain(domain: string, errorTypes: { invalid: string; common: string }): void {
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
  if (!new RegExp(`^${label}(?:\\.${label})+$`).test(domain)) {
    throw badRequest(`${domain} is not a domain.`, errorTypes.invalid)
  }
  if (PUBLIC_DOMAINS.includes(domain)) {
    throw badRequest(`${domain} is a public mail provider: anybody could join.`, errorTypes.common)
  }
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
