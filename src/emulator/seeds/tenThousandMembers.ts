import type { StoredOrganization } from '../records/organizations.ts'
import { createSeededRandom } from '../random.ts'
import { addMember } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'

const GIVEN =
  'Adaeze Ahmed Aisha Akira Alma Andrei Anika Arjun Astrid Bao Beatriz Ben Camille Carlos Chen Clara Daniel Deepa Diego Elena Emeka Emma Erik Fatima Felix Freya Gabriel Hana Hugo Ibrahim Ingrid Ivan Jamila Jin Julia Karim Kofi Lara Leila Lucas Luis Maya Mei Mohamed Nadia Noah Nora Omar Oscar Petra Rafael Rania Sara Sofia Tariq Tom Uma Wei Yara Zoe'.split(
    ' ',
  )
const FAMILY =
  'Abbas Andersson Bauer Becker Bianchi Castro Chandra Chukwu Cohen Costa Dang Diaz Eriksen Farouk Fernandez Fischer Fontaine Garcia Gupta Haas Hansen Horvath Ito Ivanova Jansen Johansson Kaya Khan Kim Kowalski Kumar Laurent Lee Lopez Mancini Mensah Meyer Moreno Mwangi Nakamura Nguyen Novak Okeke Olsen Park Patel Petrov Popescu Reyes Romano Rossi Santos Schmidt Silva Singh Suzuki Tanaka Weber Wong Yamada'.split(
    ' ',
  )

/** Fills the organization up with members of all kinds, `count` of them. */
export function addManyMembers(
  store: SeedStore,
  organization: StoredOrganization,
  count: number,
): void {
  const random = createSeededRandom('ten-thousand-members')
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[Math.floor(random() * items.length)] ?? items[0]
  for (let index = 0; index < count; index += 1) {
    const given = GIVEN[Math.floor(random() * GIVEN.length)] ?? ''
    const family = FAMILY[Math.floor(random() * FAMILY.length)] ?? ''
    const status = pick([
      'active',
      'active',
      'active',
      'active',
      'active',
      'active',
      'active',
      'invited',
      'pending',
      'deleted',
    ])
    const name = `${given} ${family}`
    addMember(store, organization, {
      name,
      email_address: `${name.toLowerCase().replace(' ', '.')}.${String(index)}@northwind.example`,
      email_address_verified: status === 'active' || status === 'deleted',
      status,
      role_ids: pick([
        [],
        [],
        [],
        ['engineer'],
        ['viewer'],
        ['billing_admin'],
        ['engineer', 'fleet_operator'],
      ]),
      mfa_enrolled: random() < 0.3,
      created_at: store.inDays(-1 - Math.floor(random() * 390)),
    })
  }
}
