import type { KnownIdentityProvider } from '../identityProviders.ts'
import { cyberark } from './cyberark.ts'
import { generic } from './generic.ts'
import { jumpcloud } from './jumpcloud.ts'
import { microsoftEntra } from './microsoftEntra.ts'
import { okta } from './okta.ts'
import { onelogin } from './onelogin.ts'
import { pingfederate } from './pingfederate.ts'
import { rippling } from './rippling.ts'
import type { SetupGuide } from './SetupGuide.ts'

const guides: Record<KnownIdentityProvider, SetupGuide> = {
  okta,
  'microsoft-entra': microsoftEntra,
  cyberark,
  jumpcloud,
  onelogin,
  pingfederate,
  rippling,
  generic,
}

/** The guide of an identity provider. */
export function guideFor(provider: KnownIdentityProvider): SetupGuide {
  return guides[provider]
}
