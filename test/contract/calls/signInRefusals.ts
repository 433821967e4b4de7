import {
  apiAs,
  linkToken,
  member,
  northwindId,
  organization,
  otherCode,
  textAt,
  totpCode,
} from '../stage.ts'
import type { Stage } from '../stage.ts'
import type { Arrange, Refusals } from './cases.ts'
import { discover, loginToken } from './magicLinks.ts'

/** What a sign-in is refused besides the commonest. */

const MIA = 'mia.svensson@northwind.example'
const STRONG = 'walrus-ferry-quilt-94'
const session = { session_duration_minutes: 60 }

const login: Arrange = (stage) => [{ email_address: MIA, organization_id: northwindId(stage) }]

const closedToStrangers: Arrange = (stage) => {
  organization(stage, 'northwind').email_jit_provisioning = 'NOT_ALLOWED'
  return [{ email_address: 'zoe@northwind.example', organization_id: northwindId(stage) }]
}

/** A link that was asked for with a challenge that nobody here has the verifier of. */
async function challengedToken(stage: Stage): Promise<string> {
  const anybody = await apiAs(stage, 'Ada Lovelace')
  await anybody('POST', '/b2b/magic_links/email/login_or_signup', {
    email_address: MIA,
    organization_id: northwindId(stage),
    pkce_code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  })
  return linkToken(stage, MIA)
}

const ids = (stage: Stage, name: string) => {
  const { organization_id, member_id } = member(stage, name)
  return { organization_id, member_id }
}

async function newSecret(stage: Stage): Promise<string> {
  const made = await stage.call('totp.create', ids(stage, 'Ada Lovelace'))
  return textAt(made, 'secret')
}

/** Mia has a password. */
async function setPassword(stage: Stage): Promise<void> {
  await stage.call('passwords.resetByEmailStart', {
    organization_id: northwindId(stage),
    email_address: MIA,
  })
  await stage.call('passwords.resetByEmail', {
    password_reset_token: linkToken(stage, MIA),
    password: STRONG,
    ...session,
  })
}

const change =
  (existing_password: string, new_password: string): Arrange =>
  async (stage) => {
    await setPassword(stage)
    return [
      {
        organization_id: northwindId(stage),
        email_address: MIA,
        existing_password,
        new_password,
        ...session,
      },
    ]
  }

