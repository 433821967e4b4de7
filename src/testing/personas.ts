import type { Open } from '../client/types.ts'
import { SEEDS, type PersonaId, type Seed, type SeedName } from '../emulator/seeds/seeds.ts'

/**
 * Whom one can sign in as: the personas of a seed complete in the editor, and any member's id will do. In a
 * seed of your own the ids are yours.
 */
export type PersonaOf<S extends Seed> = S extends SeedName ? Open<PersonaId<S>> : string

/**
 * Who is there to sign in as in one of the emulator's own seeds, and what each may do.
 *
 * @example personas('sample').auditor.description // 'Auditor: sees connections and members, changes nothing'
 */
export function personas<Name extends SeedName>(seed: Name): (typeof SEEDS)[Name]['personas'] {
  return SEEDS[seed].personas
}
