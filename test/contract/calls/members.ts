import { member, organization } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { consent } from './connectedApps.ts'
import type { Arrange, Cases } from './cases.ts'

const UNKNOWN = 'member-test-00000000-0000-4000-8000-00000000dead'
const id = (stage: Stage, name: string) => member(stage, name).member_id

/** Somebody of another organization, whom this one must not even know to exist. */
const stranger = (stage: Stage) => {
  const tern = organization(stage, 'tern').organization_id
  const found = Object.values(stage.emulator.data.members).find(
    ({ organization_id, name }) => organization_id === tern && name !== 'Ada Lovelace',
  )
  return found?.member_id ?? UNKNOWN
}

/** A member whose address changed, so that the old one is retired. */
async function retireAddress(stage: Stage, name: string): Promise<string> {
  const { member_id, email_address } = member(stage, name)
  await stage.call('organization.members.update', {
    member_id,
    email_address: `new.${email_address}`,
  })
  return email_address
}

export const memberCases: Cases = {
  'organization.members.create': {
    permission: true,
    minimal: () => [{ email_address: 'zoe@northwind.example' }],
    full: () => [
      {
        email_address: 'zoe@northwind.example',
        name: 'Zoe Grün',
        untrusted_metadata: { desk: 12 },
        create_member_as_pending: true,
        is_breakglass: true,
        mfa_phone_number: '+4915112345678',
        mfa_enrolled: true,
        roles: ['engineer'],
      },
    ],
    refused: {
      duplicate_member_email: {
        with: () => [{ email_address: 'ada.lovelace@northwind.example' }],
      },
      invalid_email: { with: () => [{ email_address: 'no address' }] },
      invalid_role: {
        with: () => [{ email_address: 'zoe@northwind.example', roles: ['emperor'] }],
      },
      invalid_phone_number: {
        with: () => [{ email_address: 'zoe@northwind.example', mfa_phone_number: '12' }],
      },
      duplicate_member_phone_number: {
        with: () => [{ email_address: 'zoe@northwind.example', mfa_phone_number: '+46701740605' }],
      },
    },
  },
  'organization.members.update': {
    permission: true,
    minimal: (stage) => [{ member_id: id(stage, 'Amara Diallo') }],
    full: (stage) => [
      {
        member_id: id(stage, 'Jonas Lindqvist'),
        name: 'Jonas L.',
        untrusted_metadata: { desk: 12 },
        is_breakglass: true,
        mfa_enrolled: true,
        roles: ['engineer'],
        preserve_existing_sessions: true,
        default_mfa_method: 'sms_otp',
        email_address: 'jonas@northwind.example',
        unlink_email: true,
      },
    ],
    refused: {
      member_not_found: { status: 404, with: () => [{ member_id: UNKNOWN, name: 'Nobody' }] },
      duplicate_member_email: {
        with: (stage) => [
          {
            member_id: id(stage, 'Amara Diallo'),
            email_address: 'ada.lovelace@northwind.example',
          },
        ],
      },
      invalid_role: {
        with: (stage) => [{ member_id: id(stage, 'Amara Diallo'), roles: ['emperor'] }],
      },
      duplicate_member_phone_number: {
        with: (stage) => [
          { member_id: id(stage, 'Amara Diallo'), mfa_phone_number: '+46701740605' },
        ],
      },
      default_mfa_member_missing_factor: {
        with: (stage) => [{ member_id: id(stage, 'Amara Diallo'), default_mfa_method: 'totp' }],
      },
    },
  },
  'organization.members.search': {
    permission: true,
    minimal: () => [{}],
    full: () => [
      {
        limit: 2,
        query: {
          operator: 'AND',
          operands: [
            { filter_name: 'statuses', filter_value: ['active', 'invited', 'pending', 'deleted'] },
            { filter_name: 'member_email_fuzzy', filter_value: 'northwind' },
          ],
        },
      },
    ],
    refused: {
      member_search_filter_name_not_recognized: { with: searchBy('shoe_size', 44) },
      member_search_expected_array_of_strings: { with: searchBy('member_ids', 'one') },
      member_search_expected_boolean: { with: searchBy('member_is_breakglass', 'yes') },
      member_search_expected_string: { with: searchBy('member_email_fuzzy', 5) },
      member_search_member_email_fuzzy_too_short: { with: searchBy('member_email_fuzzy', 'ab') },
      member_search_member_mfa_phone_number_fuzzy_too_short: {
        with: searchBy('member_mfa_phone_number_fuzzy', '+1'),
      },
      search_invalid_status_filter: { with: searchBy('statuses', ['asleep']) },
    },
  },
  'organization.members.delete': {
    permission: true,
    minimal: (stage) => [id(stage, 'Amara Diallo')],
    full: (stage) => [id(stage, 'Ada Lovelace')],
    refused: { member_not_found: { status: 404, with: (stage) => [stranger(stage)] } },
  },
  'organization.members.reactivate': {
    permission: true,
    minimal: (stage) => [id(stage, 'Søren Krogh')],
    refused: {
      no_deleted_member_found_for_reactivation: {
        status: 404,
        with: (stage) => [id(stage, 'Amara Diallo')],
      },
    },
  },
  'organization.members.deletePassword': {
    permission: true,
    minimal: (stage) => [member(stage, 'Hiroshi Sato').member_password_id],
    refused: { member_password_not_found: { status: 404, with: () => ['password-test-unknown'] } },
  },
  'organization.members.deleteMFAPhoneNumber': {
    permission: true,
    minimal: (stage) => [id(stage, 'Jonas Lindqvist')],
    refused: {
      member_phone_number_not_found: { status: 404, with: (stage) => [id(stage, 'Amara Diallo')] },
      member_not_found: { status: 404, with: () => [UNKNOWN] },
    },
  },
  'organization.members.deleteMFATOTP': {
    permission: true,
    minimal: (stage) => [id(stage, 'Dmitri Volkov')],
    refused: {
      totp_not_found: { status: 404, with: (stage) => [id(stage, 'Amara Diallo')] },
      member_not_found: { status: 404, with: () => [UNKNOWN] },
    },
  },
  'organization.members.unlinkRetiredEmail': {
    permission: true,
    minimal: async (stage) => [
      {
        member_id: id(stage, 'Amara Diallo'),
        email_address: await retireAddress(stage, 'Amara Diallo'),
      },
    ],
    full: async (stage) => {
      const email_address = await retireAddress(stage, 'Amara Diallo')
      const { member_id, retired_email_addresses } = member(stage, 'Amara Diallo')
      const email_id = retired_email_addresses[0]?.email_id
      return [{ member_id, email_id, email_address }]
    },
    refused: {
      retired_email_missing_email_identifiers: {
        with: (stage) => [{ member_id: id(stage, 'Amara Diallo') }],
      },
      email_not_found: {
        status: 404,
        with: (stage) => [
          { member_id: id(stage, 'Amara Diallo'), email_address: 'nobody@northwind.example' },
        ],
      },
    },
  },
  'organization.members.startEmailUpdate': {
    permission: true,
    minimal: (stage) => [
      { member_id: id(stage, 'Amara Diallo'), email_address: 'amara@northwind.example' },
    ],
    full: (stage) => [
      {
        member_id: id(stage, 'Amara Diallo'),
        email_address: 'amara@northwind.example',
        login_redirect_url: 'http://localhost:3000/authenticate',
        login_template_id: 'template-1',
        locale: 'en',
        delivery_method: 'EMAIL_OTP',
      },
    ],
    refused: {
      email_updates_available_only_for_active_members: {
        with: (stage) => [
          { member_id: id(stage, 'Priya Nair'), email_address: 'priya@northwind.example' },
        ],
      },
    },
  },
  'organization.members.getConnectedApps': {
    permission: true,
    minimal: async (stage) => {
      await consent(stage)
      return [{ member_id: id(stage, 'Ada Lovelace') }]
    },
    refused: { member_not_found: { status: 404, with: () => [{ member_id: UNKNOWN }] } },
  },
  'organization.members.revokeConnectedApp': {
    permission: true,
    minimal: async (stage) => [
      { member_id: id(stage, 'Ada Lovelace'), connected_app_id: await consent(stage) },
    ],
    refused: {
      connected_app_not_found: {
        status: 404,
        with: (stage) => [
          {
            member_id: id(stage, 'Ada Lovelace'),
            connected_app_id: 'connected-app-test-unknown',
          },
        ],
      },
    },
  },
}

function searchBy(filter_name: string, filter_value: unknown): Arrange {
  return () => [{ query: { operator: 'AND', operands: [{ filter_name, filter_value }] } }]
}
