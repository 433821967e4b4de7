import { isRecord } from './check.ts'
import { attempt } from './storage.ts'
import type { MemberSession } from './types.ts'

/** Whose data requests are for. Known before the records are, from the session's JWT. */
export interface SessionIdentity {
  organizationId: string
  memberId: string
}

export const identityOf = (session: MemberSession | null): SessionIdentity | null =>
  session && { organizationId: session.organization_id, memberId: session.member_id }

/** Reads the claims without checking the signature: the server does, at each request. */
export function identityOfJwt(jwt: string): SessionIdentity | null {
  const payload = jwt.split('.')[1] ?? ''
  const claims = attempt((): unknown =>
    JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))),
  )
  if (!isRecord(claims)) return null
  const { sub, 'https://stytch.com/organization': organization } = claims
  return typeof sub === 'string' && isRecord(organization)
    ? { organizationId: String(organization['organization_id']), memberId: sub }
    : null
}
