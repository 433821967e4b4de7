import { commonAttributes, type Attribute, type ResourceType, type Schema } from './schemas.ts'

/** An attribute found in a resource type, with the way to it. */
export interface AttributePath {
  /** The extension it belongs to; none for the core schema. */
  extension: Schema | undefined
  attribute: Attribute
  subAttribute: Attribute | undefined
}

/**
 * Finds `userName`, `name.familyName`, `emails.value` or an attribute with its schema's URN before it.
 * Letter case does not matter. Answers null for what the type does not have.
 */
export function resolvePath(path: string, type: ResourceType): AttributePath | null {
  const { extension, rest } = splitSchema(path, type)
  const [name = '', subName, ...more] = rest.split('.')
  const attribute = findAttribute(extension ? extension.attributes : attributesOf(type), name)
  if (!attribute || more.length > 0) return null
  if (subName === undefined) return { extension, attribute, subAttribute: undefined }
  const subAttribute = findAttribute(attribute.subAttributes ?? [], subName)
  return subAttribute ? { extension, attribute, subAttribute } : null
}

/** Takes a known schema URN from the front of a path. */
export function splitSchema(
  path: string,
  type: ResourceType,
): { extension: Schema | undefined; rest: string } {
  const lowered = path.toLowerCase()
  const schema = [type.schema, ...type.extensions].find(({ id }) =>
    lowered.startsWith(`${id.toLowerCase()}:`),
  )
  if (!schema) return { extension: undefined, rest: path }
  const extension = schema === type.schema ? undefined : schema
  return { extension, rest: path.slice(schema.id.length + 1) }
}

export function attributesOf(type: ResourceType): readonly Attribute[] {
  return [...commonAttributes, ...type.schema.attributes]
}

export function findAttribute(
  attributes: readonly Attribute[],
  name: string,
): Attribute | undefined {
  const lowered = name.toLowerCase()
  return attributes.find((candidate) => candidate.name.toLowerCase() === lowered)
}

export function findExtension(type: ResourceType, urn: string): Schema | undefined {
  const lowered = urn.toLowerCase()
  return type.extensions.find(({ id }) => id.toLowerCase() === lowered)
}
