import { bodyOf } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import type { Described } from '../described.ts'
import { EmulatorError } from '../errors.ts'
import { changeOrganization } from '../organizations/organizationChanges.ts'
import { readCustomRoles } from '../project/policyChanges.ts'
import type { StoredOrganization } from '../records/organizations.ts'
import { readMembers } from './readMembers.ts'
import { readScimConnection } from './readScimConnection.ts'
import { readSsoConnections } from './readSsoConnections.ts'
import { addOrganization } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'
import { slugOf } from '../slugOf.ts'

/** What the API makes by itself, or what a seed says in a way of its own. */
const NOT_SETTINGS = new Set([
  'organization_id',
  'created_at',
  'updated_at',
  'custom_roles',
  'trusted_metadata',
  'claimed_email_domains',
])

/** An organization with all that is in it. */
export function readOrganization(store: SeedStore, described: Described): void {
  const organization_name = described.text('organization_name')
  const organization = addOrganization(store, {
    organization_name,
    organization_slug: readSlug(store, described, organization_name),
    organization_external_id: described.optionalText('organization_external_id') ?? null,
    trusted_metadata: described.free('trusted_metadata') ?? {},
    claimed_email_domains: described.texts('claimed_email_domains') ?? [],
  })
  if (described.has('custom_roles')) {
    organization.custom_roles = readCustomRoles(
      described,
      'custom_roles',
      store.data.project.rbac_policy,
    )
  }
  const connections = readSsoConnections(store, described, organization)
  const settled = applySettings(store.context, described, organization, connections)
  store.data.organizations[organization.organization_id] = settled
  readMembers(store, described, settled, connections)
  const scim = described.object('scim_connection')
  if (scim) readScimConnection(store, scim, settled)
}

function readSlug({ data }: SeedStore, described: Described, name: string): string {
  const slug = described.optionalText('organization_slug') ?? slugOf(name)
  const isTaken = Object.values(data.organizations).some(
    (other) => other.organization_slug.toLowerCase() === slug.toLowerCase(),
  )
  if (isTaken) {
    described.wrong(
      'organization_slug',
      `is ${slug}, as that of another organization. Give one of them another organization_slug.`,
    )
  }
  return slug
}

/** The settings as `organization.update` takes and checks them, with connections by name. */
function applySettings(
  context: EmulatorContext,
  described: Described,
  organization: StoredOrganization,
  connections: ReadonlyMap<string, string>,
): StoredOrganization {
  const names = Object.keys(organization).filter((name) => !NOT_SETTINGS.has(name))
  const settings = Object.fromEntries(names.map((name) => [name, described.raw(name)]))
  const idOf = (name: unknown) =>
    (typeof name === 'string' ? connections.get(name) : undefined) ?? name
  const body = {
    ...settings,
    sso_default_connection_id: idOf(settings['sso_default_connection_id']),
    sso_jit_provisioning_allowed_connections: mapList(
      settings['sso_jit_provisioning_allowed_connections'],
      idOf,
    ),
  }
  try {
    const caller = { organization, mustBeAllowed: () => undefined }
    return changeOrganization(context, caller, bodyOf(body, 'The organization'))
  } catch (error) {
    if (!(error instanceof EmulatorError)) throw error
    const field = names.find((name) => error.message.startsWith(name))
    described.wrong(field ?? '', field ? error.message.slice(field.length).trim() : error.message)
    return organization
  }
}

function mapList(list: unknown, change: (item: unknown) => unknown): unknown {
  return Array.isArray(list) ? list.map((item: unknown) => change(item)) : list
}
