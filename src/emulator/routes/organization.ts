import { Hono } from 'hono'
import type { OrganizationBySlugMatch } from '../../client/organization.ts'
import { findMemberByEmail } from '../authentication/people.ts'
import type { EmulatorContext } from '../context.ts'
import { memberEndpoint, publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { revokeShutOutApps } from '../idp/grants.ts'
import { checkMetadataFields } from '../members/memberPermissions.ts'
import { changeOrganization } from '../organizations/organizationChanges.ts'
import { checkSlug, findBySlug } from '../organizations/organizationFields.ts'
import { deleteOrganization } from '../organizations/organizationRecords.ts'
import type { StoredOrganization } from '../records/organizations.ts'
import { organizationOf, wireOrganization } from '../wire.ts'

/** Mounted at `/b2b/organizations`. */
export function organizationRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get(
    '/me',
    memberEndpoint(context, {}, ({ caller }) => ({
      organization: wireOrganization(context, caller.organization),
    })),
  )

  app.put(
    '/me',
    memberEndpoint(context, {}, ({ caller, body }) => {
      checkMetadataFields(body)
      const organization = changeOrganization(context, caller, body)
      context.data.organizations[organization.organization_id] = organization
      revokeShutOutApps(context, organization)
      return { organization: wireOrganization(context, organization) }
    }),
  )

  app.delete(
    '/me',
    memberEndpoint(context, { needs: ['stytch.organization', 'delete'] }, ({ caller }) => {
      deleteOrganization(context, caller.organization)
      return { organization_id: caller.organization.organization_id }
    }),
  )

  // By its slug, for a sign-in page that does not know more yet: with what such a page needs.
  app.post(
    '/search',
    publicEndpoint(context, ({ body }) => {
      const organization = findBySlug(context, checkSlug(body.string('organization_slug')))
      return { organization: organization ? signInPageView(context, organization) : null }
    }),
  )

  // Whether somebody is a member, for a page that asks for a password only then.
  app.post(
    '/members/search',
    publicEndpoint(context, ({ body }) => {
      const emailAddress = body.string('email_address')
      const { organization_id } = organizationOf(context, {
        organization_id: body.string('organization_id'),
      })
      const member = findMemberByEmail(context, organization_id, emailAddress.trim())
      return {
        member: member
          ? {
              status: member.status,
              name: member.name,
              member_password_id: member.member_password_id,
            }
          : null,
      }
    }),
  )

  return app
}

function signInPageView(
  context: EmulatorContext,
  stored: StoredOrganization,
): OrganizationBySlugMatch {
  const organization = wireOrganization(context, stored)
  return {
    organization_id: organization.organization_id,
    organization_name: organization.organization_name,
    organization_slug: organization.organization_slug,
    organization_logo_url: organization.organization_logo_url,
    sso_active_connections: organization.sso_active_connections,
    sso_default_connection_id: organization.sso_default_connection_id,
    email_jit_provisioning: organization.email_jit_provisioning,
    email_allowed_domains: organization.email_allowed_domains,
    oauth_tenant_jit_provisioning: organization.oauth_tenant_jit_provisioning,
    allowed_oauth_tenants: organization.allowed_oauth_tenants,
    auth_methods: organization.auth_methods,
    allowed_auth_methods: organization.allowed_auth_methods ?? [],
    mfa_policy: organization.mfa_policy,
  }
}
