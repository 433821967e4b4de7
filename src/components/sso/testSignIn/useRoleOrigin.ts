import type { RoleSource } from '../../../client/types.ts'
import { formatList } from '../../i18n/format.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import type { SsoConnection } from '../connections.ts'
import type { TestRole } from './testOutcome.ts'
import { useSsoTestMessages } from './useSsoTestMessages.ts'

/** Says by what a role came to whom the test signed in: "by the group Robotics and given directly". */
export function useRoleOrigin({ connection_id }: SsoConnection): (role: TestRole) => string {
  const { sources: words } = useSsoTestMessages()
  const locale = useLocale()
  const originOf = (source: RoleSource): string[] => {
    switch (source.type) {
      case 'direct_assignment':
        return [words.direct]
      case 'email_assignment':
        return [words.email(source.details.email_domain)]
      case 'sso_connection':
        return [
          source.details.connection_id === connection_id
            ? words.thisConnection
            : words.otherConnection,
        ]
      case 'sso_connection_group':
        return [
          source.details.connection_id === connection_id
            ? words.thisGroup(source.details.group)
            : words.otherConnection,
        ]
      case 'scim_connection_group':
        return [words.directory]
      default:
        // One that the API has learned meanwhile.
        return []
    }
  }
  return ({ sources }) => formatList(locale, [...new Set(sources.flatMap(originOf))])
}
