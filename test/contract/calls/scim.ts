import { textAt } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { bare } from './cases.ts'
import type { Arrange, Cases } from './cases.ts'

/** Makes the organization's connection; its id. */
async function connect(stage: Stage): Promise<string> {
  const created = await stage.call('scim.createConnection', {
    display_name: 'Okta',
    identity_provider: 'okta',
  })
  return textAt(created, 'connection.connection_id')
}

async function startRotation(stage: Stage): Promise<string> {
  const id = await connect(stage)
  await stage.call('scim.rotateStart', id)
  return id
}

const connectionId: Arrange = async (stage) => [await connect(stage)]
const none = { no_active_scim_connection: { status: 404, with: () => ['scim-connection-test-x'] } }

export const scimCases: Cases = {
  'scim.createConnection': {
    permission: true,
    minimal: () => [{}],
    full: () => [{ display_name: 'Okta', identity_provider: 'okta' }],
    refused: {
      active_scim_connection_exists: {
        with: async (stage) => {
          await connect(stage)
          return [{}]
        },
      },
      invalid_scim_idp: { with: () => [{ identity_provider: 'abacus' }] },
    },
  },
  'scim.updateConnection': {
    permission: true,
    minimal: async (stage) => [{ connection_id: await connect(stage) }],
    full: async (stage) => [
      {
        connection_id: await connect(stage),
        display_name: 'Okta of Oslo',
        identity_provider: 'generic',
        scim_group_implicit_role_assignments: [],
      },
    ],
    refused: {
      no_active_scim_connection: {
        status: 404,
        with: () => [{ connection_id: 'scim-connection-test-x', display_name: 'Okta' }],
      },
      invalid_scim_idp: {
        with: async (stage) => [
          { connection_id: await connect(stage), identity_provider: 'abacus' },
        ],
      },
      scim_group_role_assignment_group_does_not_exist: {
        with: async (stage) => [
          {
            connection_id: await connect(stage),
            scim_group_implicit_role_assignments: [{ role_id: 'viewer', group_id: 'nobody' }],
          },
        ],
      },
    },
  },
  'scim.deleteConnection': { permission: true, minimal: connectionId, refused: none },
  'scim.getConnection': {
    permission: true,
    minimal: async (stage) => {
      await connect(stage)
      return []
    },
    full: connectionId,
    refused: { no_active_scim_connection: { status: 404, with: bare } },
  },
  'scim.rotateStart': { permission: true, minimal: connectionId, refused: none },
  'scim.rotateComplete': {
    permission: true,
    minimal: async (stage) => [await startRotation(stage)],
    refused: { ...none, scim_connection_not_rotating_token: { with: connectionId } },
  },
  'scim.rotateCancel': {
    permission: true,
    minimal: async (stage) => [await startRotation(stage)],
    refused: { ...none, scim_connection_not_rotating_token: { with: connectionId } },
  },
  'scim.getConnectionGroups': {
    permission: true,
    minimal: async (stage) => {
      await connect(stage)
      return [{}]
    },
    full: async (stage) => {
      await connect(stage)
      return [{ limit: 2 }]
    },
    refused: { no_active_scim_connection: { status: 404, with: () => [{}] } },
  },
}
