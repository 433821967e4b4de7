import type { EmulatorContext } from './context.ts'
import { badRequest } from './errors.ts'
import type { InboxMessage } from './records/inbox.ts'

type Content = Omit<InboxMessage, 'message_id' | 'channel' | 'sent_at'>

/** Throws 400 `inactive_email` when mail to the address has come back before. */
export function checkMailArrives({ data }: EmulatorContext, emailAddress: string): void {
  if (!data.inactive_email_addresses.includes(emailAddress.toLowerCase())) return
  throw badRequest(
    `Mail to ${emailAddress} has come back, so no more is sent there.`,
    'inactive_email',
  )
}

/** Puts a mail into the inbox, where the people of this machine read their mail. */
export function sendMail(context: EmulatorContext, content: Content): InboxMessage {
  return deliver(context, { channel: 'email', ...content })
}

/** Puts a text message into the inbox. */
export function sendText(
  context: EmulatorContext,
  content: Omit<Content, 'subject'>,
): InboxMessage {
  return deliver(context, { channel: 'sms', subject: '', ...content })
}

function deliver(
  context: EmulatorContext,
  content: Omit<InboxMessage, 'message_id' | 'sent_at'>,
): InboxMessage {
  const message: InboxMessage = {
    message_id: context.newId('message'),
    ...content,
    sent_at: context.timestamp(),
  }
  context.data.inbox.push(message)
  return message
}
