import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  createEmulator,
  SEEDS,
  type PersonaId,
  type SeedName,
  type SeedPersona,
} from 'orgportal/emulator'
import { createTestPortal, personas } from 'orgportal/testing'

const seeds = Object.keys(SEEDS).filter((name): name is SeedName => name in SEEDS)

describe('personas', () => {
  it.each(seeds)('are those who can sign in to the seed %s, with what they may do', (seed) => {
    const { personas: seeded, data } = createEmulator({ seed })
    const known: Readonly<Record<string, SeedPersona>> = personas(seed)
    expect(
      seeded.map(({ id, name, description, member_id }) => ({
        id,
        name,
        description,
        role_ids: data.members[member_id]?.role_ids,
      })),
    ).toEqual(Object.entries(known).map(([id, persona]) => ({ id, ...persona })))
  })

  it('complete by seed, and leave room for members', () => {
    expectTypeOf<PersonaId<'agency'>>().toEqualTypeOf<'consultant' | 'colleague'>()
    expectTypeOf<PersonaId<'scim'>>().toEqualTypeOf<
      'admin' | 'it-admin' | 'people-manager' | 'auditor' | 'member'
    >()
    expectTypeOf(createTestPortal<'agency'>).toBeCallableWith({
      seed: 'agency',
      persona: 'member-test-1',
    })
    expectTypeOf(personas('sample').auditor.role_ids).toEqualTypeOf<readonly ['auditor']>()
  })
})
