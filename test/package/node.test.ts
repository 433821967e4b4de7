import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createConsumer, tool, type Consumer } from './consumer.ts'

const script = `
import { createB2BClient, createMemoryStorage, isApiError } from 'orgportal/client'
import { createEmulator, EMULATOR_PUBLIC_TOKEN } from 'orgportal/emulator'

const emulator = createEmulator({ seed: 'scim' })
const client = createB2BClient(EMULATOR_PUBLIC_TOKEN, {
  baseUrl: emulator.baseUrl,
  fetch: emulator.fetch,
  storage: createMemoryStorage(),
})
const { token } = emulator.createMagicLink('it-admin')
await client.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 })
const { connection } = await client.scim.getConnection()
const refusal = await client.scim.deleteConnection('scim-connection-unknown').catch((error: unknown) => error)
client.dispose()
console.log(JSON.stringify({
  identityProvider: connection?.identity_provider,
  refusal: isApiError(refusal) ? refusal.status_code : String(refusal),
}))
`

const typeErrors = `
import { createB2BClient } from 'orgportal/client'

// @ts-expect-error: the token is a string. If the types did not resolve, there would be no error.
createB2BClient(1)

export * as server from 'orgportal/emulator/node'
`

const tsconfig = {
  compilerOptions: {
    strict: true,
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'nodenext',
    types: ['node'],
    skipLibCheck: false,
  },
  files: ['script.ts', 'types.ts'],
}

describe('a Node script that installs orgportal, without React', () => {
  let project: Consumer
  beforeAll(async () => {
    project = await createConsumer({
      name: 'node-script',
      withoutPeers: true,
      packages: ['@types/node'],
      files: {
        'script.ts': script,
        'types.ts': typeErrors,
        'tsconfig.json': JSON.stringify(tsconfig),
      },
    })
  })

  it('has no React installed', () => {
    expect(existsSync(join(project.directory, 'node_modules/react'))).toBe(false)
  })

  it('compiles under nodenext and reads a SCIM connection from an emulator of its own', async () => {
    await project.run(tool('tsc'), '-p', '.')
    const printed: unknown = JSON.parse(await project.run('node', 'script.js'))
    expect(printed).toEqual({ identityProvider: 'okta', refusal: 404 })
  })

  it('has the command orgportal', async () => {
    const help = await project.run('node_modules/.bin/orgportal', 'emulator', '--help')
    expect(help).toContain('--port')
    expect(help).toContain('--seed')
    expect(help).toContain('--data')
  })
})
