import { badRequest } from '../errors.ts'
import type { SsoIdentity, StoredSamlConnection } from '../records/sso.ts'
import { attributeOf, childOf, childrenOf, SAML, textOf } from './xml.ts'
import { identityFrom } from '../sso/identity.ts'

/** Who the assertion is about, by the connection's attribute mapping. */
export function readIdentity(
  { attribute_mapping }: StoredSamlConnection,
  assertion: Element,
): SsoIdentity {
  const nameId = textOf(childOf(childOf(assertion, SAML, 'Subject'), SAML, 'NameID'))
  if (nameId === '') {
    throw badRequest('The assertion names nobody: it has no NameID.', 'invalid_saml_response')
  }
  const told = new Map([['NameID', [nameId]]])
  for (const statement of childrenOf(assertion, SAML, 'AttributeStatement')) {
    for (const attribute of childrenOf(statement, SAML, 'Attribute')) {
      const values = childrenOf(attribute, SAML, 'AttributeValue').map(textOf)
      for (const name of ['Name', 'FriendlyName']) {
        const key = attributeOf(attribute, name)
        if (key !== undefined && !told.has(key)) told.set(key, values)
      }
    }
  }
  return identityFrom(told, attribute_mapping, {
    subject: nameId,
    invalidEmail: 'invalid_saml_response_email',
  })
}
