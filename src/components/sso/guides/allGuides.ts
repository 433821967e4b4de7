import type { SsoProvider } from '../providers.ts'
import { adfs } from './adfs.ts'
import { auth0 } from './auth0.ts'
import { custom } from './custom.ts'
import { cyberark } from './cyberark.ts'
import { duo } from './duo.ts'
import { googleWorkspace } from './googleWorkspace.ts'
import { jumpcloud } from './jumpcloud.ts'
import { keycloak } from './keycloak.ts'
import { microsoftEntra } from './microsoftEntra.ts'
import { okta } from './okta.ts'
import { onelogin } from './onelogin.ts'
import { pingfederate } from './pingfederate.ts'
import { pingone } from './pingone.ts'
import type { ProviderGuides } from './ProviderGuides.ts'
import { rippling } from './rippling.ts'

/** All guides in one chunk: they say much the same, so together they are two thirds of what they would be one by one. */
export const allGuides: Record<SsoProvider, ProviderGuides> = {
  okta,
  'microsoft-entra': microsoftEntra,
  'google-workspace': googleWorkspace,
  adfs,
  pingone,
  pingfederate,
  onelogin,
  jumpcloud,
  cyberark,
  rippling,
  keycloak,
  auth0,
  duo,
  custom,
}
