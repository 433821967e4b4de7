'use client'

import { useMemo, useState } from 'react'
import type { MembersSearchInput } from '../client/members.ts'
import type { ScimConnection } from '../client/scim.ts'
import type { X509Certificate } from '../client/ssoSaml.ts'
import type { Member } from '../client/types.ts'
import { credentialExpiry, type CredentialExpiry } from './credentialExpiry.ts'
import { useOrganizationMembersSearch } from './organizationMembers.ts'
import { useScimConnection } from './scim.ts'
import { useSsoConnections } from './sso.ts'
import type { CachedSamlConnection, SsoConnections } from './ssoConnections.ts'
import { useAnswers } from './useAnswers.ts'

/** Where credentials that end come from. */
export type CredentialSource = 'sso' | 'scim' | 'invitations'

/** Something that ends, and with it somebody's access. */
export interface ExpiringCredential extends CredentialExpiry {
  /**
   * `saml-verification-certificate`: what an identity provider signs with; `saml-signing-certificate`: what requests to it are
   * signed with; `scim-token`, `scim-next-token`: the bearer token, and its successor while it is rotated.
   */
  type:
    | 'saml-verification-certificate'
    | 'saml-signing-certificate'
    | 'scim-token'
    | 'scim-next-token'
    | 'invitation'
  /** Of the certificate, the SCIM connection or the invited member. */
  id: string
  /** Name of the connection, or of the invited member. */
  label: string
  /** Of the SSO or SCIM connection; left out for invitations. */
  connectionId?: string
  /** RFC 3339. */
  expiresAt: string
  /** The API does not tell the end: it was counted from when the member last changed. */
  estimated?: true
}

export interface ExpiringCredentialsOptions {
  /** How many days ahead. @default 60 */
  within?: number
  /** The present in milliseconds; that of the first render when left out. Hand in another to have it counted anew. */
  now?: number
  /** Sources that are not to be asked are false. @default all that the member may see */
  enabled?: Partial<Record<CredentialSource, boolean>>
  /** What invitations are sent with (`invite_expiration_minutes`). @default 10080, a week, as is the API's */
  inviteExpirationMinutes?: number
}

export interface ExpiringCredentials {
  /** What ends first comes first; what has ended is there too. */
  credentials: ExpiringCredential[]
  /** A source has not answered yet. */
  isPending: boolean
  /** Why a source is not in the list, by source: null where it is, or where it was not asked. */
  errors: Record<CredentialSource, Error | null>
}

const WEEK_IN_MINUTES = 10_080
const DAY_MS = 24 * 60 * 60 * 1000

const INVITED: MembersSearchInput = {
  limit: 1000,
  query: {
    operator: 'AND',
    operands: [{ filter_name: 'statuses', filter_value: ['invited'] }],
  },
}

/**
 * All that ends soon or has ended: certificates of SAML connections, both of the identity provider and our own, the SCIM
 * bearer token and its successor, and pending invitations (the first 1000). Only what the member may see is asked for, by the
 * queries that the portal itself uses; nothing is asked again by itself.
 *
 * @rbac stytch.sso get, stytch.scim get and stytch.member search, each for its own part
 * @example
 * const { credentials } = useExpiringCredentials({ within: 30 })
 * const urgent = credentials.filter(({ level }) => level === 'seven' || level === 'expired')
 */
export function useExpiringCredentials({
  within = 60,
  now,
  enabled = {},
  inviteExpirationMinutes = WEEK_IN_MINUTES,
}: ExpiringCredentialsOptions = {}): ExpiringCredentials {
  const [first] = useState(() => Date.now())
  const present = now ?? first
  const { answers: may } = useAnswers({
    sso: [['stytch.sso', 'get']],
    scim: [['stytch.scim', 'get']],
    invitations: [['stytch.member', 'search']],
  })
  const asks = (source: CredentialSource) => enabled[source] !== false && may[source].allowed
  const sso = useSsoConnections({ enabled: asks('sso') })
  const scim = useScimConnection({ enabled: asks('scim') })
  const invitations = useOrganizationMembersSearch(INVITED, { enabled: asks('invitations') })

  const connections = asks('sso') ? sso.data : undefined
  const connection = asks('scim') ? scim.data : undefined
  const members = asks('invitations') ? invitations.data?.members : undefined
  const credentials = useMemo(() => {
    const ends = [
      ...(connections ? certificatesOf(connections) : []),
      ...(connection ? tokensOf(connection) : []),
      ...(members ?? []).map((member) => invitationOf(member, inviteExpirationMinutes)),
    ]
    return ends
      .filter(({ expiresAt }) => Date.parse(expiresAt) - present <= within * DAY_MS)
      .sort((one, other) => Date.parse(one.expiresAt) - Date.parse(other.expiresAt))
      .map((end) => ({ ...end, ...credentialExpiry(end.expiresAt, present) }))
  }, [connections, connection, members, inviteExpirationMinutes, present, within])

  const sources = { sso, scim, invitations }
  const errorOf = (source: CredentialSource) => (asks(source) ? sources[source].error : null)
  const isWaiting = (source: CredentialSource) =>
    enabled[source] !== false &&
    (may[source].status === 'loading' || (asks(source) && sources[source].isPending))
  return {
    credentials,
    isPending: isWaiting('sso') || isWaiting('scim') || isWaiting('invitations'),
    errors: {
      sso: errorOf('sso'),
      scim: errorOf('scim'),
      invitations: errorOf('invitations'),
    },
  }
}

type End = Omit<ExpiringCredential, keyof CredentialExpiry>

function certificatesOf({ saml_connections }: SsoConnections): End[] {
  return saml_connections.flatMap((connection) => [
    ...connection.verification_certificates.map((one) =>
      certificateOf('saml-verification-certificate', connection, one),
    ),
    ...connection.signing_certificates.map((one) =>
      certificateOf('saml-signing-certificate', connection, one),
    ),
  ])
}

const certificateOf = (
  type: End['type'],
  { connection_id, display_name }: CachedSamlConnection,
  { certificate_id, expires_at }: X509Certificate,
): End => ({
  type,
  id: certificate_id,
  label: display_name,
  connectionId: connection_id,
  expiresAt: expires_at,
})

function tokensOf(connection: ScimConnection): End[] {
  const of = { id: connection.connection_id, label: connection.display_name }
  const next = connection.next_bearer_token_expires_at
  const connectionId = connection.connection_id
  return [
    { type: 'scim-token', ...of, connectionId, expiresAt: connection.bearer_token_expires_at },
    ...(next ? [{ type: 'scim-next-token' as const, ...of, connectionId, expiresAt: next }] : []),
  ]
}

function invitationOf(
  { member_id, name, email_address, updated_at, created_at }: Member,
  minutes: number,
): End {
  const sent = Date.parse(updated_at || created_at)
  return {
    type: 'invitation',
    id: member_id,
    label: name || email_address,
    expiresAt: Number.isNaN(sent) ? '' : new Date(sent + minutes * 60_000).toISOString(),
    estimated: true,
  }
}
