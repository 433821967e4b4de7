import { useMemo } from 'react'
import { useAnswers } from '../../hooks/useAnswers.ts'
import type { Asked } from '../../hooks/rights.ts'
import { deniedBy, type Denied } from '../portal/denied.ts'

/** What each thing to do with a member is called among the actions of `stytch.member`. */
export const memberActions = {
  create: 'create',
  search: 'search',
  delete: 'delete',
  revokeSessions: 'revoke-sessions',
  name: 'update.info.name',
  email: 'update.info.email',
  untrustedMetadata: 'update.info.untrusted-metadata',
  mfaPhone: 'update.info.mfa-phone',
  deleteMfaPhone: 'update.info.delete.mfa-phone',
  deleteTotp: 'update.info.delete.mfa-totp',
  deletePassword: 'update.info.delete.password',
  unlinkRetiredEmail: 'update.info.unlink.retired-email',
  breakglass: 'update.settings.is-breakglass',
  mfaEnrolled: 'update.settings.mfa-enrolled',
  defaultMfaMethod: 'update.settings.default-mfa-method',
  roles: 'update.settings.roles',
  connectedApps: 'get.connected-apps',
  revokeConnectedApp: 'revoke.connected-app',
} as const

export type MemberAction = keyof typeof memberActions

/** What `stytch.self` allows on oneself as well (reference of the API, section on RBAC). */
const onOneself: ReadonlySet<MemberAction> = new Set<MemberAction>([
  'delete',
  'revokeSessions',
  'name',
  'untrustedMetadata',
  'mfaPhone',
  'deleteMfaPhone',
  'deleteTotp',
  'deletePassword',
  'unlinkRetiredEmail',
  'mfaEnrolled',
  'defaultMfaMethod',
  'connectedApps',
  'revokeConnectedApp',
])

/** Why each thing is denied to the viewer; undefined where it is allowed. */
export type MemberAccess = Readonly<Record<MemberAction, Denied | undefined>>

export interface MembersAccess {
  /** On anybody but oneself. */
  others: MemberAccess
  /** On oneself, by `stytch.member` or `stytch.self`. */
  self: MemberAccess
  /** `loading` until it is known whether members can be listed at all. */
  status: 'loading' | 'allowed' | 'denied'
}

/** What the viewer may do with members: others, and oneself. `nameOf` gives the names of roles as shown. */
export function useMembersAccess(nameOf: (roleId: string) => string): MembersAccess {
  const { answers: others } = useAnswers(forOthers)
  const { answers: self } = useAnswers(forSelf)
  return useMemo(() => {
    const denials = (answers: typeof others) => {
      const denied = (action: MemberAction) =>
        deniedBy(answers[action], `stytch.member ${memberActions[action]}`, nameOf)
      return fromActions(denied)
    }
    return { others: denials(others), self: denials(self), status: others.search.status }
  }, [others, self, nameOf])
}

const forOthers = fromActions((action): Asked => [['stytch.member', memberActions[action]]])
const forSelf = fromActions((action): Asked =>
  onOneself.has(action)
    ? [
        ['stytch.self', memberActions[action]],
        ['stytch.member', memberActions[action]],
      ]
    : [['stytch.member', memberActions[action]]],
)

function fromActions<Value>(of: (action: MemberAction) => Value): Record<MemberAction, Value> {
  return {
    create: of('create'),
    search: of('search'),
    delete: of('delete'),
    revokeSessions: of('revokeSessions'),
    name: of('name'),
    email: of('email'),
    untrustedMetadata: of('untrustedMetadata'),
    mfaPhone: of('mfaPhone'),
    deleteMfaPhone: of('deleteMfaPhone'),
    deleteTotp: of('deleteTotp'),
    deletePassword: of('deletePassword'),
    unlinkRetiredEmail: of('unlinkRetiredEmail'),
    breakglass: of('breakglass'),
    mfaEnrolled: of('mfaEnrolled'),
    defaultMfaMethod: of('defaultMfaMethod'),
    roles: of('roles'),
    connectedApps: of('connectedApps'),
    revokeConnectedApp: of('revokeConnectedApp'),
  }
}
