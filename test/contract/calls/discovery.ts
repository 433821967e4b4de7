import { control, member, northwindId, textAt } from '../stage.ts'
import type { Cases } from './cases.ts'
import { discover } from './magicLinks.ts'
import { bare } from './cases.ts'

const ADA = 'ada.lovelace@northwind.example'
const STRANGER = 'zoe@northwind.example'
const session = { session_duration_minutes: 60 }

export const discoveryCases: Cases = {
  'discovery.organizations.list': {
    signedOut: [400, 'no_session_arguments'],
    minimal: bare,
    full: async (stage) => {
      await discover(stage, STRANGER)
      return []
    },
  },
  'discovery.organizations.create': {
    as: null,
    minimal: async (stage) => {
      await discover(stage, 'zoe@gull.example')
      return [session]
    },
    full: async (stage) => {
      await discover(stage, 'zoe@gull.example')
      return [
        {
          ...session,
          organization_name: 'Gull Freight',
          organization_slug: 'gull',
          organization_logo_url: 'https://gull.example/logo.svg',
          sso_jit_provisioning: 'ALL_ALLOWED',
          email_allowed_domains: ['gull.example'],
          email_jit_provisioning: 'RESTRICTED',
          email_invites: 'ALL_ALLOWED',
          oauth_tenant_jit_provisioning: 'RESTRICTED',
          allowed_oauth_tenants: { slack: ['T0123456'] },
          auth_methods: 'RESTRICTED',
          allowed_auth_methods: ['magic_link', 'sso'],
          mfa_policy: 'OPTIONAL',
        },
      ]
    },
    refused: {
      organization_slug_already_used: {
        with: async (stage) => {
          await discover(stage, 'zoe@gull.example')
          return [{ ...session, organization_slug: 'tern' }]
        },
      },
      invalid_organization_slug: {
        with: async (stage) => {
          await discover(stage, 'zoe@gull.example')
          return [{ ...session, organization_slug: 'a slug!' }]
        },
      },
    },
  },
  'discovery.intermediateSessions.exchange': {
    as: null,
    minimal: async (stage) => {
      await discover(stage, ADA)
      return [{ organization_id: northwindId(stage), ...session }]
    },
    full: async (stage) => {
      await discover(stage, STRANGER)
      return [{ organization_id: northwindId(stage), ...session, locale: 'en' }]
    },
    refused: {
      intermediate_session_not_found: {
        status: 404,
        with: async (stage) => {
          await discover(stage, ADA)
          stage.emulator.clock.advance(11 * 60_000)
          return [{ organization_id: northwindId(stage), ...session }]
        },
      },
      organization_not_found: {
        status: 404,
        with: async (stage) => {
          await discover(stage, ADA)
          return [{ organization_id: 'organization-test-unknown', ...session }]
        },
      },
    },
  },
}

export const impersonationCases: Cases = {
  'impersonation.authenticate': {
    as: null,
    minimal: async (stage) => {
      const { member_id } = member(stage, 'Mia Svensson')
      const answer = await control(stage, 'POST', '/impersonation-tokens', {
        member_id,
        impersonator_email_address: 'support@orbit.example',
      })
      return [{ impersonation_token: textAt(answer, 'token') }]
    },
    refused: {
      unable_to_auth_impersonation_token: {
        status: 401,
        with: () => [{ impersonation_token: 'made-up' }],
      },
    },
  },
}
