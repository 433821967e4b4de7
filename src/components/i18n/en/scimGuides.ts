import { cyberark } from './scimGuides/cyberark.ts'
import { generic } from './scimGuides/generic.ts'
import { jumpcloud } from './scimGuides/jumpcloud.ts'
import { microsoftEntra } from './scimGuides/microsoftEntra.ts'
import { okta } from './scimGuides/okta.ts'
import { onelogin } from './scimGuides/onelogin.ts'
import { pingfederate } from './scimGuides/pingfederate.ts'
import { rippling } from './scimGuides/rippling.ts'

/** The words of the set-up guides, loaded together with them. */
export const scimGuides = {
  guides: {
    okta,
    'microsoft-entra': microsoftEntra,
    cyberark,
    jumpcloud,
    onelogin,
    pingfederate,
    rippling,
    generic,
  },
  checkedAt: (console: string, month: string) =>
    `Steps for ${console} as of ${month}. Labels there may have changed since.`,
}
