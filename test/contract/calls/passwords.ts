import { linkToken, northwindId } from '../stage.ts'
import type { Stage } from '../stage.ts'
import type { Cases } from './cases.ts'

const HIROSHI = 'hiroshi.sato@northwind.example'
const MIA = 'mia.svensson@northwind.example'
const REDIRECT = 'http://localhost:3000/authenticate'
const STRONG = 'walrus-ferry-quilt-94'
const BREACHED = 'password'
const session = { session_duration_minutes: 60 }

/** Mia gets a password, by a link; the token of it. */
async function resetToken(stage: Stage, email_address = MIA): Promise<string> {
  await stage.call('passwords.resetByEmailStart', {
    organization_id: northwindId(stage),
    email_address,
  })
  return linkToken(stage, email_address)
}

async function discoveryResetToken(stage: Stage): Promise<string> {
  await stage.call('passwords.discovery.resetByEmailStart', { email_address: MIA })
  return linkToken(stage, MIA)
}

/** Mia has a password, and is signed in by it. */
async function setPassword(stage: Stage): Promise<void> {
  await stage.call('passwords.resetByEmail', {
    password_reset_token: await resetToken(stage),
    password: STRONG,
    ...session,
  })
}

/** Mia has a password for all her organizations. */
export async function setDiscoveryPassword(stage: Stage): Promise<void> {
  await stage.call('passwords.discovery.resetByEmail', {
    password_reset_token: await discoveryResetToken(stage),
    password: STRONG,
  })
}

export const passwordCases: Cases = {
  'passwords.authenticate': {
    as: null,
    minimal: async (stage) => {
      await setPassword(stage)
      return [credentials(stage, MIA)]
    },
    full: async (stage) => {
      await setPassword(stage)
      return [{ ...credentials(stage, MIA), locale: 'en' }]
    },
    refused: {
      unauthorized_credentials: {
        status: 401,
        with: (stage) => [{ ...credentials(stage, HIROSHI), password: 'not-hers-at-all' }],
      },
      member_password_not_found: { status: 404, with: (stage) => [credentials(stage, MIA)] },
    },
  },
  'passwords.resetByEmailStart': {
    as: null,
    minimal: (stage) => [{ organization_id: northwindId(stage), email_address: MIA }],
    full: (stage) => [
      {
        organization_id: northwindId(stage),
        email_address: MIA,
        login_redirect_url: REDIRECT,
        reset_password_redirect_url: REDIRECT,
        reset_password_expiration_minutes: 10,
        reset_password_template_id: 'template-1',
        verify_email_template_id: 'template-2',
        locale: 'en',
      },
    ],
    refused: {
      organization_not_found: {
        status: 404,
        with: () => [{ organization_id: 'organization-test-unknown', email_address: MIA }],
      },
    },
  },
  'passwords.resetByEmail': {
    as: null,
    minimal: async (stage) => [reset(await resetToken(stage))],
    full: async (stage) => [{ ...reset(await resetToken(stage)), locale: 'en' }],
    refused: {
      unable_to_auth_password_reset_token: { status: 401, with: () => [reset('made-up')] },
      weak_password: {
        with: async (stage) => [{ ...reset(await resetToken(stage)), password: 'qx7' }],
      },
      breached_password: {
        with: async (stage) => [{ ...reset(await resetToken(stage)), password: BREACHED }],
      },
    },
  },
  'passwords.resetByExistingPassword': {
    as: null,
    minimal: async (stage) => {
      await setPassword(stage)
      return [change(stage, STRONG)]
    },
    full: async (stage) => {
      await setPassword(stage)
      return [{ ...change(stage, STRONG), locale: 'en' }]
    },
  },
  'passwords.resetBySession': {
    as: 'Hiroshi Sato',
    minimal: () => [{ password: STRONG }],
    refused: {
      weak_password: { with: () => [{ password: 'qx7' }] },
      breached_password: { with: () => [{ password: BREACHED }] },
      session_too_old_to_reset_password: {
        status: 401,
        with: (stage) => {
          stage.emulator.clock.advance(6 * 60_000)
          return [{ password: STRONG }]
        },
      },
    },
  },
  'passwords.strengthCheck': {
    as: null,
    minimal: () => [{ password: STRONG }],
    full: () => [{ email_address: MIA, password: 'mia.svensson1' }],
  },
  'passwords.discovery.authenticate': {
    as: null,
    minimal: async (stage) => {
      await setDiscoveryPassword(stage)
      return [{ email_address: MIA, password: STRONG }]
    },
  },
  'passwords.discovery.resetByEmailStart': {
    as: null,
    minimal: () => [{ email_address: MIA }],
    full: () => [
      {
        email_address: MIA,
        discovery_redirect_url: REDIRECT,
        reset_password_redirect_url: REDIRECT,
        reset_password_expiration_minutes: 10,
        reset_password_template_id: 'template-1',
        verify_email_template_id: 'template-2',
        locale: 'en',
      },
    ],
  },
  'passwords.discovery.resetByEmail': {
    as: null,
    minimal: async (stage) => [
      { password_reset_token: await discoveryResetToken(stage), password: STRONG },
    ],
    refused: {
      unable_to_auth_password_reset_token: {
        status: 401,
        with: () => [{ password_reset_token: 'made-up', password: STRONG }],
      },
      weak_password: {
        with: async (stage) => [
          { password_reset_token: await discoveryResetToken(stage), password: 'qx7' },
        ],
      },
    },
  },
}

const credentials = (stage: Stage, email_address: string) => ({
  organization_id: northwindId(stage),
  email_address,
  password: STRONG,
  ...session,
})

const reset = (password_reset_token: string) => ({
  password_reset_token,
  password: STRONG,
  ...session,
})

const change = (stage: Stage, existing_password: string) => ({
  organization_id: northwindId(stage),
  email_address: MIA,
  existing_password,
  new_password: 'heron-lantern-mosaic-61',
  ...session,
})
