import { useMemo } from 'react'
import { useAnswers } from '../../hooks/useAnswers.ts'
import { deniedBy, type Denied } from '../portal/denied.ts'

/** Why each thing is denied to the viewer; undefined where it is allowed. */
export interface SsoAccess {
  create: Denied | undefined
  update: Denied | undefined
  delete: Denied | undefined
  /** Making a connection the default one. */
  setDefault: Denied | undefined
  /** Who may join by a connection. */
  jitProvisioning: Denied | undefined
  /** By what members may sign in: making SSO the only way. */
  authMethods: Denied | undefined
  /** Seeing whom a change concerns. */
  searchMembers: Denied | undefined
  /** Letting a member in whatever the organization demands. */
  breakglass: Denied | undefined
}

/** What the viewer may do with SSO connections. `nameOf` gives the names of roles as shown. */
export function useSsoAccess(nameOf: (roleId: string) => string): SsoAccess {
  const { answers: may } = useAnswers({
    create: [['stytch.sso', 'create']],
    update: [['stytch.sso', 'update']],
    delete: [['stytch.sso', 'delete']],
    setDefault: [['stytch.organization', 'update.settings.default-sso-connection']],
    jitProvisioning: [['stytch.organization', 'update.settings.sso-jit-provisioning']],
    authMethods: [['stytch.organization', 'update.settings.allowed-auth-methods']],
    searchMembers: [['stytch.member', 'search']],
    breakglass: [['stytch.member', 'update.settings.is-breakglass']],
  })
  return useMemo(
    () => ({
      create: deniedBy(may.create, 'stytch.sso create', nameOf),
      update: deniedBy(may.update, 'stytch.sso update', nameOf),
      delete: deniedBy(may.delete, 'stytch.sso delete', nameOf),
      setDefault: deniedBy(
        may.setDefault,
        'stytch.organization update.settings.default-sso-connection',
        nameOf,
      ),
      jitProvisioning: deniedBy(
        may.jitProvisioning,
        'stytch.organization update.settings.sso-jit-provisioning',
        nameOf,
      ),
      authMethods: deniedBy(
        may.authMethods,
        'stytch.organization update.settings.allowed-auth-methods',
        nameOf,
      ),
      searchMembers: deniedBy(may.searchMembers, 'stytch.member search', nameOf),
      breakglass: deniedBy(may.breakglass, 'stytch.member update.settings.is-breakglass', nameOf),
    }),
    [may, nameOf],
  )
}
