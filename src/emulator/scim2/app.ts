import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import { describeDefect } from '../errors.ts'
import { readJson } from './body.ts'
import {
  documentList,
  resourceTypeDocuments,
  schemaDocuments,
  serviceProviderConfig,
} from './discovery.ts'
import { errorResponse, notFound, ScimError, scimResponse } from './errors.ts'
import { groupRoutes, listedGroups } from './groups.ts'
import type { JsonObject } from './json.ts'
import { listResponse, readSearchRequest } from './listing.ts'
import { authorize, scimBaseOf, type ScimEnv } from './session.ts'
import { resourceTypes } from './schemas.ts'
import { listedUsers, userRoutes } from './users.ts'

/**
 * A SCIM 2.0 service provider (RFC 7643, RFC 7644) for every connection of the store. Mount it where
 * connections have their address: `app.route('/v1/b2b/scim/:connectionId', createScim2App(context))`.
 */
export function createScim2App(context: EmulatorContext): Hono<ScimEnv> {
  const app = new Hono<ScimEnv>()
  app.use('*', authorize(context))

  app.route('/Users', userRoutes(context))
  app.route('/Groups', groupRoutes(context))
  app.post('/.search', async (c) => {
    const request = readSearchRequest(await readJson(c.req.raw), resourceTypes)
    const { connection } = c.var
    const listed = [...listedUsers(context, connection), ...listedGroups(context, connection)]
    return scimResponse(listResponse(listed, request))
  })

  app.get('/ServiceProviderConfig', (c) =>
    scimResponse(serviceProviderConfig(scimBaseOf(context, c.var.connection))),
  )
  app.get('/ResourceTypes', (c) =>
    scimResponse(documentList(resourceTypeDocuments(scimBaseOf(context, c.var.connection)))),
  )
  app.get('/ResourceTypes/:id', (c) => {
    const documents = resourceTypeDocuments(scimBaseOf(context, c.var.connection))
    return scimResponse(documentById(documents, c.req.param('id')))
  })
  app.get('/Schemas', (c) =>
    scimResponse(documentList(schemaDocuments(scimBaseOf(context, c.var.connection)))),
  )
  app.get('/Schemas/:id', (c) => {
    const documents = schemaDocuments(scimBaseOf(context, c.var.connection))
    return scimResponse(documentById(documents, c.req.param('id')))
  })

  for (const path of ['/Bulk', '/Me']) {
    app.all(path, () => errorResponse(new ScimError(501, `${path} is not supported.`)))
  }
  app.all('*', (c) => errorResponse(notFound(`There is nothing at ${c.req.method} ${c.req.path}.`)))
  app.onError((error, c) => {
    if (error instanceof ScimError) return errorResponse(error)
    const { method, path } = c.req
    context.reportDefect(error, { method, path })
    return errorResponse(new ScimError(500, describeDefect(error)))
  })
  return app
}

function documentById(documents: JsonObject[], id: string): JsonObject {
  const document = documents.find((candidate) => candidate['id'] === id)
  if (document) return document
  throw notFound(`There is no "${id}" here.`)
}
