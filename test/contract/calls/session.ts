import { control, northwindId, member, ternId, textAt } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { bare } from './cases.ts'
import type { Cases } from './cases.ts'

const session = { session_duration_minutes: 60 }

async function accessToken(stage: Stage, scopes = ['full_access']): Promise<string> {
  const { member_id } = member(stage, 'Ada Lovelace')
  return textAt(
    await control(stage, 'POST', '/access-tokens', { member_id, scopes }),
    'access_token',
  )
}

/** A token of the seeded partner, for Ada. */
async function trustedToken(stage: Stage): Promise<{ profile_id: string; token: string }> {
  const { email_address, organization_id } = member(stage, 'Ada Lovelace')
  const answer = await control(stage, 'POST', '/trusted-tokens', { email_address, organization_id })
  return { profile_id: textAt(answer, 'profile_id'), token: textAt(answer, 'token') }
}

export const sessionCases: Cases = {
  'session.authenticate': {
    minimal: bare,
    full: () => [{ session_duration_minutes: 30 }],
    refused: {
      invalid_session_duration_minutes: { with: () => [{ session_duration_minutes: 1 }] },
    },
  },
  'session.revoke': { minimal: bare, full: () => [{ forceClear: true }] },
  'session.revokeForMember': {
    permission: true,
    minimal: (stage) => [{ member_id: member(stage, 'Amara Diallo').member_id }],
    full: (stage) => [{ member_id: member(stage, 'Ada Lovelace').member_id }],
    refused: {
      member_not_found: { status: 404, with: () => [{ member_id: 'member-test-unknown' }] },
    },
  },
  'session.exchange': {
    minimal: (stage) => [{ organization_id: ternId(stage), ...session }],
    full: (stage) => [{ organization_id: ternId(stage), ...session, locale: 'en' }],
    refused: {
      organization_not_found: {
        status: 404,
        with: () => [{ organization_id: 'organization-test-unknown', ...session }],
      },
      member_does_not_exist_in_organization: {
        as: 'member',
        status: 404,
        with: (stage) => [{ organization_id: ternId(stage), ...session }],
      },
    },
  },
  'session.exchangeAccessToken': {
    as: null,
    minimal: async (stage) => [{ access_token: await accessToken(stage), ...session }],
    refused: {
      oauth_access_token_exchange_missing_full_access: {
        status: 403,
        with: async (stage) => [{ access_token: await accessToken(stage, ['openid']), ...session }],
      },
      oauth_access_token_exchange_token_invalid_grant: {
        status: 401,
        with: () => [{ access_token: 'made-up', ...session }],
      },
      oauth_access_token_exchange_token_too_old: {
        status: 401,
        with: async (stage) => {
          const access_token = await accessToken(stage)
          stage.emulator.clock.advance(6 * 60_000)
          return [{ access_token, ...session }]
        },
      },
    },
  },
  'session.attest': {
    as: null,
    minimal: async (stage) => [{ ...(await trustedToken(stage)), ...session }],
    full: async (stage) => [
      { ...(await trustedToken(stage)), organization_id: northwindId(stage), ...session },
    ],
    refused: {
      trusted_token_profile_not_found: {
        status: 404,
        with: async (stage) => [
          { ...(await trustedToken(stage)), profile_id: 'trusted-token-profile-x', ...session },
        ],
      },
      invalid_trusted_auth_token: {
        status: 401,
        with: async (stage) => [{ ...(await trustedToken(stage)), token: 'made-up', ...session }],
      },
    },
  },
}
