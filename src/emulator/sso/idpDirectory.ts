import type { EmulatorContext } from '../context.ts'
import { badRequest, notFound } from '../errors.ts'
import { emailDomain } from '../roles.ts'
import type { StoredMember } from '../records/organizations.ts'
import type { StoredIdpPerson } from '../records/sso.ts'
import { findRecord } from '../store.ts'

/** In the directory of every company, though members of nothing. */
const NEWCOMERS = [
  { first_name: 'Noor', last_name: 'Aziz', groups: ['Everyone', 'Robotics'] },
  { first_name: 'Sam', last_name: 'Reyes', groups: ['Everyone'] },
]

/** Throws 404 unless an emulated identity provider can have this name. They need no set-up: there is one of each. */
export function requireIdp(name: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,99}$/.test(name)) return name
  throw notFound(
    'identity_provider_not_found',
    'An emulated identity provider has a name of small letters, digits and hyphens, such as okta.',
  )
}

/** How people call it: `microsoft-entra-acme` is Microsoft Entra Acme. */
export function idpTitle(idp: string): string {
  return idp
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

/**
 * Whom an identity provider knows: those who were put into it, the members of the organization that it is for (of all
 * organizations, when that is not known) and some who are not members yet.
 */
export function idpPeople(
  { data }: EmulatorContext,
  idp: string,
  organizationId: string | undefined,
): StoredIdpPerson[] {
  const members = Object.values(data.members).filter(
    ({ organization_id, status }) =>
      status !== 'deleted' && organization_id === (organizationId ?? organization_id),
  )
  const people = new Map<string, StoredIdpPerson>()
  const domain = emailDomain(members[0]?.email_address ?? 'example.com')
  const known = [
    ...Object.values(data.idp_people).filter((person) => person.idp === idp),
    ...members.map((member) => personOf(idp, member)),
    ...NEWCOMERS.map((person) => newcomer(idp, person, domain)),
  ]
  for (const person of known) {
    const address = person.email_address.toLowerCase()
    if (!people.has(address)) people.set(address, person)
  }
  return [...people.values()]
}

/** The person with this id. Throws 404 when the identity provider has no such one. */
export function requirePerson(
  context: EmulatorContext,
  idp: string,
  personId: string,
): StoredIdpPerson {
  const stored = findRecord(context.data.idp_people, personId)
  if (stored?.idp === idp) return stored
  const member = findRecord(context.data.members, personId)
  if (member && member.status !== 'deleted') return personOf(idp, member)
  const [, first, domain = ''] = /^newcomer-([a-z]+)@(.+)$/.exec(personId) ?? []
  const person = NEWCOMERS.find(({ first_name }) => first_name.toLowerCase() === first)
  if (person) return newcomer(idp, person, domain)
  throw notFound('person_not_found', `${idpTitle(idp)} knows no ${personId}.`)
}

/**
 * Puts somebody into the directory of an identity provider, or says anew who they are. What is left out stays as it
 * was. Groups are written with commas between.
 */
export function putPerson(
  context: EmulatorContext,
  idp: string,
  given: { email_address: string; name?: string | undefined; groups?: string | undefined },
): StoredIdpPerson {
  const { email_address, name, groups } = given
  if (!/^[^\s@]+@[^\s@]+$/.test(email_address)) {
    throw badRequest(`${email_address} is not an email address.`, 'invalid_email')
  }
  const wanted = email_address.toLowerCase()
  const known = idpPeople(context, idp, undefined).find(
    (person) => person.email_address.toLowerCase() === wanted,
  )
  const [first_name = '', ...rest] = (name || (wanted.split('@')[0] ?? '')).split(' ')
  const person: StoredIdpPerson = {
    idp,
    email_address,
    groups: ['Everyone'],
    attributes: {},
    first_name,
    last_name: rest.join(' '),
    ...known,
    ...(name && { first_name, last_name: rest.join(' ') }),
    ...(groups !== undefined && { groups: listOf(groups) }),
    person_id:
      known && findRecord(context.data.idp_people, known.person_id)
        ? known.person_id
        : context.newId('idp-person'),
  }
  context.data.idp_people[person.person_id] = person
  return person
}

export function nameOf({ first_name, last_name }: StoredIdpPerson): string {
  return [first_name, last_name].filter(Boolean).join(' ')
}

function personOf(idp: string, member: StoredMember): StoredIdpPerson {
  const [first_name = '', ...rest] = member.name.split(' ')
  const groups = member.sso_registrations.flatMap(({ sso_attributes }) => {
    const told: unknown = sso_attributes['groups']
    return Array.isArray(told) ? told.filter((group) => typeof group === 'string') : []
  })
  return {
    person_id: member.member_id,
    idp,
    email_address: member.email_address,
    first_name,
    last_name: rest.join(' '),
    groups: [...new Set(['Everyone', ...groups])],
    attributes: {},
  }
}

function newcomer(
  idp: string,
  person: (typeof NEWCOMERS)[number],
  domain: string,
): StoredIdpPerson {
  const { first_name, last_name } = person
  return {
    person_id: `newcomer-${first_name.toLowerCase()}@${domain}`,
    idp,
    email_address: `${first_name}.${last_name}@${domain}`.toLowerCase(),
    attributes: {},
    ...person,
  }
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}
