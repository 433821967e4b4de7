import { blankMember } from '../members/blankMember.ts'
import { createMemberIndex } from '../members/memberIndex.ts'
import type { EmulatorContext } from '../context.ts'
import { usualSettings } from '../organizations/newOrganization.ts'
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

const DAY = 24 * 60 * 60_000

/** A store in the making: the data, and dates relative to the moment it begins. */
export interface SeedStore {
  data: StoreData
  /** The emulator as it will be with this data: for what the API does with a record. */
  context: EmulatorContext
  /** The RFC 3339 time so many days from the start; negative for the past. */
  inDays: (days: number) => string
}

export function createSeedStore(seed: string, context: EmulatorContext): SeedStore {
  const data = newStoreData(seed, context.appUrl)
  const now = context.clock.now()
  // Of its own, so that the same seed is the same whatever the emulator made before.
  const random = createSeededRandom(`seed/${seed}`)
  return {
    data,
    context: {
      ...context,
      data,
      members: createMemberIndex({ data }),
      newId: (kind) => `${kind}-test-${randomUuid(random)}`,
      newSecret: (bytes = 32) => randomSecret(random, bytes),
    },
    inDays: (days) => new Date(now + days * DAY).toISOString(),
  }
}

/** The project with its usual settings, and nothing in it. */
export function newStoreData(seed: string, appUrl: string): StoreData {
  return {
    seed,
    random_state: 1,
    personas: [],
    project: {
      project_id: EMULATOR_PROJECT_ID,
      public_token: EMULATOR_PUBLIC_TOKEN,
      secret: EMULATOR_SECRET,
      project_name: 'Orbit Control',
      redirect_urls: {
        login: `${appUrl}/authenticate`,
        signup: `${appUrl}/authenticate`,
        invite: `${appUrl}/authenticate`,
        discovery: `${appUrl}/authenticate`,
        reset_password: `${appUrl}/reset-password`,
      },
      rbac_policy: samplePolicy(),
      scim_enabled: true,
      sso_enabled: true,
      can_create_saml_connection: true,
      can_create_oidc_connection: true,
      max_sso_connections: 10,
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
      oauth_providers: {
        google: 'own',
        microsoft: 'own',
        hubspot: 'own',
        slack: 'own',
        github: 'own',
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
    ...usualSettings(),
    created_at: inDays(-400),
    updated_at: inDays(-30),
    ...settings,
  }
  data.organizations[organization.organization_id] = organization
  return organization
}

/** Adds an active, verified member, less what `fields` says. */
export function addMember(
  { context, inDays }: SeedStore,
  organization: StoredOrganization,
  fields: Pick<StoredMember, 'name' | 'email_address'> & Partial<StoredMember>,
): StoredMember {
  const member = blankMember({
    organization_id: organization.organization_id,
    member_id:
      fields.member_id ??
      seedId('member', `${organization.organization_slug}/${fields.email_address}`),
    email_address_verified: true,
    created_at: inDays(-300),
    updated_at: inDays(-30),
    ...fields,
    // A list of its own: the one handed in may stand in a table that every emulator begins with.
    role_ids: [...(fields.role_ids ?? [])],
  })
  context.members.keep(member)
  return member
}
