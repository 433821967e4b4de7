import type { Described } from '../described.ts'
import { readDescription } from '../described.ts'
import { readPolicy } from '../project/policyChanges.ts'
import { changeProject } from '../project/projectChanges.ts'
import { addOAuthAccounts } from './oauthAccounts.ts'
import { readConnectedApps } from './readConnectedApps.ts'
import { readEmailAddress } from './readMembers.ts'
import { readOrganization } from './readOrganization.ts'
import type { SeedDescription } from './seedDescription.ts'
import type { SeedStore } from './seedStore.ts'

/** How many become personas when a seed names none. */
const USUAL_PERSONAS = 12

/** What a seed is called before it is read. */
export function seedNameOf(seed: SeedDescription): string {
  return typeof seed.name === 'string' && seed.name !== '' ? seed.name : 'custom'
}

/** Fills the store with what is described. Throws a `DescriptionError` with all that is wrong. */
export function readSeed(store: SeedStore, seed: SeedDescription): void {
  readDescription(seed, (root) => {
    root.optionalText('name')
    root.optionalText('description')
    readProject(store, root)
    readConnectedApps(store, root)
    readOrganizations(store, root)
    readStrangers(store, root)
  })
  if (store.data.personas.length === 0) addUsualPersonas(store)
}

function readProject({ data }: SeedStore, root: Described): void {
  const policy = root.object('policy')
  if (policy) data.project.rbac_policy = readPolicy(policy)
  const project = root.object('project')
  if (project) data.project = changeProject(data.project, project)
}

function readOrganizations(store: SeedStore, root: Described): void {
  const organizations = root.objects('organizations')
  if (organizations.length === 0)
    root.wrong('organizations', 'must have at least one organization.')
  for (const organization of organizations) readOrganization(store, organization)
  const people = Object.values(store.data.members).filter(({ status }) => status !== 'deleted')
  // Somebody of several organizations has one account.
  addOAuthAccounts(store, [...new Map(people.map((one) => [one.email_address, one])).values()])
}

function readStrangers(store: SeedStore, root: Described): void {
  const strangers = root.objects('strangers').map((stranger) => ({
    name: stranger.text('name'),
    email_address: readEmailAddress(stranger),
  }))
  addOAuthAccounts(store, strangers)
}

function addUsualPersonas({ data }: SeedStore): void {
  const people = Object.values(data.members).filter(({ status }) => status !== 'deleted')
  data.personas = people.slice(0, USUAL_PERSONAS).map((member, index) => ({
    id: `person-${String(index + 1)}`,
    name: member.name || member.email_address,
    email_address: member.email_address,
    description: member.role_ids.join(', ') || 'Member',
    member_id: member.member_id,
    organization_id: member.organization_id,
  }))
}
