import { isRecord } from '../client/check.ts'
import type { Effects } from './effects.ts'

/** What is no longer true when a member's app may do nothing any more. */
export function revokedAppEffects<TVariables extends { connected_app_id: string }>(
  memberIdOf: (variables: TVariables) => string | undefined,
  isOwn: (variables: TVariables) => boolean,
): Effects<unknown, TVariables> {
  const without = <App extends { connected_app_id: string }>(
    apps: App[] | undefined,
    { connected_app_id }: TVariables,
  ) => apps?.filter((app) => app.connected_app_id !== connected_app_id)
  return {
    writes: {
      'organization.members.connectedApps': (_answer, variables, before, input) =>
        isOfMember(input, memberIdOf(variables)) ? without(before, variables) : before,
      'self.connectedApps': (_answer, variables, before) =>
        isOwn(variables) ? without(before, variables) : before,
      'organization.connectedApp': (_answer, variables, before) =>
        before?.connected_app_id === variables.connected_app_id
          ? {
              ...before,
              active_members: before.active_members.filter(
                ({ member_id }) => member_id !== memberIdOf(variables),
              ),
            }
          : before,
    },
    invalidates: {
      // Whether others still use the app is not known.
      'organization.connectedApps': true,
      'idp.oauthAuthorizeStart': (_input, variables) => isOwn(variables),
    },
  }
}

/** Whether the read was made for this member. */
export const isOfMember = (input: unknown, memberId: string | undefined): boolean =>
  isRecord(input) && input['member_id'] === memberId
