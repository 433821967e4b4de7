import { apiAs, member, organization, ternId, textAt } from '../stage.ts'
import { bare } from './cases.ts'
import type { Refusals } from './cases.ts'
import { authorization, connectedApp } from './connectedApps.ts'

/** What an organization, its members and its connections are refused besides the commonest. */

const update = (fields: object) => ({ with: () => [fields] })
const tooLong = 'x'.repeat(20_000)

export const organizationRefusals: Refusals = {
  'organization.update': {
    organization_settings_invalid_domain: update({ email_allowed_domains: ['no domain'] }),
    organization_settings_domain_too_common: update({ email_allowed_domains: ['gmail.com'] }),
    organization_settings_duplicate_domain: update({
      email_allowed_domains: ['northwind.example', 'northwind.example'],
    }),
    allowed_auth_methods_required_for_restricted: update({
      auth_methods: 'RESTRICTED',
      allowed_auth_methods: [],
    }),
    allowed_mfa_methods_required_for_restricted: update({
      mfa_methods: 'RESTRICTED',
      allowed_mfa_methods: [],
    }),
    invalid_sso_default_connection_id: update({
      sso_default_connection_id: 'saml-connection-test-unknown',
    }),
    invalid_restricted_email_setting: update({
      email_jit_provisioning: 'RESTRICTED',
      email_allowed_domains: [],
    }),
    invalid_restricted_oauth_tenants_setting: update({
      oauth_tenant_jit_provisioning: 'RESTRICTED',
      allowed_oauth_tenants: {},
    }),
    organization_logo_url_too_long: update({
      organization_logo_url: `https://northwind.example/${tooLong}`,
    }),
  },
  'organization.members.create': {
    metadata_too_large: update({
      email_address: 'zoe@northwind.example',
      untrusted_metadata: { note: tooLong },
    }),
  },
  'organization.members.update': {
    invalid_mfa_default_method: {
      with: (stage) => [
        {
          member_id: member(stage, 'Jonas Lindqvist').member_id,
          default_mfa_method: 'pigeon',
        },
      ],
    },
    cannot_assign_default_rbac_role_id: {
      with: (stage) => [
        { member_id: member(stage, 'Amara Diallo').member_id, roles: ['stytch_member'] },
      ],
    },
  },
  'organization.members.search': {
    member_search_missing_filter_name: update({
      query: { operator: 'AND', operands: [{ filter_value: ['one'] }] },
    }),
    member_search_missing_filter_value: update({
      query: { operator: 'AND', operands: [{ filter_name: 'member_ids' }] },
    }),
  },
  'organization.members.startEmailUpdate': {
    duplicate_member_email: {
      with: (stage) => [
        {
          member_id: member(stage, 'Amara Diallo').member_id,
          email_address: 'mia.svensson@northwind.example',
        },
      ],
    },
    desired_email_updating_for_different_member: {
      with: async (stage) => {
        const email_address = 'wanted@northwind.example'
        await stage.call('self.startEmailUpdate', { email_address })
        return [{ member_id: member(stage, 'Amara Diallo').member_id, email_address }]
      },
    },
  },
  'self.update': { invalid_mfa_default_method: update({ default_mfa_method: 'pigeon' }) },
  'sso.discoverConnections': { invalid_email: { with: () => ['no address'] } },
  'sso.saml.createConnection': {
    invalid_display_name: update({ display_name: tooLong }),
  },
  'sso.external.createConnection': {
    external_connection_not_active: {
      with: async (stage) => {
        const admin = await apiAs(stage, 'Tomás Herrera')
        const made = await admin('POST', '/b2b/sso/saml', {})
        return [
          {
            external_organization_id: ternId(stage),
            external_connection_id: textAt(made, 'connection.connection_id'),
          },
        ]
      },
    },
  },
  'scim.createConnection': { invalid_display_name: update({ display_name: tooLong }) },
  'idp.oauthAuthorizeStart': {
    connected_app_supplied_redirect_url_not_found_in_client: {
      with: (stage) => [{ ...authorization(stage), redirect_uri: 'https://elsewhere.example/' }],
    },
    oauth_invalid_scope_requested: {
      with: (stage) => [{ ...authorization(stage), scopes: ['rule:the-world'] }],
    },
    connected_app_not_allowed_for_org: {
      status: 403,
      with: (stage) => {
        organization(stage, 'northwind').third_party_connected_apps_allowed_type = 'NOT_ALLOWED'
        return [authorization(stage)]
      },
    },
  },
  'idp.oauthAuthorizeSubmit': {
    connected_app_not_found: {
      status: 404,
      with: (stage) => [
        {
          ...authorization(stage),
          client_id: 'connected-app-test-unknown',
          consent_granted: true,
        },
      ],
    },
    pkce_required_for_idp_authorization_flow: {
      with: (stage) => [{ ...authorization(stage, 'third_party_public'), consent_granted: true }],
    },
  },
  'idp.oauthLogoutStart': {
    connected_app_not_found: {
      status: 404,
      with: () => [
        {
          client_id: 'connected-app-test-unknown',
          post_logout_redirect_uri: 'https://elsewhere.example/',
          state: 'state-1',
        },
      ],
    },
    connected_app_invalid_redirect_url: {
      with: (stage) => [
        {
          client_id: connectedApp(stage, 'third_party'),
          post_logout_redirect_uri: 'https://elsewhere.example/',
          state: 'state-1',
        },
      ],
    },
  },
  'recoveryCodes.get': { recovery_codes_not_found: { status: 404, with: bare } },
}
