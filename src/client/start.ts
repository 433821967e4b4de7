import { check } from './check.ts'
import type { PkceNamespace } from './pkce.ts'
import type { RequestContext } from './request.ts'
import type { StartInput } from './startUrl.ts'

/** One call makes one method that leaves the page for an address of the API. */
export type Starts = (
  path: string,
  /** Whose PKCE pair is made anew, or is removed where the project demands none. */
  namespace: PkceNamespace,
  ...needs: string[]
) => (input?: StartInput) => Promise<void>

export const createStarts =
  ({ loadSignIn, navigate }: RequestContext): Starts =>
  (path, namespace, ...needs) => {
    const start = async (input: StartInput = {}) => {
      const given = { ...input, custom_scopes: [input.custom_scopes ?? []].flat().join(' ') }
      // An organization's slug will do for its id.
      const organization_id = input.organization_id ?? input.organization_slug
      check(start.name, { ...given, organization_id }, ...needs)
      const { startUrl } = await loadSignIn()
      await navigate(await startUrl(path, namespace, given))
    }
    return start
  }
