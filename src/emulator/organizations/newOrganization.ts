import { bodyOf } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { isPublicDomain } from './domains.ts'
import { changeOrganization } from './organizationChanges.ts'
import type { StoredOrganization } from '../records/organizations.ts'
import { emailDomain } from '../roles.ts'
import { slugOf } from '../slugOf.ts'

/** Settings about how members join and sign in. Whoever gives one is taken to have thought about invitations too. */
const SIGN_IN_SETTINGS = [
  'sso_jit_provisioning',
  'email_allowed_domains',
  'email_jit_provisioning',
  'oauth_tenant_jit_provisioning',
  'allowed_oauth_tenants',
  'auth_methods',
  'allowed_auth_methods',
  'mfa_policy',
]

/**
 * Makes an organization as the body wants it, with the usual settings for what it leaves out; name and slug then
 * follow from the address of whoever makes it. Throws 400, and makes nothing, when a value is wrong or taken.
 */
export function newOrganization(
  context: EmulatorContext,
  body: Body,
  creatorAddress: string,
): StoredOrganization {
  const chosen = Object.fromEntries(body.names().map((name) => [name, body.raw(name)]))
  const organization_name = body.optionalString('organization_name') ?? nameFor(creatorAddress)
  const organization_slug =
    body.optionalString('organization_slug') ?? freeSlug(context, organization_name)
  const draft: StoredOrganization = {
    ...usualSettings(),
    organization_id: '',
    organization_name,
    organization_slug,
    created_at: context.timestamp(),
    updated_at: context.timestamp(),
    email_invites: SIGN_IN_SETTINGS.some((name) => body.has(name)) ? 'NOT_ALLOWED' : 'ALL_ALLOWED',
  }
  const settled = changeOrganization(
    context,
    { organization: draft, mustBeAllowed: () => undefined },
    bodyOf({ ...chosen, organization_name, organization_slug }, 'The body'),
  )
  const organization = { ...settled, organization_id: context.newId('organization') }
  context.data.organizations[organization.organization_id] = organization
  return organization
}

/** What the API sets where nobody says otherwise. */
export function usualSettings(): Omit<
  StoredOrganization,
  'organization_id' | 'organization_name' | 'organization_slug' | 'created_at' | 'updated_at'
> {
  return {
    organization_logo_url: '',
    trusted_metadata: {},
    custom_roles: [],
    sso_default_connection_id: null,
    sso_jit_provisioning: 'ALL_ALLOWED',
    sso_jit_provisioning_allowed_connections: [],
    email_allowed_domains: [],
    email_jit_provisioning: 'NOT_ALLOWED',
    email_invites: 'ALL_ALLOWED',
    oauth_tenant_jit_provisioning: 'NOT_ALLOWED',
    allowed_oauth_tenants: {},
    auth_methods: 'ALL_ALLOWED',
    allowed_auth_methods: [],
    mfa_methods: 'ALL_ALLOWED',
    allowed_mfa_methods: [],
    mfa_policy: 'OPTIONAL',
    rbac_email_implicit_role_assignments: [],
    first_party_connected_apps_allowed_type: 'ALL_ALLOWED',
    allowed_first_party_connected_apps: [],
    third_party_connected_apps_allowed_type: 'ALL_ALLOWED',
    allowed_third_party_connected_apps: [],
    claimed_email_domains: [],
  }
}

/** After the company that has the domain or, where everybody can have an address, after the person. */
function nameFor(emailAddress: string): string {
  const domain = emailDomain(emailAddress)
  const isPersonal = isPublicDomain(domain) || domain.endsWith('.edu')
  const [word = ''] = isPersonal ? emailAddress.split('@') : domain.split('.')
  const words = word.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const name = words.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join(' ')
  return name.slice(0, 128) || 'Organization'
}

function freeSlug({ data }: EmulatorContext, name: string): string {
  const slug = slugOf(name).slice(0, 100)
  const wanted = slug.length < 2 ? `${slug || 'organization'}-1` : slug
  const taken = new Set(
    Object.values(data.organizations).map(({ organization_slug }) =>
      organization_slug.toLowerCase(),
    ),
  )
  let free = wanted
  for (let number = 2; taken.has(free); number += 1) free = `${wanted}-${String(number)}`
  return free
}
