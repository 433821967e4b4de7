import { AGENCY_PERSONAS } from './personas.ts'
import type { SeedDescription } from './seedDescription.ts'

const { consultant, colleague } = AGENCY_PERSONAS

const NOOR = { name: consultant.name, email_address: 'noor@brightside.example' }

/**
 * A consultant with one address in many organizations, each with rules of its own: what discovery, switching and
 * invitations look like for her.
 */
export const AGENCY: SeedDescription = {
  name: 'agency',
  project: { project_name: 'Orbit Control', email_domains: ['brightside.example'] },
  organizations: [
    {
      organization_name: 'Brightside Studio',
      email_allowed_domains: ['brightside.example'],
      email_jit_provisioning: 'RESTRICTED',
      members: [
        {
          ...NOOR,
          persona: 'consultant',
          description: consultant.description,
          roles: consultant.role_ids,
        },
        {
          name: colleague.name,
          email_address: 'dario@brightside.example',
          persona: 'colleague',
          description: colleague.description,
        },
      ],
    },
    client('Acorn Bakery', [{ ...NOOR, roles: ['engineer'] }]),
    client('Blue Heron Ferries', [{ ...NOOR, roles: ['viewer', 'billing_admin'] }]),
    client('Cobalt Clinics', [{ ...NOOR, mfa_phone_number: '+46701740606' }], {
      mfa_policy: 'REQUIRED_FOR_ALL',
    }),
    client('Delta Dental', [NOOR], {
      auth_methods: 'RESTRICTED',
      allowed_auth_methods: ['sso'],
      sso_connections: [{ display_name: 'Delta Okta', identity_provider: 'okta' }],
      sso_default_connection_id: 'Delta Okta',
    }),
    client('Ember Energy', [{ ...NOOR, roles: ['stytch_admin'] }]),
    client('Fjord Freight', [{ ...NOOR, is_breakglass: true }], {
      auth_methods: 'RESTRICTED',
      allowed_auth_methods: ['google_oauth'],
    }),
    client('Grove Gardens', [{ ...NOOR, status: 'invited' }]),
    client('Harbor Hotels', [], {
      email_allowed_domains: ['brightside.example'],
      email_jit_provisioning: 'RESTRICTED',
    }),
    client('Iris Insurance', [], {
      email_allowed_domains: ['brightside.example', 'iris.example'],
      email_jit_provisioning: 'RESTRICTED',
      mfa_policy: 'REQUIRED_FOR_ALL',
    }),
    client('Juniper Joinery', []),
  ],
  strangers: [{ name: 'Sam Reyes', email_address: 'sam@elsewhere.example' }],
}

type Organization = SeedDescription['organizations'][number]

/** A client of the agency, with an admin of its own. */
function client(
  organization_name: string,
  guests: NonNullable<Organization['members']>,
  settings: Partial<Organization> = {},
): Organization {
  const domain = `${organization_name.split(' ')[0]?.toLowerCase() ?? ''}.example`
  return {
    organization_name,
    members: [
      {
        name: `${organization_name} admin`,
        email_address: `admin@${domain}`,
        roles: ['stytch_admin'],
        ...(settings.auth_methods === 'RESTRICTED' && { is_breakglass: true }),
      },
      ...guests,
    ],
    ...settings,
  }
}
