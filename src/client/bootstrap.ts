import { isRecord } from './check.ts'
import type { Methods } from './method.ts'
import type { SessionStore } from './sessionStore.ts'
import type { Items } from './storage.ts'
import type { RbacPolicy } from './types.ts'

/**
 * The project's settings as the client keeps them (and stores them under `::bootstrap`). Those that
 * the service did not send are missing; until it can be reached all but the first two are.
 */
export interface Bootstrap {
  /** null: nothing is known of the project's policy, so everything is denied. */
  rbacPolicy: RbacPolicy | null
  displayWatermark: boolean
  projectName?: string | null
  cnameDomain?: string | null
  emailDomains?: string[]
  captchaSettings?: { enabled: false } | { enabled: true; siteKey: string }
  pkceRequiredForEmailMagicLinks?: boolean
  pkceRequiredForPasswordResets?: boolean
  pkceRequiredForOAuth?: boolean
  pkceRequiredForSso?: boolean
  slugPattern?: string | null
  createOrganizationEnabled?: boolean
  passwordConfig?: { ludsComplexity: number; ludsMinimumCount: number } | null
  runDFPProtectedAuth?: boolean
  dfpProtectedAuthMode?: 'OBSERVATION' | 'DECISIONING'
  siweRequiredForCryptoWallets?: boolean
  vertical?: 'B2B' | 'CONSUMER'
}

const ITEM = 'bootstrap'

/** Waits until the project's settings are known. The first call fetches them; it never rejects. */
export type LoadBootstrap = () => Promise<Bootstrap | null>

/** What was known at the last visit; null when nothing is. */
export function storedBootstrap(items: Items): Bootstrap | null {
  const stored = items.getJson(ITEM)
  return isBootstrap(stored) ? stored : null
}

/** Whether it was stored by a client. */
const isBootstrap = (value: unknown): value is Bootstrap => isRecord(value)

/**
 * Where the settings cannot be had, those of the last visit stay in force, or else a fallback that
 * allows nothing, and the next call tries again.
 */
export function createBootstrap(
  publicToken: string,
  { plain }: Methods,
  items: Items,
  store: SessionStore,
): LoadBootstrap {
  const fetchSettings = plain<Record<string, unknown>>(`GET /projects/bootstrap/${publicToken}`)
  let loading: Promise<void> | undefined

  async function load() {
    try {
      const bootstrap = fromPayload(await fetchSettings())
      items.set(JSON.stringify(bootstrap), ITEM)
      store.set({ bootstrap })
    } catch {
      loading = undefined
      if (!store.getSnapshot().bootstrap) store.set({ bootstrap: fromPayload({}) })
    }
  }

  return async () => {
    await (loading ??= load())
    return store.getSnapshot().bootstrap
  }
}

/** On the wire `slugPattern` is `slug_pattern`, and `…ForOAuth` `…_for_oauth`; two differ in more than that. */
function fromPayload(payload: Record<string, unknown>): Bootstrap {
  const {
    disable_sdk_watermark,
    dfp_protected_auth_enabled,
    // Of the answer, not of the project.
    request_id: _,
    status_code: __,
    ...settings
  } = payload
  return {
    rbacPolicy: null,
    ...camelCased(settings),
    displayWatermark: disable_sdk_watermark === false,
    runDFPProtectedAuth: dfp_protected_auth_enabled === true,
  }
}

const camelCased = (wire: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(wire).map(([name, value]) => [
      name.replace(/_(oa|.)/g, (_, start: string) => start.toUpperCase()),
      isRecord(value) ? camelCased(value) : value,
    ]),
  )
