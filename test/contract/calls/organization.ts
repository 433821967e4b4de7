import { northwindId, organization } from '../stage.ts'
import { bare } from './cases.ts'
import type { Cases } from './cases.ts'
import { connectedApp } from './connectedApps.ts'

export const organizationCases: Cases = {
  'organization.get': { minimal: bare },
  'organization.update': {
    permission: true,
    minimal: () => [{ organization_name: 'Northwind Robots' }],
    full: (stage) => [
      {
        organization_name: 'Northwind Robots',
        organization_slug: 'northwind-robots',
        organization_logo_url: 'https://northwind.example/logo.svg',
        sso_default_connection_id: organization(stage, 'northwind').sso_default_connection_id,
        sso_jit_provisioning: 'RESTRICTED',
        sso_jit_provisioning_allowed_connections: [
          organization(stage, 'northwind').sso_default_connection_id,
        ],
        email_allowed_domains: ['northwind.example'],
        email_jit_provisioning: 'RESTRICTED',
        email_invites: 'RESTRICTED',
        oauth_tenant_jit_provisioning: 'RESTRICTED',
        allowed_oauth_tenants: { slack: ['T0123456'] },
        auth_methods: 'RESTRICTED',
        allowed_auth_methods: ['sso', 'magic_link'],
        mfa_methods: 'RESTRICTED',
        allowed_mfa_methods: ['totp'],
        mfa_policy: 'OPTIONAL',
        rbac_email_implicit_role_assignments: [{ role_id: 'viewer', domain: 'northwind.example' }],
        first_party_connected_apps_allowed_type: 'ALL_ALLOWED',
        allowed_first_party_connected_apps: [],
        third_party_connected_apps_allowed_type: 'RESTRICTED',
        allowed_third_party_connected_apps: [connectedApp(stage, 'third_party')],
      },
    ],
    refused: {
      organization_slug_already_used: { with: () => [{ organization_slug: 'tern' }] },
      invalid_organization_slug: { with: () => [{ organization_slug: 'a slug!' }] },
      invalid_organization_name: { with: () => [{ organization_name: '' }] },
    },
  },
  'organization.delete': { permission: true, minimal: bare },
  'organization.getBySlug': {
    as: null,
    minimal: () => [{ organization_slug: 'northwind' }],
    full: () => [{ organization_slug: 'nobody-has-this' }],
  },
  'organization.getConnectedApps': { minimal: bare },
  'organization.getConnectedApp': {
    minimal: (stage) => [{ connected_app_id: connectedApp(stage, 'third_party') }],
    refused: {
      connected_app_not_found: {
        status: 404,
        with: () => [{ connected_app_id: 'connected-app-test-unknown' }],
      },
    },
  },
  '_internal.searchMember': {
    as: null,
    minimal: (stage) => [
      { email_address: 'ada.lovelace@northwind.example', organization_id: northwindId(stage) },
    ],
    full: (stage) => [
      { email_address: 'nobody@northwind.example', organization_id: northwindId(stage) },
    ],
  },
  '_internal.adminPortalConfig': { minimal: bare },
}
