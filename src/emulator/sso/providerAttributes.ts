import type { StoredIdpPerson } from '../records/sso.ts'
import { nameOf } from './idpDirectory.ts'

type Attributes = Record<string, string | string[]>

/**
 * The SAML attributes of a person: by the plain names, and by those that the product after which the identity
 * provider is named uses unless its admin says otherwise, so that the usual mapping for each finds what it looks for.
 */
export function attributesOf(person: StoredIdpPerson, idp: string): Attributes {
  const { person_id, email_address, first_name, last_name, groups, attributes } = person
  const usual = PRODUCTS.find(([begins]) => begins.test(idp))?.[1]
  return {
    ...attributes,
    ...usual?.(person),
    id: person_id,
    email: email_address,
    firstName: first_name,
    lastName: last_name,
    displayName: nameOf(person),
    groups,
  }
}

const IDENTITY = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
const MICROSOFT = 'http://schemas.microsoft.com/identity/claims'

const PRODUCTS: readonly (readonly [RegExp, (person: StoredIdpPerson) => Attributes])[] = [
  [
    /^(microsoft-)?entra\b/,
    (person) => ({
      ...identityClaims(person),
      [`${MICROSOFT}/tenantid`]: '00000000-0000-4000-8000-00000000e17a',
      [`${MICROSOFT}/objectidentifier`]: person.person_id,
      [`${MICROSOFT}/displayname`]: nameOf(person),
      'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups': person.groups,
    }),
  ],
  [
    /^adfs\b/,
    (person) => ({
      ...identityClaims(person),
      [`${IDENTITY}/upn`]: person.email_address,
      'http://schemas.xmlsoap.org/claims/Group': person.groups,
    }),
  ],
  [
    /^auth0\b/,
    (person) => ({
      ...identityClaims(person),
      [`${IDENTITY}/nameidentifier`]: person.person_id,
      'http://schemas.auth0.com/user_id': person.person_id,
      'http://schemas.auth0.com/groups': person.groups,
    }),
  ],
  [
    /^onelogin\b/,
    (person) => ({
      'User.email': person.email_address,
      'User.FirstName': person.first_name,
      'User.LastName': person.last_name,
      memberOf: person.groups,
    }),
  ],
  [
    /^jumpcloud\b/,
    (person) => ({
      firstname: person.first_name,
      lastname: person.last_name,
      memberOf: person.groups,
    }),
  ],
  [
    /^keycloak\b/,
    (person) => ({
      'urn:oid:1.2.840.113549.1.9.1': person.email_address,
      'urn:oid:2.5.4.42': person.first_name,
      'urn:oid:2.5.4.4': person.last_name,
      member: person.groups,
    }),
  ],
  [
    /^(pingone|pingfederate|cyberark|duo|rippling)\b/,
    (person) => ({
      saml_subject: person.email_address,
      given_name: person.first_name,
      family_name: person.last_name,
      memberOf: person.groups,
    }),
  ],
]

/** The names that Microsoft brought into the world. */
function identityClaims(person: StoredIdpPerson): Attributes {
  return {
    [`${IDENTITY}/emailaddress`]: person.email_address,
    [`${IDENTITY}/givenname`]: person.first_name,
    [`${IDENTITY}/surname`]: person.last_name,
    [`${IDENTITY}/name`]: person.email_address,
  }
}
