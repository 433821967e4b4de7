import type { EmulatorContext } from './context.ts'
import type { InboxMessage } from './records/inbox.ts'

type Content = Omit<InboxMessage, 'message_id' | 'channel' | 'sent_at'>

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
