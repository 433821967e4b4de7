import { findMemberByEmail } from '../authentication/people.ts'
import type { EmulatorContext } from '../context.ts'
import type { SsoIdentity, StoredSsoFlow, StoredSsoToken } from '../records/sso.ts'
import { redirectUrl } from '../authentication/redirectUrl.ts'
import { findRecord } from '../store.ts'
import { findRegistered } from './ssoMember.ts'

const TOKEN_MINUTES = 5

type Destination = Pick<
  StoredSsoFlow,
  'connection_id' | 'login_redirect_url' | 'signup_redirect_url' | 'code_challenge'
>

/** A token for the app to sign in with, and the address that carries it: that for members, or that for others. */
export function issueSsoToken(
  context: EmulatorContext,
  { connection_id, code_challenge, ...destination }: Destination,
  { type, identity }: { type: StoredSsoToken['type']; identity: SsoIdentity },
): string {
  const token: StoredSsoToken = {
    token: context.newSecret(),
    type,
    connection_id,
    code_challenge,
    identity,
    expires_at: context.timestamp(TOKEN_MINUTES * 60_000),
    used: false,
  }
  context.data.sso_tokens[token.token] = token
  const organizationId =
    findRecord(context.data.sso_connections, connection_id)?.organization_id ?? ''
  const member =
    findRegistered(context, connection_id, identity.external_id) ??
    findMemberByEmail(context, organizationId, identity.email_address)
  return redirectUrl(
    member?.status === 'active' ? destination.login_redirect_url : destination.signup_redirect_url,
    { tokenType: 'sso', token: token.token },
  )
}
