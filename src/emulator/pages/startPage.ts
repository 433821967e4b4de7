import { html } from 'hono/html'
import type { EmulatorContext } from '../context.ts'
import type { Emulator } from '../createEmulator.ts'
import type { Persona } from '../records/project.ts'
import { OAUTH_PROVIDERS } from '../records/oauth.ts'
import { htmlPage } from './htmlPage.ts'
import type { Html } from './htmlPage.ts'
import { messageList } from './inboxPages.ts'

const NEWEST = 8
const IDENTITY_PROVIDERS = ['okta', 'microsoft-entra', 'google-workspace']

/** What is running, who can sign in, and what they were sent. */
export function startPage(context: EmulatorContext, emulator: Emulator): Html {
  return htmlPage({
    title: 'orgportal emulator',
    body: html`
      <h2>What is running</h2>
      <dl class="facts card">
        ${facts(context, emulator).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      <h2>Who can sign in</h2>
      ${people(context)}
      <h2>Organizations</h2>
      ${organizations(context)}
      <h2>Identity providers</h2>
      ${connections(context, emulator)}
      <h2>OAuth providers</h2>
      <p class="muted">Each link is a sign-in by discovery, as an app would begin it.</p>
      <ul class="row plain">
        ${OAUTH_PROVIDERS.map(
          (provider) => html`<li><a href="${oauthStart(emulator, provider)}">${provider}</a></li>`,
        )}
      </ul>
      <h2>Inbox</h2>
      ${messageList(context.data.inbox.slice(-NEWEST))}
      <p><a href="/inbox">The whole inbox</a></p>
    `,
    footer: 'Everything here is made up. Its keys and secrets are public and protect nothing.',
  })
}

/** The same in short, for a terminal. */
export function startText(context: EmulatorContext, emulator: Emulator): string {
  const rows = facts(context, emulator).map(([name, value]) => `${name.padEnd(16)}${value}`)
  const who = context.data.personas.map(
    ({ id, name, description }) => `${id.padEnd(16)}${name}: ${description}`,
  )
  return ['orgportal emulator', '', ...rows, '', 'Who can sign in', ...who, ''].join('\n')
}

function facts(
  { data, timestamp }: EmulatorContext,
  { baseUrl, latency, faults }: Emulator,
): (readonly [string, string])[] {
  const { project } = data
  const set = faults.list().map(({ method = 'any', path }) => `${method} ${path}`)
  return [
    ['Address', baseUrl],
    ['API', `${baseUrl}/sdk/v1`],
    ['Server API', `${baseUrl}/v1/b2b`],
    ['Control API', `${baseUrl}/_emulator`],
    ['Public token', project.public_token],
    ['Project id', project.project_id],
    ['Secret', project.secret],
    ['Seed', data.seed],
    ['Clock', timestamp()],
    ['Latency', `${String(latency)} ms`],
    ['Faults', set.join(', ') || 'none'],
  ]
}

function people({ data }: EmulatorContext): Html {
  if (data.personas.length === 0) return html`<p>The seed names nobody.</p>`
  return html`<p class="muted">
      Each button makes a sign-in link, as one in a mail, and follows it to
      <code>${data.project.redirect_urls.login}</code>.
    </p>
    <form method="post" action="/sign-in">
      <ul class="plain">
        ${data.personas.map((persona) => html`<li class="card row spread">${person(persona)}</li>`)}
      </ul>
    </form>`
}

function person({ id, name, email_address, description }: Persona): Html {
  return html`<div>
      <strong>${name}</strong><br />
      <span class="muted">${email_address}<br />${description}</span>
    </div>
    <button name="person" value="${id}">Sign in as ${name}</button>`
}

function organizations({ data }: EmulatorContext): Html {
  const members = Object.values(data.members)
  return html`<ul class="plain">
    ${Object.values(data.organizations).map((organization) => {
      const { organization_id, organization_name, organization_slug } = organization
      const count = members.filter((one) => one.organization_id === organization_id).length
      return html`<li>
        <a href="/organizations/${encodeURIComponent(organization_slug)}">${organization_name}</a>
        <span class="muted">${organization_slug}, members: ${count}</span>
      </li>`
    })}
  </ul>`
}

function connections({ data }: EmulatorContext, { baseUrl, publicToken }: Emulator): Html {
  const active = Object.values(data.sso_connections).filter(({ status }) => status === 'active')
  return html`<p class="muted">
      To connect one, take what its page shows:
      ${IDENTITY_PROVIDERS.map((idp) => html`<a href="/idp/saml/${idp}">${idp} (SAML)</a> `)}
      <a href="/idp/oidc/okta">okta (OIDC)</a>. Any other name in the address is another provider.
    </p>
    ${active.length === 0 ? html`<p>No organization has an SSO connection.</p>` : ''}
    <ul class="plain">
      ${active.map((connection) => {
        const { connection_id, display_name, organization_id } = connection
        const query = new URLSearchParams({ public_token: publicToken, connection_id })
        const organization = data.organizations[organization_id]
        return html`<li>
          Sign in through
          <a href="${`${baseUrl}/v1/public/sso/start?${query.toString()}`}">${display_name}</a>
          <span class="muted">${organization?.organization_name ?? ''}</span>
        </li>`
      })}
    </ul>`
}

function oauthStart({ baseUrl, publicToken }: Emulator, provider: string): string {
  const query = new URLSearchParams({ public_token: publicToken })
  return `${baseUrl}/v1/b2b/public/oauth/${provider}/discovery/start?${query.toString()}`
}
