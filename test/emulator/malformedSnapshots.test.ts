import { createEmulator } from 'orgportal/emulator'
import type { Emulator } from 'orgportal/emulator'
import { describe, expect, it } from 'vitest'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
type Path = (string | number)[]

/** A world in which every collection has something in it. */
async function fullWorld(): Promise<{ snapshot: Record<string, Json>; session: string }> {
  const emulator = createEmulator({ seed: 'scim-rotating' })
  const session = await signIn(emulator)
  emulator.createMagicLink('auditor')
  const [admin] = emulator.personas
  await post(emulator, '/_emulator/access-tokens', { member_id: admin?.member_id })
  await post(emulator, '/_emulator/trusted-tokens', { email_address: admin?.email_address })
  const [connection] = Object.values(emulator.data.scim_connections)
  await emulator.fetch(`${emulator.baseUrl}/v1/b2b/scim/${connection?.connection_id ?? ''}/Users`)
  return {
    snapshot: JSON.parse(JSON.stringify(emulator.snapshot())) as Record<string, Json>,
    session,
  }
}

async function signIn(emulator: Emulator): Promise<string> {
  const { token } = emulator.createMagicLink('admin')
  const answer = await post(emulator, '/sdk/v1/b2b/magic_links/authenticate', {
    magic_links_token: token,
  })
  const { data } = (await answer.json()) as { data: { session_token: string } }
  return data.session_token
}

function post(emulator: Emulator, path: string, body: object): Promise<Response> {
  return emulator.fetch(emulator.baseUrl + path, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${emulator.publicToken}:x`)}` },
    body: JSON.stringify(body),
  })
}

/** All places in a value; of a collection and of lists, in the first item. */
function* places(value: Json, path: Path): Generator<Path> {
  yield path
  if (typeof value !== 'object' || value === null) return
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  const isCollection = path.length === 1 && path[0] !== 'project'
  const chosen = isCollection || Array.isArray(value) ? keys.slice(0, 1) : keys
  for (const key of chosen) {
    yield* places((value as Record<string | number, Json>)[key] ?? null, [...path, key])
  }
}

function changed(root: Record<string, Json>, path: Path, value: Json | undefined): Json {
  const copy = structuredClone(root)
  let parent = copy as Record<string | number, Json>
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, Json>
  const last = path.at(-1) ?? ''
  if (value === undefined) Reflect.deleteProperty(parent, last)
  else parent[last] = value
  return copy
}

/** Asks for everything, whatever the answer. */
async function askAll(emulator: Emulator, session: string): Promise<void> {
  const [connection] = Object.values(emulator.data.scim_connections)
  const token = connection?.bearer_token.value ?? ''
  const base = `/v1/b2b/scim/${connection?.connection_id ?? ''}`
  const basic = `Basic ${btoa(`${emulator.publicToken}:${session}`)}`
  const asks: [method: string, path: string, authorization?: string | undefined, body?: string][] =
    [
      ['GET', '/_emulator'],
      ['GET', '/_emulator/scim'],
      ['POST', '/_emulator/personas/admin/magic-link', undefined, '{}'],
      ['GET', `/sdk/v1/projects/bootstrap/${emulator.publicToken}`],
      ['POST', '/sdk/v1/b2b/sessions/authenticate', basic, '{}'],
      ['GET', '/sdk/v1/b2b/organizations/me', basic],
      ['PUT', '/sdk/v1/b2b/organizations/me', basic, '{"organization_name":"Other"}'],
      ['GET', '/sdk/v1/b2b/organizations/members/me', basic],
      ['POST', '/sdk/v1/b2b/organizations/me/members/search', basic, '{}'],
      [
        'POST',
        '/sdk/v1/b2b/organizations/me/members/search',
        basic,
        '{"query":{"operator":"OR","operands":[{"filter_name":"member_email_fuzzy","filter_value":"abc"},{"filter_name":"member_mfa_phone_number_fuzzy","filter_value":"abc"},{"filter_name":"statuses","filter_value":["deleted"]}]}}',
      ],
      ['GET', '/sdk/v1/b2b/admin_portal_config', basic],
      ['GET', '/sdk/v1/b2b/scim', basic],
      ['POST', '/sdk/v1/b2b/scim/groups', basic, '{}'],
      ['GET', `${base}/Users`, `Bearer ${token}`],
      ['GET', `${base}/Groups`, `Bearer ${token}`],
      [
        'POST',
        `${base}/Users`,
        `Bearer ${token}`,
        '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a@b.example"}',
      ],
      ['GET', `${base}/Users?filter=userName%20eq%20%22a%22&sortBy=userName`, `Bearer ${token}`],
      [
        'POST',
        '/sdk/v1/b2b/scim/rotate/complete',
        basic,
        `{"connection_id":"${connection?.connection_id ?? ''}"}`,
      ],
      ['POST', '/sdk/v1/b2b/sessions/revoke', basic, '{}'],
    ]
  for (const [method, path, authorization, body] of asks) {
    await emulator.fetch(emulator.baseUrl + path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(authorization !== undefined && { authorization }),
      },
      ...(body !== undefined && { body }),
    })
  }
}

const wrongValues: (Json | undefined)[] = [undefined, null, 7, 'text', [], {}, [null], [{}]]

describe('restore of a snapshot with one wrong value', async () => {
  const { snapshot, session } = await fullWorld()

  it.each(Object.keys(snapshot))(
    'refuses it and names the place, or goes on without a mistake: %s',
    async (collection) => {
      const found: string[] = []
      for (const path of places(snapshot[collection] ?? null, [collection])) {
        for (const value of wrongValues) {
          const what = `${path.join('.')} = ${value === undefined ? 'nothing' : JSON.stringify(value)}`
          const emulator = createEmulator({
            onDefect: (error, request) =>
              found.push(`${what}: ${request.method} ${request.path} ${String(error)}`),
          })
          const problem = problemOf(() => {
            emulator.restore(changed(snapshot, path, value))
          })
          if (problem === null) await askAll(emulator, session)
          else if (!problem.includes(`not a snapshot of the emulator: ${collection}`)) {
            found.push(`${what}: ${problem}`)
          }
        }
      }
      expect(found).toEqual([])
    },
  )

  function problemOf(act: () => void): string | null {
    try {
      act()
      return null
    } catch (error) {
      return String(error)
    }
  }
})
