import { describe, expect, it } from 'vitest'
import { connect, ERROR, LIST, USER } from './scim2Client.ts'

const bearer = (token: string) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/scim+json',
})

describe('bearer token of a SCIM connection', () => {
  it('is required, and a refusal says so in SCIM and by WWW-Authenticate', async () => {
    const scim = connect()
    for (const headers of [{}, bearer('wrong'), { authorization: 'Basic abc' }]) {
      const answer = await scim.send('GET', '/Users', undefined, headers)
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
      expect(answer.headers.get('content-type')).toContain('application/scim+json')
      expect(answer.body).toMatchObject({ schemas: [ERROR], status: '401' })
    }
  })

  it('is refused after it has expired', async () => {
    const scim = connect()
    scim.emulator.clock.advance(400 * 24 * 3_600_000)
    const answer = await scim.send('GET', '/Users')
    expect(answer.status).toBe(401)
    expect(answer.detail).toMatch(/expired/)
  })

  it('may be the current or the next one during a rotation, and the log tells which', async () => {
    const scim = connect('scim-rotating')
    const connection = scim.emulator.data.scim_connections[scim.connectionId]
    const next = connection?.next_bearer_token?.value ?? ''
    expect((await scim.send('GET', '/Users?count=1')).status).toBe(200)
    expect((await scim.send('GET', '/Groups', undefined, bearer(next))).status).toBe(200)
    expect((await scim.send('GET', '/Users', undefined, bearer('neither'))).status).toBe(401)
    expect(
      scim.emulator.data.scim_log.map(({ path, status, token }) => [path, status, token]),
    ).toEqual([
      ['/Users?count=1', 200, 'current'],
      ['/Groups', 200, 'next'],
      ['/Users', 401, 'none'],
    ])
  })

  it('does not open another connection or one that is deleted', async () => {
    const scim = connect()
    const connection = scim.emulator.data.scim_connections[scim.connectionId]
    const token = connection?.bearer_token.value ?? ''
    const elsewhere = scim.base.replace(scim.connectionId, 'scim-connection-test-none')
    const unknown = await scim.emulator.fetch(`${elsewhere}/Users`, { headers: bearer(token) })
    expect(unknown.status).toBe(404)
    if (connection) connection.status = 'deleted'
    const gone = await scim.send('GET', '/Users')
    expect(gone.status).toBe(404)
    expect(gone.body).toMatchObject({ schemas: [ERROR], status: '404' })
  })

  it('leaves at most 200 requests in the log, the newest ones', async () => {
    const scim = connect()
    for (let index = 0; index < 205; index += 1) {
      await scim.send('GET', `/Users?count=${String(index)}`)
    }
    expect(scim.emulator.data.scim_log).toHaveLength(200)
    expect(scim.emulator.data.scim_log.at(0)?.path).toBe('/Users?count=5')
    expect(scim.emulator.data.scim_log.at(-1)?.path).toBe('/Users?count=204')
  })
})

describe('SCIM discovery', () => {
  it('describes what the provider can do', async () => {
    const { body } = await connect().send('GET', '/ServiceProviderConfig?aadOptscim062020')
    expect(body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      filter: { supported: true, maxResults: 200 },
      sort: { supported: true },
      etag: { supported: false },
      changePassword: { supported: false },
      authenticationSchemes: [{ type: 'oauthbearertoken' }],
    })
  })

  it('lists resource types and schemas, and gives each by its id', async () => {
    const scim = connect()
    const types = await scim.send('GET', '/ResourceTypes')
    expect(types.body['schemas']).toEqual([LIST])
    expect(types.resources.map(({ id, endpoint }) => [id, endpoint])).toEqual([
      ['User', '/Users'],
      ['Group', '/Groups'],
    ])
    const schemas = await scim.send('GET', '/Schemas')
    expect(schemas.total).toBe(3)
    for (const { id } of schemas.resources) {
      expect((await scim.send('GET', `/Schemas/${String(id)}`)).id).toBe(id)
    }
    expect((await scim.send('GET', '/ResourceTypes/Group')).id).toBe('Group')
    expect((await scim.send('GET', '/Schemas/urn:none')).status).toBe(404)
  })

  it('says what is not there', async () => {
    const scim = connect()
    expect((await scim.send('POST', '/Bulk', {})).status).toBe(501)
    expect((await scim.send('GET', '/Me')).status).toBe(501)
    expect((await scim.send('GET', '/Printers')).body).toMatchObject({ schemas: [ERROR] })
  })
})

describe('SCIM request body', () => {
  it('may be application/json', async () => {
    const scim = connect()
    const token = scim.emulator.data.scim_connections[scim.connectionId]?.bearer_token.value ?? ''
    const answer = await scim.send(
      'POST',
      '/Users',
      { schemas: [USER], userName: 'plain@northwind.example' },
      { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
    )
    expect(answer.status).toBe(201)
  })

  it('is refused when it is not JSON, empty, not an object, or of another type', async () => {
    const scim = connect()
    const token = scim.emulator.data.scim_connections[scim.connectionId]?.bearer_token.value ?? ''
    for (const body of ['{"userName":', '', '[]', '"text"']) {
      const answer = await scim.send('POST', '/Users', body)
      expect(answer.status).toBe(400)
      expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidSyntax' })
    }
    const form = await scim.send('POST', '/Users', 'userName=x', {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(form.status).toBe(415)
    expect(form.detail).toContain('application/scim+json')
    expect((await scim.send('GET', '/Users')).total).toBe(0)
  })
})
