import type { Cases, Refusals } from './cases.ts'
import { idpCases } from './connectedApps.ts'
import { discoveryCases, impersonationCases } from './discovery.ts'
import { emailOtpCases, magicLinkCases } from './magicLinks.ts'
import { memberCases } from './members.ts'
import { recoveryCodeCases, smsOtpCases, totpCases } from './mfa.ts'
import { oauthCases } from './oauth.ts'
import { organizationCases } from './organization.ts'
import { organizationRefusals } from './organizationRefusals.ts'
import { passwordCases } from './passwords.ts'
import { scimCases } from './scim.ts'
import { selfCases } from './self.ts'
import { sessionCases } from './session.ts'
import { signInRefusals } from './signInRefusals.ts'
import { ssoCases } from './sso.ts'

/** How each method that asks the server is called, by its id. Held against the client, the emulator and the official client. */
export const cases: Cases = withRefusals(
  {
    ...organizationCases,
    ...memberCases,
    ...selfCases,
    ...magicLinkCases,
    ...emailOtpCases,
    ...smsOtpCases,
    ...totpCases,
    ...recoveryCodeCases,
    ...oauthCases,
    ...ssoCases,
    ...sessionCases,
    ...discoveryCases,
    ...passwordCases,
    ...impersonationCases,
    ...scimCases,
    ...idpCases,
  },
  organizationRefusals,
  signInRefusals,
)

function withRefusals(all: Cases, ...more: Refusals[]): Cases {
  const known = more.flatMap((refusals) => Object.keys(refusals))
  const unknown = known.find((id) => !(id in all))
  if (unknown !== undefined) throw new Error(`There is no case of ${unknown}.`)
  const refused = (id: string) =>
    Object.fromEntries(more.flatMap((refusals) => Object.entries(refusals[id] ?? {})))
  return Object.fromEntries(
    Object.entries(all).map(([id, method]) => [
      id,
      { ...method, refused: { ...method.refused, ...refused(id) } },
    ]),
  )
}
