/** Somebody of a named seed, under the id by which a test signs in as them. */
export interface SeedPersona {
  readonly name: string
  /** Role ids, beside `stytch_member`. */
  readonly role_ids: readonly string[]
  /** What this person may do, in a few words. */
  readonly description: string
}

/** Those of Northwind Robotics, from the one who may do everything to the one who may do nothing. */
export const NORTHWIND_PERSONAS = {
  admin: {
    name: 'Ada Lovelace',
    role_ids: ['stytch_admin'],
    description: 'Admin: may do everything',
  },
  'it-admin': {
    name: 'Ines Okafor',
    role_ids: ['it_admin'],
    description: 'IT admin: SSO and SCIM only',
  },
  'people-manager': {
    name: 'Paul Mbeki',
    role_ids: ['people_manager'],
    description: 'People manager: members only',
  },
  auditor: {
    name: 'Aiko Tanaka',
    role_ids: ['auditor'],
    description: 'Auditor: sees connections and members, changes nothing',
  },
  member: {
    name: 'Mia Svensson',
    role_ids: [],
    description: 'Plain member: no permission beyond herself',
  },
} as const satisfies Record<string, SeedPersona>

/** Those of the agency. */
export const AGENCY_PERSONAS = {
  consultant: {
    name: 'Noor Haddad',
    role_ids: ['stytch_admin'],
    description: 'Member of seven organizations, invited to one, and may join two',
  },
  colleague: {
    name: 'Dario Conti',
    role_ids: [],
    description: 'Member of the agency only',
  },
} as const satisfies Record<string, SeedPersona>

/** Those of Northwind with members of every kind: two more, each with a role that the organization made itself. */
export const MEMBERS_PERSONAS = {
  ...NORTHWIND_PERSONAS,
  'help-desk': {
    name: 'Hedda Lund',
    role_ids: ['help_desk'],
    description:
      'Help desk: names, second factors, passwords and sessions of members, but not their roles',
  },
  recruiter: {
    name: 'Remi Laurent',
    role_ids: ['recruiter'],
    description: 'Recruiter: sees and invites members, changes none',
  },
} as const satisfies Record<string, SeedPersona>

/** Those of Northwind with SSO connections of every kind: two more, each with a role that the organization made itself. */
export const SSO_PERSONAS = {
  ...NORTHWIND_PERSONAS,
  'sso-viewer': {
    name: 'Vera Lindgren',
    role_ids: ['sso_viewer'],
    description: 'SSO viewer: sees SSO connections and nothing else',
  },
  'sso-operator': {
    name: 'Omar Nasser',
    role_ids: ['sso_operator'],
    description: 'SSO operator: adds and changes SSO connections, but deletes none',
  },
} as const satisfies Record<string, SeedPersona>

/** As those with members of every kind, less the people manager, who was deactivated. */
export const LAST_ADMIN_PERSONAS = {
  admin: MEMBERS_PERSONAS.admin,
  'it-admin': MEMBERS_PERSONAS['it-admin'],
  auditor: MEMBERS_PERSONAS.auditor,
  member: MEMBERS_PERSONAS.member,
  'help-desk': MEMBERS_PERSONAS['help-desk'],
  recruiter: MEMBERS_PERSONAS.recruiter,
} as const satisfies Record<string, SeedPersona>
