import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { connectionSchemas } from './connections.ts'
import { memberSchemas } from './members.ts'
import { organizationSchemas } from './organizations.ts'
import { responseSchemas } from './responses.ts'
import { sessionSchemas } from './sessions.ts'

const named = {
  ...memberSchemas,
  ...organizationSchemas,
  ...sessionSchemas,
  ...connectionSchemas,
  ...responseSchemas,
}

/** The names of all types that have a schema. */
export const typeNames: readonly string[] = Object.keys(named)

/** A function that says what is wrong with a value that should be of a named type; '' when nothing is. */
export function createValidator(): (type: string, value: unknown) => string {
  const ajv = new Ajv({ allErrors: true, verbose: false })
  addFormats(ajv)
  for (const [name, schema] of Object.entries(named)) ajv.addSchema({ $id: name, ...schema })
  return (type, value) => {
    const validate = ajv.getSchema(type)
    if (!validate) throw new Error(`There is no schema of ${type}.`)
    if (validate(value)) return ''
    return (validate.errors ?? [])
      .map(
        ({ instancePath, message, params }) =>
          `${instancePath || '(the whole)'} ${message ?? ''} ${JSON.stringify(params)}`,
      )
      .join('\n')
  }
}
