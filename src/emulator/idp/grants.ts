import type { ConnectedApp, ConnectedAppPublic } from '../../client/connectedApps.ts'
import type { EmulatorContext } from '../context.ts'
import { EmulatorError, notFound } from '../errors.ts'
import type { StoredAppGrant, StoredConnectedApp } from '../records/connectedApps.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { findRecord } from '../store.ts'

type Owner = Pick<StoredMember, 'member_id'>

/** Throws 404 `connected_app_not_found`. */
export function requireApp({ data }: EmulatorContext, appId: string): StoredConnectedApp {
  const app = findRecord(data.connected_apps, appId)
  if (app) return app
  throw notFound('connected_app_not_found', `There is no connected app ${appId}.`)
}

/** Throws 403 `connected_app_not_allowed_for_org` when the organization's policy shuts the app out. */
export function requireAllowed(organization: StoredOrganization, app: StoredConnectedApp): void {
  if (isAllowed(organization, app)) return
  throw new EmulatorError(
    403,
    'connected_app_not_allowed_for_org',
    `The organization does not allow the connected app ${app.connected_app_id}.`,
  )
}

export function isAllowed(organization: StoredOrganization, app: StoredConnectedApp): boolean {
  const [setting = 'ALL_ALLOWED', allowed = []] = isFirstParty(app)
    ? [
        organization.first_party_connected_apps_allowed_type,
        organization.allowed_first_party_connected_apps,
      ]
    : [
        organization.third_party_connected_apps_allowed_type,
        organization.allowed_third_party_connected_apps,
      ]
  return setting === 'RESTRICTED'
    ? allowed.includes(app.connected_app_id)
    : setting === 'ALL_ALLOWED'
}

export function isFirstParty({ client_type }: Pick<StoredConnectedApp, 'client_type'>): boolean {
  return client_type === 'first_party' || client_type === 'first_party_public'
}

export function isPublic({ client_type }: Pick<StoredConnectedApp, 'client_type'>): boolean {
  return client_type === 'first_party_public' || client_type === 'third_party_public'
}

/** What the member has let the app do; undefined when nothing. */
export function grantOf(
  { data }: EmulatorContext,
  { member_id }: Owner,
  appId: string,
): StoredAppGrant | undefined {
  return data.app_grants.find(
    (grant) => grant.member_id === member_id && grant.connected_app_id === appId,
  )
}

/** Notes what the member let the app do just now, in place of what it was before. */
export function grantApp(
  context: EmulatorContext,
  { member_id, organization_id }: StoredMember,
  { connected_app_id }: StoredConnectedApp,
  scopes: readonly string[],
): void {
  const { data } = context
  data.app_grants = data.app_grants.filter(
    (grant) => grant.member_id !== member_id || grant.connected_app_id !== connected_app_id,
  )
  data.app_grants.push({
    connected_app_id,
    member_id,
    organization_id,
    scopes: [...scopes],
    granted_at: context.timestamp(),
  })
}

/** Takes everything back that the member let the app do: the app's codes and tokens end with it. */
export function revokeApp(
  context: EmulatorContext,
  { member_id }: Owner,
  { connected_app_id }: Pick<StoredConnectedApp, 'connected_app_id'>,
): void {
  const { data } = context
  data.app_grants = data.app_grants.filter(
    (grant) => grant.member_id !== member_id || grant.connected_app_id !== connected_app_id,
  )
  for (const { code, ...rest } of Object.values(data.authorization_codes)) {
    if (rest.member_id === member_id && rest.connected_app_id === connected_app_id)
      Reflect.deleteProperty(data.authorization_codes, code)
  }
  for (const { access_token, ...rest } of Object.values(data.access_tokens)) {
    if (rest.member_id === member_id && rest.client_id === connected_app_id)
      Reflect.deleteProperty(data.access_tokens, access_token)
  }
  for (const { refresh_token, ...rest } of Object.values(data.refresh_tokens)) {
    if (rest.member_id === member_id && rest.client_id === connected_app_id)
      Reflect.deleteProperty(data.refresh_tokens, refresh_token)
  }
}

/** Takes back all that the member let apps do. */
export function revokeAppsOf(context: EmulatorContext, member: Owner): void {
  const tokens = [
    ...Object.values(context.data.access_tokens),
    ...Object.values(context.data.refresh_tokens),
  ].map(({ client_id, member_id }) => ({ connected_app_id: client_id, member_id }))
  const grants = [
    ...context.data.app_grants,
    ...Object.values(context.data.authorization_codes),
    ...tokens,
  ]
  for (const grant of grants) {
    if (grant.member_id === member.member_id) revokeApp(context, member, grant)
  }
}

/** Takes back what members let apps do that the organization no longer allows. */
export function revokeShutOutApps(
  context: EmulatorContext,
  organization: StoredOrganization,
): void {
  for (const grant of grantsIn(context, organization)) {
    const app = findRecord(context.data.connected_apps, grant.connected_app_id)
    if (app && !isAllowed(organization, app)) revokeApp(context, grant, app)
  }
}

export function grantsIn(
  { data }: EmulatorContext,
  { organization_id }: Pick<StoredOrganization, 'organization_id'>,
): StoredAppGrant[] {
  return data.app_grants.filter((grant) => grant.organization_id === organization_id)
}

/** The app as members and admins of an organization see it. */
export function wireApp(app: StoredConnectedApp): ConnectedApp {
  const { connected_app_id, name, description, client_type, logo_url } = app
  return {
    connected_app_id,
    name,
    description,
    client_type,
    ...(logo_url !== '' && { logo_url }),
  }
}

/** The app as it is shown to who is asked for consent. The logo goes by both of its names. */
export function wireClient(app: StoredConnectedApp): ConnectedAppPublic & { logo_url?: string } {
  const { logo_url } = app
  return {
    client_id: app.connected_app_id,
    client_type: app.client_type,
    client_name: app.name,
    client_description: app.description,
    ...(logo_url !== '' && { client_logo_url: logo_url, logo_url }),
  }
}
