import { cases } from '../contract/calls/all.ts'
import type { Arrange, Who } from '../contract/calls/cases.ts'
import { test } from './fixtures.ts'
import type { Visit } from './visit.ts'

/** Each method that asks the server, in the hands of the official client and of ours: the same sent, got and left. */

const asked = Object.entries(cases).filter(([id]) => !id.startsWith('_internal.'))

const taken = (id: string, who: Who, how: Arrange) => async (visit: Visit) => {
  await visit.signIn(who)
  const args = await how(visit)
  await visit.attempt(id, ...args)
}

/** Prepared by whoever may, called by nobody, and by a member without a permission. */
const takenByOthers = (id: string, who: Who, how: Arrange) => async (visit: Visit) => {
  await visit.signIn(who)
  const args = await how(visit)
  await visit.forget()
  await visit.attempt(id, ...args)
  await visit.signIn('member')
  await visit.attempt(id, ...args)
}

for (const [id, { as = 'admin', minimal, full, refused = {} }] of asked) {
  test(id, async ({ expectSame }) => {
    await expectSame('minimal', taken(id, as, minimal))
    if (full) await expectSame('full', taken(id, as, full))
    for (const [error_type, refusal] of Object.entries(refused)) {
      await expectSame(error_type, taken(id, refusal.as ?? as, refusal.with))
    }
    if (as !== null) await expectSame('by others', takenByOthers(id, as, minimal))
  })
}
