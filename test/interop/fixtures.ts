import { expect, test as base } from '@playwright/test'
import { asMeant } from './differences.ts'
import type { ClientSetup, Kind } from './page.ts'
import { openVisit } from './visit.ts'
import type { Step, Visit } from './visit.ts'
import { openWorld } from './world.ts'
import type { World } from './world.ts'

type Walk = (visit: Visit) => Promise<void>

interface Fixtures {
  /** Takes one client for a walk. */
  walkOne: (kind: Kind, walk: Walk) => Promise<Step[]>
  /** Takes each client for the same walk, in a browser and on an emulator that know nothing of the other. */
  walkBoth: (walk: Walk, setup?: Partial<ClientSetup['options']>) => Promise<Record<Kind, Step[]>>
  /** Takes both for the walk, and expects the same of both, step by step. */
  expectSame: (name: string, walk: Walk, setup?: Partial<ClientSetup['options']>) => Promise<void>
}

export const test = base.extend<Fixtures, { world: World }>({
  world: [
    async ({ browser }, use) => {
      const world = await openWorld(browser)
      await use(world)
      await world.close()
    },
    { scope: 'worker' },
  ],
  walkOne: async ({ world }, use) => {
    await use(async (kind, walk) => {
      const visit = await openVisit(world, kind, { now: Date.now() })
      await walk(visit)
      visit.close()
      return visit.steps
    })
  },
  walkBoth: async ({ world }, use) => {
    await use(async (walk, setup = {}) => {
      const now = Date.now()
      const takeOne = async (kind: Kind) => {
        const visit = await openVisit(world, kind, { now, setup })
        await walk(visit)
        visit.close()
        return visit.steps
      }
      return { official: await takeOne('official'), ours: await takeOne('ours') }
    })
  },
  expectSame: async ({ walkBoth }, use) => {
    await use(async (name, walk, setup) => {
      const { official, ours } = await walkBoth(walk, setup)
      expect(
        ours.map(({ call }) => call),
        name,
      ).toEqual(official.map(({ call }) => call))
      official.forEach((step, index) => {
        expect.soft(ours[index], `${name}: ${step.call}`).toEqual(asMeant(step))
      })
    })
  },
})

export { expect }
