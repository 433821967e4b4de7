import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { StoredScimConnection } from '../records/scim.ts'
import { applyPatch } from './applyPatch.ts'
import { readJson } from './body.ts'
import { scimResponse } from './errors.ts'
import { listResponse, readListQuery, readSearchRequest, type Listed } from './listing.ts'
import { readPatchRequest } from './patchRequest.ts'
import { project, readProjection } from './projection.ts'
import {
  deprovisionUser,
  provisionUser,
  requireUser,
  updateUser,
  usersOf,
  type ProvisionedMember,
} from './provisioning.ts'
import { readResource } from './readResource.ts'
import { userType } from './schemas.ts'
import { scimBaseOf, type ScimEnv } from './session.ts'
import { createScimWire } from './wireResources.ts'

/** Mounted at `/Users`. */
export function userRoutes(context: EmulatorContext): Hono<ScimEnv> {
  const app = new Hono<ScimEnv>()

  app.get('/', (c) => {
    const request = readListQuery(new URL(c.req.url).searchParams, [userType])
    return scimResponse(listResponse(listedUsers(context, c.var.connection), request))
  })
  app.post('/.search', async (c) => {
    const request = readSearchRequest(await readJson(c.req.raw), [userType])
    return scimResponse(listResponse(listedUsers(context, c.var.connection), request))
  })
  app.post('/', async (c) => {
    const { connection } = c.var
    const resource = readResource(await readJson(c.req.raw), userType)
    const answer = answerTo(c.req.url, connection)
    const member = provisionUser(context, connection, resource)
    return answer(member, 201)
  })
  app.get('/:id', (c) => {
    const { connection } = c.var
    const member = requireUser(context.data, connection, c.req.param('id'))
    return answerTo(c.req.url, connection)(member)
  })
  app.put('/:id', async (c) => {
    const { connection } = c.var
    const body = await readJson(c.req.raw)
    const member = requireUser(context.data, connection, c.req.param('id'))
    const resource = readResource(body, userType)
    const answer = answerTo(c.req.url, connection)
    return answer(updateUser(context, connection, member, resource))
  })
  app.patch('/:id', async (c) => {
    const { connection } = c.var
    const id = c.req.param('id')
    const body = await readJson(c.req.raw)
    const member = requireUser(context.data, connection, id)
    const operations = readPatchRequest(body, id, userType)
    const patched = readResource(applyPatch(member.scim.resource, operations), userType)
    const answer = answerTo(c.req.url, connection)
    return answer(updateUser(context, connection, member, patched))
  })
  app.delete('/:id', (c) => {
    deprovisionUser(context, requireUser(context.data, c.var.connection, c.req.param('id')))
    return c.body(null, 204)
  })

  /** Reads what the query asks for before anything is changed; then answers with a user. */
  function answerTo(url: string, connection: StoredScimConnection) {
    const projection = readProjection(new URL(url).searchParams)
    return (member: ProvisionedMember, status = 200) => {
      const wire = createScimWire(context.data, connection, scimBaseOf(context, connection))
      return scimResponse(project(wire.user(member), projection, userType), status, {
        location: wire.locate(userType, member.member_id),
      })
    }
  }

  return app
}

/** Every user of a connection as lists hold them. */
export function listedUsers(context: EmulatorContext, connection: StoredScimConnection): Listed[] {
  const wire = createScimWire(context.data, connection, scimBaseOf(context, connection))
  return usersOf(context.data, connection).map((member) => ({
    type: userType,
    resource: wire.user(member),
  }))
}
