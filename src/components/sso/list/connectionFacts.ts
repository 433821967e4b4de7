import type { SsoConnection } from '../connections.ts'

/** How many roles follow from a sign-in through the connection; null where none can (OIDC). */
export function mappedRoles(
  connection: SsoConnection,
): { byConnection: number; byGroup: number } | null {
  switch (connection.protocol) {
    case 'saml':
      return {
        byConnection: connection.saml_connection_implicit_role_assignments.length,
        byGroup: connection.saml_group_implicit_role_assignments.length,
      }
    case 'external':
      return {
        byConnection: connection.external_connection_implicit_role_assignments.length,
        byGroup: connection.external_group_implicit_role_assignments.length,
      }
    case 'oidc':
      return null
  }
}

/** The connections that have all words of `text` in their name, provider or protocol; all of them for none. */
export function findConnections(
  connections: readonly SsoConnection[],
  text: string,
  kindOf: (connection: SsoConnection) => string,
): readonly SsoConnection[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return connections
  return connections.filter((connection) => {
    const searched = `${connection.display_name} ${kindOf(connection)}`.toLocaleLowerCase()
    return words.every((word) => searched.includes(word))
  })
}
