import { Hono } from 'hono'
import type { Context } from 'hono'
import { readText } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import type { Emulator } from '../createEmulator.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { EmulatorError } from '../errors.ts'
import { issueMagicLink } from '../authentication/magicLinks.ts'
import { errorPage } from './htmlPage.ts'
import type { Html } from './htmlPage.ts'
import { inboxPage, messagePage } from './inboxPages.ts'
import { organizationPage } from './organizationPage.ts'
import { startPage, startText } from './startPage.ts'

/** No script, nothing from elsewhere, and no frame around it: what a page shows is what the emulator made. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"

type C = Context<EmulatorEnv>

/** The pages for people: the start page at `/`, the organizations, and the inbox. */
export function pageRoutes(context: EmulatorContext, emulator: Emulator): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get('/', (c) =>
    wantsHtml(c) ? page(c, startPage(context, emulator)) : c.text(startText(context, emulator)),
  )

  app.get('/organizations/:slug', (c) => {
    const slug = c.req.param('slug')
    const organization = Object.values(context.data.organizations).find(
      (candidate) => candidate.organization_slug === slug,
    )
    return organization
      ? page(c, organizationPage(context, organization, c.req.query('q') ?? ''))
      : missing(c, `There is no organization with the slug ${slug}.`)
  })

  app.get('/inbox', (c) => page(c, inboxPage(context)))

  app.get('/inbox/:message_id', (c) => {
    const message_id = c.req.param('message_id')
    const message = context.data.inbox.find((candidate) => candidate.message_id === message_id)
    return message
      ? page(c, messagePage(message))
      : missing(c, 'There is no such message in the inbox. It may have been emptied meanwhile.')
  })

  app.post('/inbox/empty', (c) => {
    context.data.inbox = []
    return c.redirect('/inbox', 303)
  })

  app.post('/sign-in', async (c) => {
    const form = new URLSearchParams(await readText(c.req.raw))
    try {
      return c.redirect(issueMagicLink(context, form.get('person') ?? '').url, 303)
    } catch (error) {
      if (!(error instanceof EmulatorError)) throw error
      return missing(c, error.message)
    }
  })

  return app
}

function wantsHtml(c: C): boolean {
  return c.req.header('accept')?.includes('text/html') ?? false
}

async function page(c: C, html: Html, status: 200 | 404 = 200): Promise<Response> {
  return c.html(await html, status, {
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
  })
}

function missing(c: C, message: string): Promise<Response> {
  const problem = {
    title: 'Not here',
    message,
    remedies: ['Go back to the start page at /.'],
    errorType: 'not_found',
    requestId: c.var.requestId,
  }
  return page(c, errorPage(problem), 404)
}
