import type { RoleDirectory } from '../../portal/useRoleDisplay.ts'
import { EVERY_MEMBERS_ROLE } from '../../portal/useRoles.ts'

export interface FoundRoles {
  /** Ids, each once; what is called by no role stays as it was written. */
  ids: string[]
  /** What is called by no role. */
  unknown: string[]
}

/** Reads the roles of a cell. */
export type FindRoles = (text: string) => FoundRoles

/**
 * Reads roles as people write them: by id or by the name that is shown, in any letter case, with `;`, `|` or `,` between
 * them.
 *
 * @example createRoleFinder(roles)('Engineer; auditor').ids
 */
export function createRoleFinder({ roles }: Pick<RoleDirectory, 'roles'>): FindRoles {
  const byName = new Map(roles.map((role) => [role.name.toLowerCase(), role.role_id]))
  const byId = new Map(roles.map((role) => [role.role_id.toLowerCase(), role.role_id]))
  const find = (text: string) => byId.get(text.toLowerCase()) ?? byName.get(text.toLowerCase())
  // A comma may be part of a name.
  const pieces = (text: string) =>
    split(text, /[;|]/).flatMap((piece) => (find(piece) ? [piece] : split(piece, /,/)))
  return (text) => {
    const found = pieces(text).map((piece) => ({ piece, id: find(piece) }))
    const ids = found.map(({ piece, id }) => id ?? piece)
    return {
      ids: [...new Set(ids)].filter((id) => id !== EVERY_MEMBERS_ROLE),
      unknown: found.flatMap(({ piece, id }) => (id === undefined ? [piece] : [])),
    }
  }
}

const split = (text: string, separator: RegExp) =>
  text
    .split(separator)
    .map((piece) => piece.trim())
    .filter(Boolean)
