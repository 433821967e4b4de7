import { fields, flag, nullable, number, oneOf, records, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

/** A code that was mailed. Of those for one purpose only the newest counts. */
export interface StoredEmailOtp {
  /** Sent back as `method_id`. */
  method_id: string
  purpose: 'sign_in' | 'discovery' | 'email_update'
  code: string
  email_address: string
  member_id: string | null
  organization_id: string | null
  expires_at: string
  used: boolean
  failed_attempts: number
}

/** A code that was texted. Of those to one member only the newest counts. */
export interface StoredSmsOtp {
  otp_id: string
  code: string
  member_id: string
  organization_id: string
  phone_number: string
  expires_at: string
  used: boolean
  failed_attempts: number
}

export interface OtpRecords {
  /** By method_id. */
  email_otps: Record<string, StoredEmailOtp>
  /** By otp_id. */
  sms_otps: Record<string, StoredSmsOtp>
}

export const noOtps = (): OtpRecords => ({ email_otps: {}, sms_otps: {} })

const emailOtp: ShapesOf<StoredEmailOtp> = {
  method_id: text,
  purpose: oneOf('sign_in', 'discovery', 'email_update'),
  code: text,
  email_address: text,
  member_id: nullable(text),
  organization_id: nullable(text),
  expires_at: time,
  used: flag,
  failed_attempts: number,
}

const smsOtp: ShapesOf<StoredSmsOtp> = {
  otp_id: text,
  code: text,
  member_id: text,
  organization_id: text,
  phone_number: text,
  expires_at: time,
  used: flag,
  failed_attempts: number,
}

export const otpShapes: ShapesOf<OtpRecords> = {
  email_otps: records(fields(emailOtp)),
  sms_otps: records(fields(smsOtp)),
}
