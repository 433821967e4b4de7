/** What is wrong with the two ids of another organization's connection. */
export interface ExternalProblems {
  organization: OrganizationProblem | null
  connection: ConnectionProblem | null
}

export type OrganizationProblem =
  'organization-empty' | 'organization-is-connection' | 'organization-shape' | 'organization-own'

export type ConnectionProblem =
  | 'connection-empty'
  | 'connection-is-organization'
  | 'connection-shape'
  | 'connection-is-external'
  | 'connection-is-scim'
  | 'connection-known'
  | 'connection-not-found'
  | 'connection-not-active'

export interface ExternalIds {
  organizationId: string
  connectionId: string
}

interface Known {
  /** The viewer's own organization. */
  organizationId: string | undefined
  /** Ids of the other organizations' connections that it uses already. */
  externalIds: readonly string[]
}

/** Checks both ids by what they begin with, as they are typed. */
export function checkExternal(ids: ExternalIds, known: Known): ExternalProblems {
  const { organizationId, connectionId } = trimmedIds(ids)
  return {
    organization: organizationProblem(organizationId, known),
    connection: connectionProblem(connectionId, known),
  }
}

/** As they are sent: what is pasted often has a space with it. */
export const trimmedIds = ({ organizationId, connectionId }: ExternalIds): ExternalIds => ({
  organizationId: organizationId.trim(),
  connectionId: connectionId.trim(),
})

/** Each stands in the other's field. */
export const isSwapped = ({ organization, connection }: ExternalProblems): boolean =>
  organization === 'organization-is-connection' && connection === 'connection-is-organization'

/** The field that an answer of the API is about, and what it says of it; null where it is about neither. */
export function refusedExternal(errorType: string): Partial<ExternalProblems> | null {
  switch (errorType) {
    case 'external_organization_id_same_as_organization_id':
      return { organization: 'organization-own' }
    case 'external_connection_id_not_found':
      return { connection: 'connection-not-found' }
    case 'external_connection_not_active':
      return { connection: 'connection-not-active' }
    case 'duplicate_external_sso_connection':
      return { connection: 'connection-known' }
    default:
      return null
  }
}

function organizationProblem(id: string, known: Known): OrganizationProblem | null {
  if (id === '') return 'organization-empty'
  if (id === known.organizationId) return 'organization-own'
  if (/^(saml|oidc|external|scim)-connection-/.test(id)) return 'organization-is-connection'
  return id.startsWith('organization-') ? null : 'organization-shape'
}

function connectionProblem(id: string, known: Known): ConnectionProblem | null {
  if (id === '') return 'connection-empty'
  if (id.startsWith('organization-')) return 'connection-is-organization'
  if (id.startsWith('external-connection-')) return 'connection-is-external'
  if (id.startsWith('scim-connection-')) return 'connection-is-scim'
  if (!/^(saml|oidc)-connection-/.test(id)) return 'connection-shape'
  return known.externalIds.includes(id) ? 'connection-known' : null
}

/** What is shown of it: what is not filled in yet is no problem before it is asked for. */
export function shownProblems(problems: ExternalProblems, asked: boolean): ExternalProblems {
  const { organization, connection } = problems
  return {
    organization: organization === 'organization-empty' && !asked ? null : organization,
    connection: connection === 'connection-empty' && !asked ? null : connection,
  }
}
