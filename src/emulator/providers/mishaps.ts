import type { SamlForgery } from '../saml/forgeries.ts'
import { SAML_FORGERIES } from '../saml/forgeries.ts'

/** What an emulated SAML identity provider offers to do wrong, for whoever wants to see what becomes of it. */
export const SAML_MISHAPS: Readonly<Partial<Record<SamlForgery, string>>> = {
  'other-key': 'Signs with a key of another certificate',
  unsigned: 'Signs nothing',
  'wrong-audience': 'Names another audience (entity id)',
  'wrong-recipient': 'Names another ACS URL',
  'wrong-issuer': 'Names another issuer',
  'no-email': 'Sends no email address',
  expired: 'Sends an assertion that has expired',
  'not-yet-valid': 'Sends an assertion that is not valid yet',
  failed: 'Says that the person is not assigned to the app',
}

/** What an emulated OIDC provider offers to do wrong. */
export const OIDC_MISHAPS = {
  'wrong-issuer': 'Names another issuer',
  'wrong-audience': 'Makes the token for another client',
  'other-key': 'Signs with a key that it does not publish',
  expired: 'Sends a token that has expired',
  'no-email': 'Sends no email address',
  'unverified-email': 'Says that the email address is not verified',
} as const

export type OidcMishap = keyof typeof OIDC_MISHAPS

export function isSamlForgery(name: string | undefined): name is SamlForgery {
  return SAML_FORGERIES.some((forgery) => forgery === name)
}

export function isOidcMishap(name: string | undefined): name is OidcMishap {
  return name !== undefined && Object.hasOwn(OIDC_MISHAPS, name)
}
