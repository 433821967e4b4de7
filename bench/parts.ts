import type { SeedName } from 'orgportal/emulator'

export type Contestant = 'ours' | 'official'

/** One comparison: the same screen of both portals, for the same member and the same data. */
export interface BenchPart {
  name: string
  /** The emulator's seed. */
  seed: SeedName
  /** Who looks at it. */
  persona: string
  /** Folder under `apps/` with `ours.tsx` and `official.tsx`. */
  folder: string
  /** Texts that are all on the page once its content is there. What both portals show, in their own words. */
  expected: Record<Contestant, readonly string[]>
  /** What a reader has to know to take the figures for what they are. */
  note?: string
}

/** Every part that is compared. A new part is one entry here and one folder under `apps/`. */
export const parts: readonly BenchPart[] = [
  {
    name: 'AdminPortalSCIM, an active connection with mapped groups',
    seed: 'scim',
    persona: 'admin',
    folder: 'scim',
    expected: {
      ours: ['Northwind Okta directory', 'Robotics Engineering'],
      official: ['Northwind Okta directory', 'Robotics Engineering'],
    },
    note:
      'One second after it has settled ours asks for the members too (one request), to say how many users arrived; ' +
      'the official part does not show that, and it is not in these figures.',
  },
  {
    name: 'AdminPortalMemberManagement, the first page of 10,000 members',
    seed: 'ten-thousand-members',
    persona: 'admin',
    folder: 'members',
    // One of the members who were there first, and so on the first page.
    expected: {
      ours: ['Ada Lovelace', 'ada.lovelace@northwind.example'],
      official: ['Ada Lovelace', 'ada.lovelace@northwind.example'],
    },
    note: 'Ours shows 25 members a page, the official part 15: each as it is set at first.',
  },
  {
    name: 'AdminPortalSSO, the list of connections',
    seed: 'sso',
    persona: 'admin',
    folder: 'sso',
    expected: {
      ours: ['Northwind Okta'],
      official: ['Northwind Okta'],
    },
  },
]
