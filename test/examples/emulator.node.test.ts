import { describe, expect, it } from 'vitest'
import { start } from '../../examples/emulator/server.ts'
import { mayLaunch } from '../../examples/client/starships.ts'

/** What the examples of docs/emulator.md and docs/client.md do that need no page. */
describe('examples/emulator', () => {
  it('serves the API', async () => {
    const { url, close } = await start()
    expect(await (await fetch(`${url}/_emulator`)).json()).toMatchObject({ seed: 'scim' })
    await close()
  })
})

describe('examples/client', () => {
  it('has a project’s own resources, and no for somebody who is not signed in', async () => {
    await expect(mayLaunch('not a token')).rejects.toThrow(/publicToken/)
  })
})
