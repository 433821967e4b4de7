import { useEffect, useState } from 'react'
import { useSsoOidcUpdateConnection } from '../../../hooks/sso.ts'
import type { SaveStep } from '../../portal/useSaveSteps.ts'
import type { OidcSsoConnection } from '../connections.ts'
import { oidcSourceChanges } from './oidcSource.ts'
import type { OidcSource } from './sourceValues.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface OidcSave {
  /** The request that it takes, for `useSaveSteps`; none when the connection has all of it. `base` as for SAML. */
  steps: (source: OidcSource, base?: OidcSsoConnection) => SaveStep[]
  /** What the service said of the issuer when it was saved last; empty where nothing. */
  warning: string
}

/**
 * Saves what an OIDC identity provider told, in one request. The secret is let go of as soon as it is stored.
 *
 * @rbac stytch.sso update
 */
export function useOidcSave(
  connection: OidcSsoConnection,
  { issuerTemplate }: { issuerTemplate?: string | undefined } = {},
): OidcSave {
  const { steps: words } = useValuesMessages()
  const { mutateAsync, reset } = useSsoOidcUpdateConnection()
  const [warning, setWarning] = useState('')
  // A failed one, with the secret in what it was asked, goes with the form.
  useEffect(() => reset, [reset])
  return {
    warning,
    steps: (source, base) => {
      let input = oidcSourceChanges(connection, source, {
        ...(base && { base }),
        ...(issuerTemplate !== undefined && { issuerTemplate }),
      })
      if (input === null) return []
      return [
        {
          id: 'source',
          label: words.values,
          send: async () => {
            if (input === null) return
            const answer = await mutateAsync(input)
            // Neither the step, which is kept as long as its outcome is shown, nor the write keeps the secret.
            input = null
            reset()
            setWarning(answer.warning ?? '')
          },
        },
      ]
    },
  }
}
