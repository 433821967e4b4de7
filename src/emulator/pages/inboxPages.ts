import { html } from 'hono/html'
import type { EmulatorContext } from '../context.ts'
import type { InboxMessage } from '../records/inbox.ts'
import { htmlPage } from './htmlPage.ts'
import type { Html } from './htmlPage.ts'

const MOST = 200

/** All messages, newest first. */
export function inboxPage({ data }: EmulatorContext): Html {
  return htmlPage({
    title: 'Inbox',
    body: html`
      <p class="row"><a href="/">Start page</a> <a href="/inbox">Look again</a></p>
      ${messageList(data.inbox.slice(-MOST))}
      ${
        data.inbox.length === 0
          ? ''
          : html`<form method="post" action="/inbox/empty">
              <p><button>Empty the inbox</button></p>
            </form>`
      }
    `,
  })
}

/** A message with what one does with it: follow its link, or copy its code. */
export function messagePage(message: InboxMessage): Html {
  const { to, text, url, code, channel, sent_at, template } = message
  return htmlPage({
    title: titleOf(message),
    body: html`
      <p class="row"><a href="/inbox">Inbox</a> <a href="/">Start page</a></p>
      <dl class="facts card">
        <dt>To</dt>
        <dd>${to}</dd>
        <dt>Sent</dt>
        <dd>${sent_at}, by ${channel === 'sms' ? 'text message' : 'mail'}</dd>
        <dt>Template</dt>
        <dd><code>${template}</code></dd>
      </dl>
      <h2>Text</h2>
      <div class="card">
        <p class="message">${withLinks(text)}</p>
        ${
          url === undefined || !opensApp(url)
            ? ''
            : html`<p><a href="${url}" rel="noreferrer">Follow the link</a></p>`
        }
        ${code === undefined ? '' : html`<p>Code <span class="code">${code}</span></p>`}
      </div>
    `,
  })
}

/** Messages as a list of links, the newest first; they are given oldest first, as they are stored. */
export function messageList(messages: readonly InboxMessage[]): Html {
  if (messages.length === 0) return html`<p class="muted">Nothing was sent yet.</p>`
  return html`<ul class="plain">
    ${[...messages].reverse().map(
      (message) =>
        html`<li class="card">
          <a href="/inbox/${encodeURIComponent(message.message_id)}">${titleOf(message)}</a><br />
          <span class="muted">
            to ${message.to}, ${message.sent_at}${message.code ? `, code ${message.code}` : ''}
          </span>
        </li>`,
    )}
  </ul>`
}

function titleOf({ subject, to }: InboxMessage): string {
  return subject === '' ? `Text message to ${to}` : subject
}

/** The addresses of the web in it can be followed: a mail may have more than one. */
function withLinks(text: string): (string | Html)[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) =>
      index % 2 === 1 ? html`<a href="${part}" rel="noreferrer">${part}</a>` : part,
    )
}

/** The address of an app, which is no link in the text; nothing that would run in this page. */
function opensApp(url: string): boolean {
  return URL.canParse(url) && !/^(https?|javascript|data|vbscript|blob):/i.test(url.trim())
}
