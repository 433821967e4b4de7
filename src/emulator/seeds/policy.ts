import type { RbacPermission, RbacPolicy, RbacRole } from '../../client/types.ts'

/** The project's policy: the API's own resources and roles, and those of a plausible product. */
export function samplePolicy(): RbacPolicy {
  return {
    resources: [
      {
        resource_id: 'stytch.organization',
        description: 'Settings of the organization',
        actions: [
          'update.info.name',
          'update.info.slug',
          'update.info.logo-url',
          'update.settings.allowed-auth-methods',
          'update.settings.allowed-mfa-methods',
          'update.settings.mfa-policy',
          'update.settings.email-jit-provisioning',
          'update.settings.email-invites',
          'update.settings.allowed-domains',
          'update.settings.default-sso-connection',
          'update.settings.sso-jit-provisioning',
          'update.settings.oauth-tenant-jit-provisioning',
          'update.settings.allowed-oauth-tenants',
          'update.settings.implicit-roles',
          'delete',
        ],
      },
      {
        resource_id: 'stytch.member',
        description: 'Members of the organization',
        actions: [
          'create',
          'search',
          'update.info.name',
          'update.info.email',
          'update.info.untrusted-metadata',
          'update.info.mfa-phone',
          'update.info.delete.mfa-phone',
          'update.info.delete.mfa-totp',
          'update.info.delete.password',
          'update.info.unlink.retired-email',
          'update.settings.is-breakglass',
          'update.settings.mfa-enrolled',
          'update.settings.default-mfa-method',
          'update.settings.roles',
          'delete',
          'revoke-sessions',
          'get.connected-apps',
          'revoke.connected-app',
        ],
      },
      {
        resource_id: 'stytch.self',
        description: 'The signed-in member',
        actions: [
          'update.info.name',
          'update.info.email',
          'update.info.untrusted-metadata',
          'update.info.mfa-phone',
          'update.info.delete.mfa-phone',
          'update.info.delete.mfa-totp',
          'update.info.delete.password',
          'update.info.unlink.retired-email',
          'update.settings.mfa-enrolled',
          'update.settings.default-mfa-method',
          'delete',
          'revoke-sessions',
          'get.connected-apps',
          'revoke.connected-app',
        ],
      },
      {
        resource_id: 'stytch.sso',
        description: 'SSO connections',
        actions: ['create', 'get', 'update', 'delete'],
      },
      {
        resource_id: 'stytch.scim',
        description: 'SCIM connections',
        actions: ['create', 'get', 'update', 'delete'],
      },
      {
        resource_id: 'stytch.custom-org-roles',
        description: 'Roles that the organization makes for itself',
        actions: ['create', 'get', 'update', 'delete'],
      },
      {
        resource_id: 'document',
        description: 'Robot programs and their manuals',
        actions: ['create', 'read', 'update', 'publish', 'delete'],
      },
      { resource_id: 'invoice', description: 'Invoices', actions: ['read', 'pay'] },
    ],
    roles: [
      role('stytch_member', 'Every member has this role', { 'stytch.self': ['*'] }),
      role('stytch_admin', 'Runs the whole organization', {
        'stytch.organization': ['*'],
        'stytch.member': ['*'],
        'stytch.sso': ['*'],
        'stytch.scim': ['*'],
        'stytch.custom-org-roles': ['*'],
        'stytch.self': ['*'],
      }),
      role('it_admin', 'Runs single sign-on and the directory', {
        'stytch.sso': ['*'],
        'stytch.scim': ['*'],
        'stytch.organization': [
          'update.settings.implicit-roles',
          'update.settings.default-sso-connection',
          'update.settings.sso-jit-provisioning',
        ],
        'stytch.member': ['search'],
      }),
      role('people_manager', 'Invites and looks after members', { 'stytch.member': ['*'] }),
      role('auditor', 'Sees connections and members, changes nothing', {
        'stytch.sso': ['get'],
        'stytch.scim': ['get'],
        'stytch.member': ['search'],
      }),
      role('engineer', 'Writes and publishes documents', {
        document: ['create', 'read', 'update', 'publish'],
      }),
      role('billing_admin', 'Reads and pays invoices', { document: ['read'], invoice: ['*'] }),
      role('viewer', 'Reads documents', { document: ['read'] }),
    ],
    scopes: [
      {
        scope: 'documents:read',
        description: 'Read documents',
        permissions: [{ resource_id: 'document', actions: ['read'] }],
      },
    ],
  }
}

/** A role that only the sample organization has. */
export function fleetOperatorRole(): RbacRole {
  return role('fleet_operator', 'Starts, stops and updates the robots of this company', {
    document: ['read', 'update'],
  })
}

/** A role of one organization's own: looks after what members sign in with. */
export function helpDeskRole(): RbacRole {
  return role('help_desk', 'Helps members who cannot sign in', {
    'stytch.member': [
      'search',
      'update.info.name',
      'update.info.delete.mfa-phone',
      'update.info.delete.mfa-totp',
      'update.info.delete.password',
      'update.settings.mfa-enrolled',
      'revoke-sessions',
    ],
  })
}

/** A role of one organization's own: may let people in, but give them nothing. */
export function recruiterRole(): RbacRole {
  return role('recruiter', 'Invites people who have been hired', {
    'stytch.member': ['create', 'search'],
  })
}

/** A role of one organization's own: sees SSO connections, and nothing else. */
export function ssoViewerRole(): RbacRole {
  return role('sso_viewer', 'Sees how people sign in', { 'stytch.sso': ['get'] })
}

/** A role of one organization's own: looks after SSO connections, but may take none away, nor say which is the default. */
export function ssoOperatorRole(): RbacRole {
  return role('sso_operator', 'Looks after single sign-on', {
    'stytch.sso': ['create', 'get', 'update'],
  })
}

function role(role_id: string, description: string, grants: Record<string, string[]>): RbacRole {
  const permissions = Object.entries(grants).map(([resource_id, actions]): RbacPermission => ({
    resource_id,
    actions,
  }))
  return { role_id, description, permissions }
}
