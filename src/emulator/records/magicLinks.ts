import { fields, flag, nullable, oneOf, records, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

export interface StoredMagicLink {
  token: string
  kind: 'sign_in' | 'invite' | 'discovery' | 'email_update'
  /** Sent back as `method_id`. */
  method_id: string
  email_address: string
  /** Both null for discovery, which is about an address only. */
  member_id: string | null
  organization_id: string | null
  expires_at: string
  used: boolean
  /** PKCE: the verifier must hash to this; null when the link was made without. */
  code_challenge: string | null
}

export interface MagicLinkRecords {
  /** By token. */
  magic_links: Record<string, StoredMagicLink>
}

export const noMagicLinks = (): MagicLinkRecords => ({ magic_links: {} })

const magicLink: ShapesOf<StoredMagicLink> = {
  token: text,
  kind: oneOf('sign_in', 'invite', 'discovery', 'email_update'),
  method_id: text,
  email_address: text,
  member_id: nullable(text),
  organization_id: nullable(text),
  expires_at: time,
  used: flag,
  code_challenge: nullable(text),
}

export const magicLinkShapes: ShapesOf<MagicLinkRecords> = {
  magic_links: records(fields(magicLink)),
}
