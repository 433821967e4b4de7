import { fields, flag, nullable, records, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

/** A password, of one member or, where it was set in discovery, of an address in all its organizations. */
export interface StoredPassword {
  member_password_id: string
  email_address: string
  member_id: string | null
  /** '' while the password is as a seed wrote it, until it is first compared. */
  salt: string
  /** PBKDF2, base64url; without a salt, the password itself. */
  hash: string
  created_at: string
}

export interface StoredPasswordReset {
  token: string
  email_address: string
  /** Both null for discovery. */
  member_id: string | null
  organization_id: string | null
  expires_at: string
  used: boolean
  /** PKCE: the verifier must hash to this; null when the link was made without. */
  code_challenge: string | null
}

export interface PasswordRecords {
  /** By member_password_id. */
  passwords: Record<string, StoredPassword>
  /** By token. */
  password_resets: Record<string, StoredPasswordReset>
}

export const noPasswords = (): PasswordRecords => ({ passwords: {}, password_resets: {} })

const password: ShapesOf<StoredPassword> = {
  member_password_id: text,
  email_address: text,
  member_id: nullable(text),
  salt: text,
  hash: text,
  created_at: time,
}

const reset: ShapesOf<StoredPasswordReset> = {
  token: text,
  email_address: text,
  member_id: nullable(text),
  organization_id: nullable(text),
  expires_at: time,
  used: flag,
  code_challenge: nullable(text),
}

export const passwordShapes: ShapesOf<PasswordRecords> = {
  passwords: records(fields(password)),
  password_resets: records(fields(reset)),
}
