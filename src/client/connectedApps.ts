import type { Open, ResponseCommon } from './types.ts'

/** Whether the organization's own project runs the app, and whether it can keep a secret. */
export type ConnectedAppClientType = Open<
  'first_party' | 'first_party_public' | 'third_party' | 'third_party_public'
>

/** An app that signs people in through this project. */
export interface ConnectedApp {
  connected_app_id: string
  name: string
  description: string
  client_type: ConnectedAppClientType
  logo_url?: string
}

/** An app with what one member has allowed it. */
export interface MemberConnectedApp extends ConnectedApp {
  /** Scopes with spaces between. */
  scopes_granted: string
}

/** An app as it is shown to who is asked for consent. */
export interface ConnectedAppPublic {
  client_id: string
  client_type: ConnectedAppClientType
  client_name: string
  client_description: string
  client_logo_url?: string
}

export type OrganizationConnectedAppsOutput = ResponseCommon & { connected_apps: ConnectedApp[] }
export type OrganizationConnectedAppOutput = ResponseCommon &
  ConnectedApp & {
    /** Who has allowed the app what. */
    active_members: { member_id: string; granted_scopes: string[] }[]
  }
export type MemberConnectedAppsOutput = ResponseCommon & { connected_apps: MemberConnectedApp[] }