export const signInRefusals: Refusals = {
  'magicLinks.email.loginOrSignup': {
    email_jit_provisioning_not_allowed: { status: 403, with: closedToStrangers },
    operation_restricted_by_organization_auth_methods: {
      status: 403,
      with: (stage) => {
        const northwind = organization(stage, 'northwind')
        northwind.auth_methods = 'RESTRICTED'
        northwind.allowed_auth_methods = ['sso']
        return login(stage)
      },
    },
  },
  'magicLinks.email.invite': {
    invalid_email_for_invites: {
      with: (stage) => {
        organization(stage, 'northwind').email_invites = 'RESTRICTED'
        return [{ email_address: 'zoe@elsewhere.example' }]
      },
    },
  },
  'magicLinks.authenticate': {
    pkce_expected_code_verifier: {
      with: async (stage) => [{ magic_links_token: await challengedToken(stage), ...session }],
    },
    invalid_session_duration_minutes: {
      with: async (stage) => [
        { magic_links_token: await loginToken(stage), session_duration_minutes: 1 },
      ],
    },
  },
  'magicLinks.discovery.authenticate': {
    unable_to_auth_magic_link: {
      status: 401,
      with: async (stage) => {
        await discover(stage, MIA)
        return [{ discovery_magic_links_token: linkToken(stage, MIA) }]
      },
    },
  },
  'otps.email.loginOrSignup': {
    email_jit_provisioning_not_allowed: { status: 403, with: closedToStrangers },
    invalid_email: {
      with: (stage) => [{ email_address: 'no address', organization_id: northwindId(stage) }],
    },
  },
  'session.attest': {
    invalid_token_organization_id_claim: {
      with: async (stage) => {
        const response = await stage.emulator.fetch(
          `${stage.emulator.baseUrl}/_emulator/trusted-tokens`,
          {
            method: 'POST',
            body: JSON.stringify({
              email_address: MIA,
              organization_id: organization(stage, 'tern').organization_id,
            }),
          },
        )
        const { profile_id, token } = (await response.json()) as Record<string, string>
        return [{ profile_id, token, organization_id: northwindId(stage), ...session }]
      },
    },
  },
  'discovery.organizations.create': {
    intermediate_session_not_found: {
      status: 404,
      with: async (stage) => {
        await discover(stage, 'zoe@gull.example')
        stage.emulator.clock.advance(11 * 60_000)
        return [session]
      },
    },
  },
  'passwords.resetByEmailStart': {
    invalid_password_reset_redirect_url: {
      with: (stage) => [
        {
          organization_id: northwindId(stage),
          email_address: MIA,
          reset_password_redirect_url: 'no address',
        },
      ],
    },
    email_not_found: {
      status: 404,
      with: (stage) => [
        { organization_id: northwindId(stage), email_address: 'nobody@northwind.example' },
      ],
    },
  },
  'passwords.resetByExistingPassword': {
    member_password_not_found: {
      status: 404,
      with: (stage) => [
        {
          organization_id: northwindId(stage),
          email_address: MIA,
          existing_password: STRONG,
          new_password: 'heron-lantern-mosaic-61',
          ...session,
        },
      ],
    },
    password_does_not_match: {
      status: 401,
      with: change('not-hers-at-all', 'heron-lantern-mosaic-61'),
    },
    weak_password: { with: change(STRONG, 'qx7') },
    breached_password: { with: change(STRONG, 'password') },
  },
  'passwords.discovery.authenticate': {
    member_password_not_found: {
      status: 404,
      with: () => [{ email_address: MIA, password: STRONG }],
    },
  },
  'otps.sms.send': {
    duplicate_member_phone_number: {
      with: (stage) => [{ ...ids(stage, 'Ada Lovelace'), mfa_phone_number: '+46701740605' }],
    },
    member_phone_number_not_found: {
      status: 404,
      with: (stage) => [ids(stage, 'Ada Lovelace')],
    },
    member_not_found: {
      status: 404,
      with: (stage) => [
        {
          organization_id: northwindId(stage),
          member_id: 'member-test-unknown',
          mfa_phone_number: '+4915112345678',
        },
      ],
    },
  },
  'totp.create': {
    active_totp_exists: {
      with: async (stage) => {
        await stage.call('totp.authenticate', {
          ...ids(stage, 'Ada Lovelace'),
          code: totpCode(stage, await newSecret(stage)),
          ...session,
        })
        return [ids(stage, 'Ada Lovelace')]
      },
    },
    member_not_found: {
      status: 404,
      with: (stage) => [{ organization_id: northwindId(stage), member_id: 'member-test-unknown' }],
    },
  },
  'totp.authenticate': {
    unable_to_authenticate_totp: {
      status: 401,
      with: async (stage) => {
        const code = otherCode(totpCode(stage, await newSecret(stage)))
        return [{ ...ids(stage, 'Ada Lovelace'), code, ...session }]
      },
    },
    totp_not_found: {
      status: 404,
      with: (stage) => [{ ...ids(stage, 'Ada Lovelace'), code: '123456', ...session }],
    },
    invalid_totp_code: {
      with: async (stage) => {
        await newSecret(stage)
        return [{ ...ids(stage, 'Ada Lovelace'), code: 'abc', ...session }]
      },
    },
  },
  'recoveryCodes.recover': {
    invalid_recovery_code: {
      with: async (stage) => {
        await newSecret(stage)
        return [{ ...ids(stage, 'Ada Lovelace'), recovery_code: 'no code', ...session }]
      },
    },
  },
}
