import { badRequest } from '../errors.ts'
import type { SsoIdentity } from '../records/sso.ts'

/**
 * Who somebody is, from what their identity provider told by its own names and the connection's attribute mapping.
 * Throws a 400 of the type `invalidEmail` when no email address is among it.
 */
export function identityFrom(
  told: ReadonlyMap<string, readonly string[]>,
  mapping: Readonly<Record<string, string>>,
  { subject, invalidEmail }: { subject: string; invalidEmail: string },
): SsoIdentity {
  const attributes: Record<string, string | string[]> = {}
  for (const [key, name] of Object.entries(mapping)) {
    const values = told.get(name)
    if (name === '' || values === undefined) continue
    attributes[key] = key === 'groups' ? [...values] : (values[0] ?? '')
  }
  const text = (key: string) => {
    const value = attributes[key]
    return typeof value === 'string' ? value : ''
  }
  const email_address = text('email')
  if (!/^[^\s@]+@[^\s@]+$/.test(email_address)) {
    const from = mapping['email'] || 'nothing'
    throw badRequest(
      `The identity provider told no email address: the attribute mapping takes it from ${from}, which is ${email_address || 'missing'}. It told ${[...told.keys()].join(', ')}.`,
      invalidEmail,
    )
  }
  return {
    external_id: text('idp_user_id') || subject,
    email_address,
    name: text('full_name') || [text('first_name'), text('last_name')].filter(Boolean).join(' '),
    attributes,
  }
}
