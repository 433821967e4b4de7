import { fields, flag, list, nullable, number, oneOf, records, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

/** A code that was mailed. Of those to one address for one organization, or for discovery, only the newest counts. */
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
  /** By an id of no meaning, oldest first. */
  email_otps: Record<string, StoredEmailOtp>
  /** By otp_id. */
  sms_otps: Record<string, StoredSmsOtp>
  /** Phones that have answered a text with STOP; they get none until they say otherwise. */
  unsubscribed_phone_numbers: string[]
}

export const noOtps = (): OtpRecords => ({
  email_otps: {},
  sms_otps: {},
  unsubscribed_phone_numbers: [],
})

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
  unsubscribed_phone_numbers: list(text),
}
