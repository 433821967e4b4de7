import type { LocationParams } from '../portal/location.ts'

/** Where one is inside the SSO part, as the location adapter keeps it. */
export type SsoAddress =
  | { screen: 'list'; dialog: SsoDialog | null }
  /** `choice`: the guide that is chosen (`okta-saml`), or `external`. */
  | { screen: 'new'; choice: string | null }
  /** `guide`: where the API does not tell which guide it is (ADFS, PingOne and Auth0 are generic to it). */
  | { screen: 'setup'; connectionId: string; step: string | null; guide: string | null }
  /** `section`: what of the page is shown first. */
  | {
      screen: 'connection'
      connectionId: string
      dialog: SsoDialog | null
      section?: ConnectionSection | null
    }

/** The sections of a connection's page that a link can lead to. */
export type ConnectionSection = (typeof sections)[number]

const sections = ['test', 'certificates', 'roles'] as const

/** `require`: making SSO the only way in. */
export type SsoDialog = (typeof dialogs)[number]

const dialogs = ['delete', 'default', 'require', 'add-certificate'] as const

/** The parameters of the address that belong to this part. */
export type SsoParams = Record<
  'screen' | 'connection' | 'choice' | 'step' | 'guide' | 'dialog' | 'section',
  string | undefined
>

/** Reads an address; what makes no sense in it is passed over, so an old link still opens the part. */
export function readSsoAddress(params: LocationParams): SsoAddress {
  const dialog = dialogs.find((one) => one === params['dialog']) ?? null
  const connectionId = params['connection']
  if (params['screen'] === 'new') return { screen: 'new', choice: params['choice'] ?? null }
  if (!connectionId) return { screen: 'list', dialog }
  return params['screen'] === 'setup'
    ? {
        screen: 'setup',
        connectionId,
        step: params['step'] ?? null,
        guide: params['guide'] ?? null,
      }
    : {
        screen: 'connection',
        connectionId,
        dialog,
        section: sections.find((one) => one === params['section']) ?? null,
      }
}

/** The parameters of an address; those of the plain list are all undefined. */
export function ssoParams(address: SsoAddress): SsoParams {
  const none: SsoParams = {
    screen: undefined,
    connection: undefined,
    choice: undefined,
    step: undefined,
    guide: undefined,
    dialog: undefined,
    section: undefined,
  }
  switch (address.screen) {
    case 'list':
      return { ...none, dialog: address.dialog ?? undefined }
    case 'new':
      return { ...none, screen: 'new', choice: address.choice ?? undefined }
    case 'setup':
      return {
        ...none,
        screen: 'setup',
        connection: address.connectionId,
        step: address.step ?? undefined,
        guide: address.guide ?? undefined,
      }
    case 'connection':
      return {
        ...none,
        connection: address.connectionId,
        dialog: address.dialog ?? undefined,
        section: address.section ?? undefined,
      }
  }
}
