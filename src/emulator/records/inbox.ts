import { fields, list, oneOf, optional, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

/** A mail or a text that the project would have sent; newest last. */
export interface InboxMessage {
  message_id: string
  channel: 'email' | 'sms'
  template:
    | 'magic_link'
    | 'invite'
    | 'discovery'
    | 'email_otp'
    | 'sms_otp'
    | 'password_reset'
    | 'email_update'
  /** The address or the number. */
  to: string
  /** '' in a text message. */
  subject: string
  text: string
  /** The link in it, with its token; missing where there is none. */
  url?: string | undefined
  token?: string | undefined
  token_type?: string | undefined
  /** The code in it; missing where there is none. */
  code?: string | undefined
  sent_at: string
}

export interface InboxRecords {
  inbox: InboxMessage[]
  /** Addresses, in small letters, whose mail has come back; no more is sent to them. */
  inactive_email_addresses: string[]
}

export const emptyInbox = (): InboxRecords => ({ inbox: [], inactive_email_addresses: [] })

const message: ShapesOf<InboxMessage> = {
  message_id: text,
  channel: oneOf('email', 'sms'),
  template: text,
  to: text,
  subject: text,
  text,
  url: optional(text),
  token: optional(text),
  token_type: optional(text),
  code: optional(text),
  sent_at: time,
}

export const inboxShapes: ShapesOf<InboxRecords> = {
  inbox: list(fields(message)),
  inactive_email_addresses: list(text),
}
