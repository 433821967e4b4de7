import { blankMember } from '../blankMember.ts'
import { createSeededRandom, randomSecret, randomUuid } from '../random.ts'
import { emptyRecords } from '../store.ts'
import type { StoreData } from '../store.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { samplePolicy } from './policy.ts'

/** The id of the emulator's one project, and the secret with which a backend calls its server API. */
export const EMULATOR_PROJECT_ID = 'project-test-00000000-0000-4000-8000-000000000001'
export const EMULATOR_SECRET = 'secret-test-emulator'

/** The public token of the emulator's one project. */
export const EMULATOR_PUBLIC_TOKEN = 'public-token-test-00000000-0000-4000-8000-000000000001'

/** Where the demo's app is. */
const APP_URL = 'http://localhost:3000'

const DAY = 24 * 60 * 60_000

/** A store in the making: the data, and dates relative to the moment it begins. */
export interface SeedStore {
  data: StoreData
  /** The RFC 3339 time so many days from the start; negative for the past. */
  inDays: (days: number) => string
}

export function createSeedStore(seed: string, now: number): SeedStore {
  return {
    inDays: (days) => new Date(now + days * DAY).toISOString(),
    data: {
      seed,
      random_state: 1,
      personas: [],
      project: {
        project_id: EMULATOR_PROJECT_ID,
        public_token: EMULATOR_PUBLIC_TOKEN,
        secret: EMULATOR_SECRET,
        project_name: 'Orbit Control',
        redirect_urls: {
          login: `${APP_URL}/authenticate`,
          signup: `${APP_URL}/authenticate`,
          invite: `${APP_URL}/authenticate`,
          discovery: `${APP_URL}/authenticate`,
          reset_password: `${APP_URL}/reset-password`,
        },
        rbac_policy: samplePolicy(),
        scim_enabled: true,
        sso_enabled: true,
        mfa_controls_enabled: true,
        create_organization_enabled: true,
        slug_pattern: null,
        email_domains: ['northwind.example'],
        pkce_required: {
          email_magic_links: false,
          password_resets: false,
          oauth: false,
          sso: false,
        },
        captcha: { enabled: false, site_key: '' },
        device_fingerprinting: { enabled: false, mode: 'OBSERVATION' },
        opaque_tokens: false,
        max_session_minutes: 527_040,
        passwords: {
          strategy: 'zxcvbn',
          luds_complexity: 3,
          luds_minimum_count: 8,
          breach_detection_on_create: true,
          breach_detection_on_authentication: true,
        },
      },
      ...emptyRecords(),
      trusted_profiles: {
        'trusted-token-profile-test-partner': {
          profile_id: 'trusted-token-profile-test-partner',
          display_name: 'Partner portal',
        },
      },
    },
  }
}

/** The id of a seeded record: the same in each emulator, so that tests and links can rely on it. */
export function seedId(kind: string, name: string): string {
  return `${kind}-test-${randomUuid(createSeededRandom(`${kind}/${name}`))}`
}

/** A seeded secret; as fixed as the ids, and worth as little. */
export function seedSecret(name: string): string {
  return randomSecret(createSeededRandom(`secret/${name}`), 32)
}

/** Adds an organization with the API's default settings, less what `settings` says. */
export function addOrganization(
  { data, inDays }: SeedStore,
  settings: Pick<StoredOrganization, 'organization_name' | 'organization_slug'> &
    Partial<StoredOrganization>,
): StoredOrganization {
  const organization: StoredOrganization = {
    organization_id: seedId('organization', settings.organization_slug),
    organization_logo_url: '',
    trusted_metadata: {},
    custom_roles: [],
    created_at: inDays(-400),
    updated_at: inDays(-30),
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
    ...settings,
  }
  data.organizations[organization.organization_id] = organization
  return organization
}

/** Adds an active, verified member, less what `fields` says. */
export function addMember(
  { data, inDays }: SeedStore,
  organization: StoredOrganization,
  fields: Pick<StoredMember, 'name' | 'email_address'> & Partial<StoredMember>,
): StoredMember {
  const member = blankMember({
    organization_id: organization.organization_id,
    member_id: seedId('member', `${organization.organization_slug}/${fields.email_address}`),
    email_address_verified: true,
    created_at: inDays(-300),
    updated_at: inDays(-30),
    ...fields,
  })
  data.members[member.member_id] = member
  return member
}
