import { useSsoOidcUpdateConnection, useSsoSamlUpdateConnection } from '../../../hooks/sso.ts'
import type { SaveStep } from '../../portal/useSaveSteps.ts'
import type { OidcSsoConnection, SamlSsoConnection } from '../connections.ts'
import { mappingChanges } from './mapping.ts'
import type { MappingRow } from './sourceValues.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface MappingSave {
  /**
   * The request that it takes, for `useSaveSteps`; none when the connection has the mapping. `base`: the mapping that the
   * form began with: what somebody else changed since stays.
   */
  steps: (rows: readonly MappingRow[], base?: Readonly<Record<string, string>>) => SaveStep[]
}

/**
 * Saves the attribute mapping, as a whole and without what is empty.
 *
 * @rbac stytch.sso update
 */
export function useMappingSave(connection: SamlSsoConnection | OidcSsoConnection): MappingSave {
  const { steps: words } = useValuesMessages()
  const { mutateAsync: updateSaml } = useSsoSamlUpdateConnection()
  const { mutateAsync: updateOidc } = useSsoOidcUpdateConnection()
  return {
    steps: (rows, base) => {
      const input = mappingChanges(connection, rows, base)
      if (input === null) return []
      const send = () => (connection.protocol === 'saml' ? updateSaml(input) : updateOidc(input))
      return [{ id: 'mapping', label: words.mapping, send }]
    },
  }
}
