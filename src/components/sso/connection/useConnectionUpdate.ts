import type { SsoIdentityProvider } from '../../../client/sso.ts'
import {
  useSsoExternalUpdateConnection,
  useSsoOidcUpdateConnection,
  useSsoSamlUpdateConnection,
} from '../../../hooks/sso.ts'
import type { SsoConnection } from '../connections.ts'

/** What connections of every kind have; an external one has no identity provider of its own. */
export interface ConnectionChange {
  display_name?: string
  identity_provider?: SsoIdentityProvider
}

export interface ConnectionUpdate {
  send: (change: ConnectionChange, options: { onSuccess: () => void }) => void
  saving: boolean
  saved: boolean
  error: Error | null
  reset: () => void
}

/**
 * Changes what connections of every kind have, by the request of this one's kind.
 *
 * @rbac stytch.sso update
 */
export function useConnectionUpdate({ protocol, connection_id }: SsoConnection): ConnectionUpdate {
  const saml = useSsoSamlUpdateConnection()
  const oidc = useSsoOidcUpdateConnection()
  const external = useSsoExternalUpdateConnection()
  const { isPending, isSuccess, error, reset } = { saml, oidc, external }[protocol]
  return {
    send: (change, options) => {
      const { identity_provider: _none, ...named } = change
      if (protocol === 'saml') saml.mutate({ connection_id, ...change }, options)
      else if (protocol === 'oidc') oidc.mutate({ connection_id, ...change }, options)
      else external.mutate({ connection_id, ...named }, options)
    },
    saving: isPending,
    saved: isSuccess,
    error,
    reset,
  }
}
