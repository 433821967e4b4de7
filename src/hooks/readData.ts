import type { InfiniteData } from '@tanstack/react-query'
import type { AdminPortalConfig } from '../client/adminPortal.ts'
import type {
  ConnectedApp,
  MemberConnectedApp,
  OrganizationConnectedAppOutput,
} from '../client/connectedApps.ts'
import type { DiscoveryOrganizationsListOutput } from '../client/discovery.ts'
import type { OAuthAuthorizeStartOutput } from '../client/idp.ts'
import type { MembersSearchOutput } from '../client/members.ts'
import type { MemberExistence, OrganizationBySlugMatch } from '../client/organization.ts'
import type { ScimConnection, ScimConnectionGroupsOutput } from '../client/scim.ts'
import type { Member, Organization, ResponseCommon, SsoActiveConnection } from '../client/types.ts'
import type { SsoConnections } from './ssoConnections.ts'

/**
 * What each read keeps in the query cache, by name: the path to its factory. The envelope of an answer
 * (`request_id`, `status_code`) is left out, because it would make every refetch look like a change; and so are secrets.
 */
export interface ReadData {
  'adminPortal.config': AdminPortalConfig
  'discovery.organizations.list': Data<DiscoveryOrganizationsListOutput>
  'idp.oauthAuthorizeStart': Data<OAuthAuthorizeStartOutput>
  'oauth.googleOneTap.clientId': string
  'organization.get': Organization | null
  'organization.bySlug': OrganizationBySlugMatch | null
  'organization.searchMember': MemberExistence | null
  'organization.connectedApps': ConnectedApp[]
  'organization.connectedApp': Data<OrganizationConnectedAppOutput>
  'organization.members.search': MembersPage
  'organization.members.searchInfinite': Pages<MembersPage>
  'organization.members.connectedApps': MemberConnectedApp[]
  'scim.connection': ScimConnection | null
  'scim.connectionGroups': Data<ScimConnectionGroupsOutput>
  'scim.connectionGroupsInfinite': Pages<Data<ScimConnectionGroupsOutput>>
  'self.get': Member | null
  'self.connectedApps': MemberConnectedApp[]
  'sso.connections': SsoConnections
  'sso.discoverConnections': SsoActiveConnection[]
}

/** Of the organization, which each page repeats, there is a record of its own. */
type MembersPage = Omit<Data<MembersSearchOutput>, 'organizations'>

export type ReadName = keyof ReadData

/** An answer without its envelope. */
export type Data<TAnswer extends ResponseCommon> = Omit<TAnswer, keyof ResponseCommon>

/** All pages of a read that were asked for so far. */
export type Pages<TPage> = InfiniteData<TPage, string | null>

export function dataOf<TAnswer extends ResponseCommon>({
  request_id: _request,
  status_code: _status,
  ...data
}: TAnswer): Data<TAnswer> {
  return data
}
