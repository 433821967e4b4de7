'use client'
import { Callout } from '../../ui/Callout.tsx'
import { useSsoMessages } from '../useSsoMessages.ts'
import type { ProjectLimits } from '../useSsoPortal.ts'

/** Which connections the project lets nobody make any more; nothing where all can be made. */
export function ProjectLimitsHint({ limits }: { limits: ProjectLimits }) {
  const { limits: messages } = useSsoMessages().list
  if (limits.saml && limits.oidc) return null
  if (limits.saml) return <Callout>{messages.samlOnly}</Callout>
  if (limits.oidc) return <Callout>{messages.oidcOnly}</Callout>
  return <Callout>{messages.none}</Callout>
}
