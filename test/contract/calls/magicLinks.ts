import { code, linkToken, northwindId, otherCode } from '../stage.ts'
import type { Stage } from '../stage.ts'
import type { Arrange, Cases } from './cases.ts'

const MIA = 'mia.svensson@northwind.example'
const STRANGER = 'zoe@northwind.example'
const REDIRECT = 'http://localhost:3000/authenticate'

const session = { session_duration_minutes: 60 }

/** Mia asks for a link; the token of it. */
export async function loginToken(stage: Stage, email_address = MIA): Promise<string> {
  await stage.call('magicLinks.email.loginOrSignup', {
    email_address,
    organization_id: northwindId(stage),
  })
  return linkToken(stage, email_address)
}

/** Somebody shows that an address is theirs, in no organization yet. */
export async function discover(stage: Stage, email_address: string): Promise<void> {
  await stage.call('magicLinks.email.discovery.send', { email_address })
  await stage.call('magicLinks.discovery.authenticate', {
    discovery_magic_links_token: linkToken(stage, email_address),
  })
}

async function discoveryToken(stage: Stage): Promise<string> {
  await stage.call('magicLinks.email.discovery.send', { email_address: MIA })
  return linkToken(stage, MIA)
}

const used: Arrange = async (stage) => {
  const magic_links_token = await loginToken(stage)
  await stage.call('magicLinks.authenticate', { magic_links_token, ...session })
  return [{ magic_links_token, ...session }]
}

export const magicLinkCases: Cases = {
  'magicLinks.email.loginOrSignup': {
    as: null,
    minimal: (stage) => [{ email_address: MIA, organization_id: northwindId(stage) }],
    full: (stage) => [
      {
        email_address: STRANGER,
        organization_id: northwindId(stage),
        login_redirect_url: REDIRECT,
        signup_redirect_url: REDIRECT,
        login_template_id: 'template-1',
        signup_template_id: 'template-2',
        locale: 'en',
        login_expiration_minutes: 10,
        signup_expiration_minutes: 10,
      },
    ],
    refused: {
      organization_not_found: {
        status: 404,
        with: () => [{ email_address: MIA, organization_id: 'organization-test-unknown' }],
      },
      invalid_email: {
        with: (stage) => [{ email_address: 'no address', organization_id: northwindId(stage) }],
      },
      invalid_email_for_jit_provisioning: {
        with: (stage) => [
          { email_address: 'zoe@elsewhere.example', organization_id: northwindId(stage) },
        ],
      },
    },
  },
  'magicLinks.email.invite': {
    permission: true,
    minimal: () => [{ email_address: STRANGER }],
    full: () => [
      {
        email_address: STRANGER,
        invite_redirect_url: REDIRECT,
        invite_template_id: 'template-1',
        name: 'Zoe Grün',
        untrusted_metadata: { desk: 12 },
        locale: 'en',
        roles: ['engineer'],
        invite_expiration_minutes: 60,
      },
    ],
    refused: {
      duplicate_member_email: { with: () => [{ email_address: MIA }] },
      invalid_email: { with: () => [{ email_address: 'no address' }] },
      invalid_role: { with: () => [{ email_address: STRANGER, roles: ['emperor'] }] },
    },
  },
  'magicLinks.authenticate': {
    as: null,
    minimal: async (stage) => [{ magic_links_token: await loginToken(stage), ...session }],
    full: async (stage) => [
      { magic_links_token: await loginToken(stage, STRANGER), ...session, locale: 'en' },
    ],
    refused: {
      magic_link_not_found: {
        status: 404,
        with: () => [{ magic_links_token: 'made-up', ...session }],
      },
      unable_to_auth_magic_link: { status: 401, with: used },
    },
  },
  'magicLinks.email.discovery.send': {
    as: null,
    minimal: () => [{ email_address: MIA }],
    full: () => [
      {
        email_address: MIA,
        discovery_redirect_url: REDIRECT,
        login_template_id: 'template-1',
        locale: 'en',
        discovery_expiration_minutes: 10,
      },
    ],
    refused: { invalid_email: { with: () => [{ email_address: 'no address' }] } },
  },
  'magicLinks.discovery.authenticate': {
    as: null,
    minimal: async (stage) => [{ discovery_magic_links_token: await discoveryToken(stage) }],
    refused: {
      magic_link_not_found: {
        status: 404,
        with: () => [{ discovery_magic_links_token: 'made-up' }],
      },
    },
  },
}

/** Mia asks for a code; the code. */
async function loginCode(stage: Stage): Promise<string> {
  await stage.call('otps.email.loginOrSignup', {
    email_address: MIA,
    organization_id: northwindId(stage),
  })
  return code(stage, MIA)
}

async function discoveryCode(stage: Stage): Promise<string> {
  await stage.call('otps.email.discovery.send', { email_address: MIA })
  return code(stage, MIA)
}

export const emailOtpCases: Cases = {
  'otps.email.loginOrSignup': {
    as: null,
    minimal: (stage) => [{ email_address: MIA, organization_id: northwindId(stage) }],
    full: (stage) => [
      {
        organization_id: northwindId(stage),
        email_address: STRANGER,
        login_template_id: 'template-1',
        signup_template_id: 'template-2',
        locale: 'en',
        login_expiration_minutes: 5,
        signup_expiration_minutes: 5,
      },
    ],
    refused: {
      organization_not_found: {
        status: 404,
        with: () => [{ email_address: MIA, organization_id: 'organization-test-unknown' }],
      },
      invalid_email_for_jit_provisioning: {
        with: (stage) => [
          { email_address: 'zoe@elsewhere.example', organization_id: northwindId(stage) },
        ],
      },
    },
  },
  'otps.email.authenticate': {
    as: null,
    minimal: async (stage) => [
      {
        code: await loginCode(stage),
        email_address: MIA,
        organization_id: northwindId(stage),
        ...session,
      },
    ],
    full: async (stage) => [
      {
        code: await loginCode(stage),
        email_address: MIA,
        organization_id: northwindId(stage),
        ...session,
        locale: 'en',
      },
    ],
    refused: {
      otp_code_not_found: {
        status: 404,
        with: async (stage) => [
          {
            code: otherCode(await loginCode(stage)),
            email_address: MIA,
            organization_id: northwindId(stage),
            ...session,
          },
        ],
      },
    },
  },
  'otps.email.discovery.send': {
    as: null,
    minimal: () => [{ email_address: MIA }],
    full: () => [
      {
        email_address: MIA,
        login_template_id: 'template-1',
        locale: 'en',
        discovery_expiration_minutes: 5,
      },
    ],
    refused: { invalid_email: { with: () => [{ email_address: 'no address' }] } },
  },
  'otps.email.discovery.authenticate': {
    as: null,
    minimal: async (stage) => [{ code: await discoveryCode(stage), email_address: MIA }],
    refused: {
      otp_code_not_found: {
        status: 404,
        with: async (stage) => [
          { code: otherCode(await discoveryCode(stage)), email_address: MIA },
        ],
      },
    },
  },
}
