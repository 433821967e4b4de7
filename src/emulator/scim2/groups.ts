import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { StoredScimConnection, StoredScimGroup } from '../records/scim.ts'
import { applyPatch } from './applyPatch.ts'
import { readJson } from './body.ts'
import { badRequest, scimResponse } from './errors.ts'
import { objectsAt, textAt, type JsonObject } from './json.ts'
import { listResponse, readListQuery, readSearchRequest, type Listed } from './listing.ts'
import { readPatchRequest } from './patchRequest.ts'
import { project, readProjection } from './projection.ts'
import {
  deprovisionGroup,
  provisionGroup,
  requireGroup,
  updateGroup,
  type ScimGroupInput,
} from './provisioning.ts'
import { readResource } from './readResource.ts'
import { groupType } from './schemas.ts'
import { scimBaseOf, type ScimEnv } from './session.ts'
import { createScimWire } from './wireResources.ts'

/** Mounted at `/Groups`. */
export function groupRoutes(context: EmulatorContext): Hono<ScimEnv> {
  const app = new Hono<ScimEnv>()

  app.get('/', (c) => {
    const request = readListQuery(new URL(c.req.url).searchParams, [groupType])
    return scimResponse(listResponse(listedGroups(context, c.var.connection), request))
  })
  app.post('/.search', async (c) => {
    const request = readSearchRequest(await readJson(c.req.raw), [groupType])
    return scimResponse(listResponse(listedGroups(context, c.var.connection), request))
  })
  app.post('/', async (c) => {
    const { connection } = c.var
    const input = groupInputOf(readResource(await readJson(c.req.raw), groupType))
    const answer = answerTo(c.req.url, connection)
    return answer(provisionGroup(context, connection, input), 201)
  })
  app.get('/:id', (c) => {
    const { connection } = c.var
    const group = requireGroup(context.data, connection, c.req.param('id'))
    return answerTo(c.req.url, connection)(group)
  })
  app.put('/:id', async (c) => {
    const { connection } = c.var
    const body = await readJson(c.req.raw)
    const group = requireGroup(context.data, connection, c.req.param('id'))
    const input = groupInputOf(readResource(body, groupType))
    const answer = answerTo(c.req.url, connection)
    return answer(updateGroup(context, connection, group, input))
  })
  app.patch('/:id', async (c) => {
    const { connection } = c.var
    const id = c.req.param('id')
    const body = await readJson(c.req.raw)
    const group = requireGroup(context.data, connection, id)
    const operations = readPatchRequest(body, id, groupType)
    const patched = readResource(applyPatch(resourceOf(group), operations), groupType)
    const answer = answerTo(c.req.url, connection)
    return answer(updateGroup(context, connection, group, groupInputOf(patched)))
  })
  app.delete('/:id', (c) => {
    deprovisionGroup(context, requireGroup(context.data, c.var.connection, c.req.param('id')))
    return c.body(null, 204)
  })

  /** Reads what the query asks for before anything is changed; then answers with a group. */
  function answerTo(url: string, connection: StoredScimConnection) {
    const projection = readProjection(new URL(url).searchParams)
    return (group: StoredScimGroup, status = 200) => {
      const wire = createScimWire(context.data, connection, scimBaseOf(context, connection))
      return scimResponse(project(wire.group(group), projection, groupType), status, {
        location: wire.locate(groupType, group.group_id),
      })
    }
  }

  return app
}

/** Every group of a connection as lists hold them. */
export function listedGroups(context: EmulatorContext, connection: StoredScimConnection): Listed[] {
  const wire = createScimWire(context.data, connection, scimBaseOf(context, connection))
  return Object.values(context.data.scim_groups)
    .filter((group) => group.connection_id === connection.connection_id)
    .map((group) => ({ type: groupType, resource: wire.group(group) }))
}

/** A stored group in the form that a PATCH is applied to. */
function resourceOf(group: StoredScimGroup): JsonObject {
  return {
    schemas: [groupType.schema.id],
    displayName: group.group_name,
    ...(group.external_id === '' ? {} : { externalId: group.external_id }),
    members: group.member_ids.map((value) => ({ value })),
  }
}

function groupInputOf(resource: JsonObject): ScimGroupInput {
  const externalId = textAt(resource, 'externalId')
  return {
    displayName: textAt(resource, 'displayName') ?? '',
    ...(externalId === undefined ? {} : { externalId }),
    memberIds: objectsAt(resource, 'members').map((member, index) => {
      const type = textAt(member, 'type') ?? 'User'
      if (type.toLowerCase() === 'user') return textAt(member, 'value') ?? ''
      throw badRequest(
        'invalidValue',
        `members[${String(index)}].type: expected "User", got "${type}": groups in groups are not supported.`,
      )
    }),
  }
}
