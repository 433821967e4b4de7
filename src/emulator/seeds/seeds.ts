import type { EmulatorContext } from '../context.ts'
import { DescriptionError } from '../described.ts'
import type { StoreData } from '../store.ts'
import { AGENCY } from './agency.ts'
import { addManyMembers } from './manyMembers.ts'
import { addMembersOfEveryKind, leaveOneAdmin } from './membersOfEveryKind.ts'
import { addNorthwind } from './northwind.ts'
import {
  addDirectory,
  addDeprovisionedMember,
  addManyGroups,
  addScimConnection,
  startRotation,
} from './scim.ts'
import { addMfa } from './mfa.ts'
import {
  AGENCY_PERSONAS,
  LAST_ADMIN_PERSONAS,
  MEMBERS_PERSONAS,
  NORTHWIND_PERSONAS,
  SSO_PERSONAS,
} from './personas.ts'
import type { SeedPersona } from './personas.ts'
import { readSeed, seedNameOf } from './readSeed.ts'
import type { SeedDescription } from './seedDescription.ts'
import { createSeedStore } from './seedStore.ts'
import {
  addAllSsoThereMayBe,
  addEverySso,
  addExpiringSso,
  addNorthwindWithSsoPersonas,
  addNoSso,
} from './sso.ts'
import type { SeedStore } from './seedStore.ts'

/** The worlds that an emulator can begin as, with what is particular about each, and who is there to sign in as. */
export const SEEDS = {
  sample: {
    description: 'Northwind Robotics: 24 members, one SSO connection, no SCIM connection',
    personas: NORTHWIND_PERSONAS,
    build: (store: SeedStore) => {
      addNorthwind(store)
    },
  },
  scim: {
    description: 'An Okta directory with 6 groups, 14 provisioned members and mapped roles',
    personas: NORTHWIND_PERSONAS,
    build: (store: SeedStore) => {
      addDirectory(store, addScimConnection(store, addNorthwind(store)))
    },
  },
  'scim-empty': {
    description: 'A SCIM connection to which nothing was pushed yet',
    personas: NORTHWIND_PERSONAS,
    build: (store: SeedStore) => {
      addScimConnection(store, addNorthwind(store), { tokenExpiresInDays: 365 })
    },
  },
  'scim-rotating': {
    description: 'As scim, with a rotation of the token under way',
    personas: NORTHWIND_PERSONAS,
    build: (store: SeedStore) => {
      const connection = addScimConnection(store, addNorthwind(store), { tokenExpiresInDays: 21 })
      addDirectory(store, connection)
      startRotation(store, connection)
    },
  },
  'scim-expiring': {
    description: 'As scim, with a token that expires in 12 days and somebody deprovisioned',
    personas: NORTHWIND_PERSONAS,
    build: (store: SeedStore) => {
      const organization = addNorthwind(store)
      const connection = addScimConnection(store, organization, { tokenExpiresInDays: 12 })
      addDirectory(store, connection)
      addDeprovisionedMember(store, organization, connection)
    },
  },
  'scim-500-groups': {
    description: 'A directory with 500 groups',
    personas: NORTHWIND_PERSONAS,
    build: (store: SeedStore) => {
      const connection = addScimConnection(store, addNorthwind(store))
      addDirectory(store, connection)
      addManyGroups(store, connection, 494)
    },
  },
  'scim-disabled': {
    description: 'A project that has SCIM switched off',
    personas: NORTHWIND_PERSONAS,
    build: (store: SeedStore) => {
      store.data.project.scim_enabled = false
      addNorthwind(store)
    },
  },
  mfa: {
    description: 'A second factor for everybody: by text message, by app, and not enrolled yet',
    personas: NORTHWIND_PERSONAS,
    build: (store: SeedStore) => {
      addMfa(store, addNorthwind(store))
    },
  },
  'sso-only': {
    description: 'Sign-in by SSO only, but for one member who may break the glass',
    personas: NORTHWIND_PERSONAS,
    build: (store: SeedStore) => {
      const organization = addNorthwind(store)
      organization.auth_methods = 'RESTRICTED'
      organization.allowed_auth_methods = ['sso']
    },
  },
  sso: {
    description: 'SSO connections in every state, and members who came through each',
    personas: SSO_PERSONAS,
    build: addEverySso,
  },
  'sso-none': {
    description: 'No SSO connection yet',
    personas: SSO_PERSONAS,
    build: addNoSso,
  },
  'sso-expiring': {
    description:
      'Certificates that end in 5, 25 and 55 days or have ended, a SCIM token, invitations',
    personas: SSO_PERSONAS,
    build: addExpiringSso,
  },
  'sso-limit': {
    description: 'As many SSO connections as an organization may have',
    personas: SSO_PERSONAS,
    build: addAllSsoThereMayBe,
  },
  'sso-disabled': {
    description: 'A project that has SSO switched off',
    personas: SSO_PERSONAS,
    build: (store: SeedStore) => {
      store.data.project.sso_enabled = false
      addNorthwindWithSsoPersonas(store)
    },
  },
  agency: {
    description: 'One person in many organizations, and some more that she could join',
    personas: AGENCY_PERSONAS,
    build: (store: SeedStore) => {
      readSeed(store, AGENCY)
    },
  },
  'ten-thousand-members': {
    description: 'Northwind Robotics grown to 10,000 members',
    personas: NORTHWIND_PERSONAS,
    build: (store: SeedStore) => {
      addManyMembers(store, addNorthwind(store), 9_976)
    },
  },
  'hundred-thousand-members': {
    description: 'As that with 100,000 members, some of them managed by an Okta directory',
    personas: NORTHWIND_PERSONAS,
    build: (store: SeedStore) => {
      const organization = addNorthwind(store)
      const connection = addScimConnection(store, organization)
      addDirectory(store, connection)
      addManyMembers(store, organization, 99_976, connection)
    },
  },
  members: {
    description: 'Northwind Robotics with 60 members, of every kind',
    personas: MEMBERS_PERSONAS,
    build: (store: SeedStore) => {
      addMembersOfEveryKind(store, addNorthwind(store))
    },
  },
  'members-last-admin': {
    description: 'As members, with one member only who can manage roles',
    personas: LAST_ADMIN_PERSONAS,
    build: (store: SeedStore) => {
      const organization = addNorthwind(store)
      addMembersOfEveryKind(store, organization)
      leaveOneAdmin(store, organization)
    },
  },
  'members-invites-off': {
    description: 'As members, in an organization that allows no invitations',
    personas: MEMBERS_PERSONAS,
    build: (store: SeedStore) => {
      const organization = addNorthwind(store)
      addMembersOfEveryKind(store, organization)
      organization.email_invites = 'NOT_ALLOWED'
    },
  },
  'members-restricted': {
    description: 'As members, in an organization that allows invitations to its own domains only',
    personas: MEMBERS_PERSONAS,
    build: (store: SeedStore) => {
      const organization = addNorthwind(store)
      addMembersOfEveryKind(store, organization)
      organization.email_invites = 'RESTRICTED'
    },
  },
} as const satisfies Record<string, NamedSeed>

