'use client'

import type { ReactNode } from 'react'
import type { InboxMessage } from '../emulator/records/inbox.ts'
import { CopyButton } from './CopyButton.tsx'
import type { EmulatorControl } from '../testing/connectEmulator.ts'
import type { Act } from './EmulatorTab.tsx'
import { clockTime } from './timeText.ts'

interface InboxProps {
  messages: readonly InboxMessage[]
  control: EmulatorControl
  act: Act
}

/** Mails and texts that would have been sent, newest first, with their links and codes. */
export function Inbox({ messages, control, act }: InboxProps): ReactNode {
  return (
    <section>
      <div className="heading">
        <h3>Inbox ({messages.length})</h3>
        <button
          type="button"
          className="small"
          disabled={messages.length === 0}
          onClick={() => {
            act(control.inbox.clear)
          }}
        >
          Empty
        </button>
      </div>
      {messages.length === 0 ? (
        <p className="empty">No mail and no text yet.</p>
      ) : (
        <ul className="rows" aria-label="Messages, newest first">
          {messages.toReversed().map((message) => (
            <Message key={message.message_id} message={message} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Message({ message }: { message: InboxMessage }): ReactNode {
  const { channel, template, to, subject, text, url, code, sent_at } = message
  return (
    <li>
      <span className="chip">{channel}</span>
      <span className="grow">
        <b>{subject || text}</b> <span className="muted">to {to}</span>
      </span>
      <span className="muted number">
        {template} · {clockTime(sent_at)}
      </span>
      {code !== undefined && (
        <>
          <code className="mono">{code}</code>
          <CopyButton text={code} what="code" />
        </>
      )}
      {url !== undefined && (
        <>
          <a href={url}>Open link</a>
          <CopyButton text={url} what="link" />
        </>
      )}
    </li>
  )
}
