import { fields, flag, list, number, records, text, time } from '../shape.ts'
import type { Shape, ShapesOf } from '../shape.ts'

export interface StoredTotp {
  totp_registration_id: string
  member_id: string
  organization_id: string
  /** Base32. */
  secret: string
  /** Confirmed by a first code. Until then it is not the member's, and lasts an hour. */
  verified: boolean
  expires_at: string
  /** The time step of the last code that was taken, which may not be taken again. */
  last_step: number
}

export interface StoredRecoveryCodes {
  member_id: string
  codes: { code: string; used: boolean }[]
}

export interface MfaRecords {
  /** By totp_registration_id. */
  totps: Record<string, StoredTotp>
  /** By member_id. */
  recovery_codes: Record<string, StoredRecoveryCodes>
}

export const noMfa = (): MfaRecords => ({ totps: {}, recovery_codes: {} })

const base32: Shape = (value, where) =>
  typeof value === 'string' && /^[A-Z2-7]+$/.test(value) ? null : `${where} is not a text in Base32`

const totp: ShapesOf<StoredTotp> = {
  totp_registration_id: text,
  member_id: text,
  organization_id: text,
  secret: base32,
  verified: flag,
  expires_at: time,
  last_step: number,
}

const recoveryCodes: ShapesOf<StoredRecoveryCodes> = {
  member_id: text,
  codes: list(fields({ code: text, used: flag })),
}

export const mfaShapes: ShapesOf<MfaRecords> = {
  totps: records(fields(totp)),
  recovery_codes: records(fields(recoveryCodes)),
}