interface NamedSeed {
  description: string
  personas: Readonly<Record<string, SeedPersona>>
  build: (store: SeedStore) => void
}

export type SeedName = keyof typeof SEEDS

/** Ids of the personas of a named seed. */
export type PersonaId<Name extends SeedName = SeedName> = Name extends SeedName
  ? Extract<keyof (typeof SEEDS)[Name]['personas'], string>
  : never

export function isSeedName(value: unknown): value is SeedName {
  return typeof value === 'string' && Object.hasOwn(SEEDS, value)
}

/** A world of the emulator's own by name, or one that somebody describes. */
export type Seed = SeedName | SeedDescription

/**
 * Throws when there is no such seed, and says which there are; and, when one is described, a `DescriptionError` with
 * all that is wrong with it.
 */
export function buildSeed(seed: Seed, context: EmulatorContext): StoreData {
  if (typeof seed === 'object') {
    if (isSeedName(seed.name)) {
      const message = 'is that of one of the emulator’s own seeds. Choose another name.'
      throw new DescriptionError([{ path: ['name'], message }])
    }
    const store = createSeedStore(seedNameOf(seed), context)
    readSeed(store, seed)
    return store.data
  }
  if (!isSeedName(seed)) throw new Error(unknownSeed(seed))
  const store = createSeedStore(seed, context)
  SEEDS[seed].build(store)
  return store.data
}

export function unknownSeed(name: unknown): string {
  return `There is no seed ${JSON.stringify(name)}. There are: ${Object.keys(SEEDS).join(', ')}.`
}
