import { Hono } from 'hono'
import { readEmail } from '../authentication/people.ts'
import { parseBody, readText } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, notFound } from '../errors.ts'
import type { InboxMessage } from '../records/inbox.ts'

const LONGEST_WAIT_SECONDS = 60
const LOOK_AGAIN_MS = 20
const CHANNELS = ['email', 'sms']
const FILTERS = ['to', 'template', 'channel', 'after', 'wait']

/** The part of the control API about mails and texts. */
export function controlInboxRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get('/inbox', async (c) => {
    const query = c.req.query()
    const unknown = Object.keys(query).find((name) => !FILTERS.includes(name))
    if (unknown !== undefined) {
      throw badRequest(`${unknown} is not a filter. There are: ${FILTERS.join(', ')}.`)
    }
    const find = () => matching(context.data.inbox, query)
    const seconds = readWait(query['wait'])
    // In the time of those who wait, not of the emulator's clock, which may stand still.
    const end = performance.now() + seconds * 1000
    while (find().length === 0 && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    }
    return c.json({ messages: find() })
  })

  app.get('/inbox/:message_id', (c) => {
    const message_id = c.req.param('message_id')
    const message = context.data.inbox.find((candidate) => candidate.message_id === message_id)
    if (message) return c.json({ message })
    throw notFound('message_not_found', `There is no message ${message_id} in the inbox.`)
  })

  // As when a mail has come back: for tests of what a page says then.
  app.post('/inactive-emails', async (c) => {
    const emailAddress = readEmail(parseBody(await readText(c.req.raw))).toLowerCase()
    const { inactive_email_addresses } = context.data
    if (!inactive_email_addresses.includes(emailAddress))
      inactive_email_addresses.push(emailAddress)
    return c.json({ inactive_email_addresses })
  })

  app.delete('/inbox', (c) => {
    context.data.inbox = []
    return c.json({ messages: [] })
  })

  return app
}

function matching(inbox: InboxMessage[], query: Record<string, string>): InboxMessage[] {
  const { template, channel, after } = query
  // The plus of a phone number that was not encoded comes as a space.
  const to = query['to']?.replace(/^ /, '+').toLowerCase()
  if (channel !== undefined && !CHANNELS.includes(channel)) {
    throw badRequest(`channel must be one of ${CHANNELS.join(', ')}.`)
  }
  const last = inbox.findIndex(({ message_id }) => message_id === after)
  return inbox
    .slice(last + 1)
    .filter(
      (message) =>
        (to === undefined || message.to.toLowerCase() === to) &&
        (template === undefined || message.template === template) &&
        (channel === undefined || message.channel === channel),
    )
}

function readWait(text: string | undefined): number {
  if (text === undefined) return 0
  const seconds = Number(text)
  if (text !== '' && seconds >= 0 && seconds <= LONGEST_WAIT_SECONDS) return seconds
  throw badRequest(`wait must be a number of seconds from 0 to ${String(LONGEST_WAIT_SECONDS)}.`)
}
