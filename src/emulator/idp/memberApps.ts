import type { MemberConnectedApp } from '../../client/connectedApps.ts'
import type { EmulatorContext } from '../context.ts'
import { notFound } from '../errors.ts'
import type { StoredMember } from '../records/organizations.ts'
import { findRecord } from '../store.ts'
import { grantOf, revokeApp, wireApp } from './grants.ts'

/** The apps that the member has let in, the latest last. */
export function appsOf(
  { data }: EmulatorContext,
  { member_id }: StoredMember,
): MemberConnectedApp[] {
  return data.app_grants
    .filter((grant) => grant.member_id === member_id)
    .flatMap(({ connected_app_id, scopes }) => {
      const app = findRecord(data.connected_apps, connected_app_id)
      return app ? [{ ...wireApp(app), scopes_granted: scopes.join(' ') }] : []
    })
}

/** Throws 404 `connected_app_not_found` when the member has not let the app in. */
export function revokeOwnApp(context: EmulatorContext, member: StoredMember, appId: string): void {
  const grant = grantOf(context, member, appId)
  if (!grant) {
    throw notFound(
      'connected_app_not_found',
      `The member has let no connected app ${appId} do anything.`,
    )
  }
  revokeApp(context, member, grant)
}
