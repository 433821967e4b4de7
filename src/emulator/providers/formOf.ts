import type { Context } from 'hono'
import { parseBody, readText } from '../body.ts'

/** The texts of a posted form, or of JSON. */
export async function formOf(c: Context): Promise<Record<string, string>> {
  const source = await readText(c.req.raw)
  if (!c.req.header('content-type')?.includes('json')) {
    return Object.fromEntries(new URLSearchParams(source))
  }
  const body = parseBody(source)
  return Object.fromEntries(
    body.names().flatMap((name) => {
      const value = body.raw(name)
      return typeof value === 'string' ? [[name, value] as const] : []
    }),
  )
}
