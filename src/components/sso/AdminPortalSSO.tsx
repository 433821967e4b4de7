'use client'
import { useMemo } from 'react'
import { PortalRoot, type PartProps } from '../portal/PortalRoot.tsx'
import { SsoContext, type SsoConfig, type SsoSlots } from './SsoConfig.ts'
import { SsoPart } from './SsoPart.tsx'

export interface AdminPortalSSOProps extends PartProps {
  /** How roles are named, explained and ordered; where a test sign-in comes back to. */
  config?: SsoConfig | undefined
  /** What the host adds: actions and cards. Give the same object each time. */
  slots?: SsoSlots | undefined
}

const NO_CONFIG: SsoConfig = {}
const NO_SLOTS: SsoSlots = {}

/**
 * The whole SSO part: an admin connects the organization's identity provider by SAML or OIDC with a guide, tests the
 * sign-in, maps groups to roles, rotates certificates and makes SSO the only way in.
 * Needs `<OrgportalProvider>` above it and `orgportal/styles.css` on the page.
 *
 * @rbac stytch.sso get; each control its own action
 * @example <AdminPortalSSO config={{ testLoginRedirectURL: 'https://app.example/authenticate' }} />
 */
export function AdminPortalSSO({
  config = NO_CONFIG,
  slots = NO_SLOTS,
  ...props
}: AdminPortalSSOProps) {
  const setting = useMemo(() => ({ config, slots }), [config, slots])
  return (
    <SsoContext.Provider value={setting}>
      <PortalRoot config={config} {...props}>
        <SsoPart />
      </PortalRoot>
    </SsoContext.Provider>
  )
}
