import type { SaveStep } from '../../portal/useSaveSteps.ts'
import type { SetupConnection } from './setupSteps.ts'
import type { DraftSection } from './draft.ts'

/** What is typed in one form of the wizard, and saved together. */
export interface SetupSection {
  id: DraftSection
  /** Something is typed that is not saved. */
  unsaved: boolean
  /** It was typed over other values than those that are saved now. */
  conflict: { keepMine: () => void; takeTheirs: () => void } | null
  /** Whoever signs in by the connection may be shut out by saving it, and what that asks for is not there yet. */
  blocked: boolean
  /**
   * Whether it can be saved. `incomplete`: it can, and something is still missing.
   *
   * @throws when the readers cannot be loaded.
   */
  check: () => Promise<'good' | 'incomplete' | 'wrong'>
  /**
   * The requests that it takes; none where all is saved.
   *
   * @throws when the readers cannot be loaded.
   */
  steps: () => Promise<SaveStep[]>
  /** All of it is saved that was typed up to then. */
  saved: (upTo: number) => void
  /** Some of it is saved: what is left was typed over this. */
  rebase: (connection: SetupConnection) => void
}

/** What is saved of a section, to notice that somebody else changed it. */
export function connectionPrint(connection: SetupConnection, section: DraftSection): string {
  if (section === 'mapping') {
    const { attribute_mapping } = connection
    return JSON.stringify(Object.entries(attribute_mapping).sort())
  }
  if (connection.protocol === 'oidc') {
    const { issuer, client_id, custom_scopes } = connection
    const { authorization_url, token_url, userinfo_url, jwks_url } = connection
    const addresses = [authorization_url, token_url, userinfo_url, jwks_url]
    return JSON.stringify([issuer, client_id, custom_scopes, ...addresses])
  }
  return JSON.stringify([connection.idp_entity_id, connection.idp_sso_url])
}
