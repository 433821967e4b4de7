import { useSsoSamlUpdateConnection, useSsoSamlUpdateConnectionByURL } from '../../../hooks/sso.ts'
import type { SaveStep } from '../../portal/useSaveSteps.ts'
import type { SamlSsoConnection } from '../connections.ts'
import { samlSourceChanges } from './samlSource.ts'
import type { SamlSource } from './sourceValues.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface SamlSave {
  /**
   * The requests that it takes, for `useSaveSteps`; none when the connection has all of it. `base`: the connection that the
   * form began with, where that is another than now. Reads XML and certificates, and rejects when the readers cannot be loaded.
   */
  steps: (source: SamlSource, base?: SamlSsoConnection) => Promise<SaveStep[]>
}

/**
 * Saves what a SAML identity provider told: by its address in one request; else entity id, address and first certificate in
 * one, and each further certificate in one more.
 *
 * @rbac stytch.sso update
 */
export function useSamlSave(connection: SamlSsoConnection): SamlSave {
  const { steps: words } = useValuesMessages()
  const { mutateAsync: update } = useSsoSamlUpdateConnection()
  const { mutateAsync: updateByUrl } = useSsoSamlUpdateConnectionByURL()
  return {
    steps: async (source, base) => {
      const changes = await samlSourceChanges(connection, source, base)
      if (changes === null) return []
      if (changes.type === 'url') {
        const { input } = changes
        return [{ id: 'source', label: words.metadataUrl, send: () => updateByUrl(input) }]
      }
      const { inputs } = changes
      return inputs.map((input, index) => ({
        id: index === 0 ? 'source' : `certificate-${index}`,
        label: index === 0 ? words.values : words.certificate(index + 1, inputs.length),
        send: () => update(input),
      }))
    },
  }
}
