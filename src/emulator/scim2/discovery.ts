import { MAX_COUNT } from './listing.ts'
import type { JsonObject } from './json.ts'
import {
  resourceTypes,
  schemas,
  type Attribute,
  type AttributeDocument,
  type ResourceType,
  type Schema,
} from './schemas.ts'

/** What this service provider can do, RFC 7643 section 5. */
export function serviceProviderConfig(scimBase: string): JsonObject {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: MAX_COUNT },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: false },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'OAuth Bearer Token',
        description: 'The bearer token of the SCIM connection, or the next one during a rotation.',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
    meta: {
      resourceType: 'ServiceProviderConfig',
      location: `${scimBase}/ServiceProviderConfig`,
    },
  }
}

export function resourceTypeDocuments(scimBase: string): JsonObject[] {
  return resourceTypes.map((type) => resourceTypeDocument(type, scimBase))
}

export function schemaDocuments(scimBase: string): JsonObject[] {
  return schemas.map((schema) => schemaDocument(schema, scimBase))
}

/** A ListResponse with all of `documents`: discovery knows no paging. */
export function documentList(documents: JsonObject[]): JsonObject {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: documents.length,
    startIndex: 1,
    itemsPerPage: documents.length,
    Resources: documents,
  }
}

function resourceTypeDocument(type: ResourceType, scimBase: string): JsonObject {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: type.id,
    name: type.id,
    description: type.description,
    endpoint: type.endpoint,
    schema: type.schema.id,
    schemaExtensions: type.extensions.map(({ id }) => ({ schema: id, required: false })),
    meta: { resourceType: 'ResourceType', location: `${scimBase}/ResourceTypes/${type.id}` },
  }
}

function schemaDocument(schema: Schema, scimBase: string): JsonObject {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    ...schema,
    attributes: schema.attributes.map(attributeDocument),
    meta: { resourceType: 'Schema', location: `${scimBase}/Schemas/${schema.id}` },
  }
}

function attributeDocument(attribute: Attribute): AttributeDocument {
  const { maxLength: _maxLength, singleLine: _singleLine, subAttributes, ...document } = attribute
  return subAttributes
    ? { ...document, subAttributes: subAttributes.map(attributeDocument) }
    : document
}
