import type {
  ConnectedApp,
  ConnectedAppPublic,
  MemberConnectedApp,
} from '../../client/connectedApps.ts'
import type { ScopeResult } from '../../client/idp.ts'
import type { Factory, FactorySet } from './factorySet.ts'

export interface ConnectedAppFactories {
  /** An app of somebody else that signs people in through the project. */
  readonly createConnectedApp: Factory<ConnectedApp>
  /** The same, with what one member has allowed it. */
  readonly createMemberConnectedApp: Factory<MemberConnectedApp>
  /** The same, as it is shown to who is asked for consent. */
  readonly createConnectedAppPublic: Factory<ConnectedAppPublic>
  /** A scope that an app asks for, which the member can grant. */
  readonly createScopeResult: Factory<ScopeResult>
}

export function connectedAppFactories(set: FactorySet): ConnectedAppFactories {
  const createConnectedApp: Factory<ConnectedApp> = (overrides) => {
    const number = set.next('connected-app')
    return {
      connected_app_id: set.id('connected-app', number),
      name: `App ${String(number)}`,
      description: 'Turns documents into reports',
      client_type: 'third_party',
      ...overrides,
    }
  }

  return {
    createConnectedApp,
    createMemberConnectedApp: (overrides) => ({
      ...createConnectedApp(),
      scopes_granted: 'openid email',
      ...overrides,
    }),
    createConnectedAppPublic: (overrides) => {
      const { connected_app_id, name, description, client_type } = createConnectedApp()
      return {
        client_id: connected_app_id,
        client_type,
        client_name: name,
        client_description: description,
        ...overrides,
      }
    },
    createScopeResult: (overrides) => ({
      scope: 'documents:read',
      description: 'Read documents',
      is_grantable: true,
      ...overrides,
    }),
  }
}
