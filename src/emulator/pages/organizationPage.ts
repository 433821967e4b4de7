import { html } from 'hono/html'
import type { EmulatorContext } from '../context.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { createRoleResolver } from '../roles.ts'
import { htmlPage } from './htmlPage.ts'
import type { Html } from './htmlPage.ts'

const MOST = 100

/** An organization's SSO connections, and its members, each with a way to sign in as. `search` narrows them by name or address. */
export function organizationPage(
  context: EmulatorContext,
  organization: StoredOrganization,
  search: string,
): Html {
  const { organization_id, organization_name, organization_slug } = organization
  const wanted = search.trim().toLowerCase()
  const members = Object.values(context.data.members).filter(
    (member) =>
      member.organization_id === organization_id &&
      `${member.name} ${member.email_address}`.toLowerCase().includes(wanted),
  )
  const shown = members.slice(0, MOST)
  const rolesOf = createRoleResolver(context.data, organization_id, shown)
  return htmlPage({
    title: organization_name,
    body: html`
      <p><a href="/">Start page</a></p>
      <dl class="facts card">
        ${settings(organization).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      ${connections(context, organization_id)}
      <h2>Members</h2>
      <form
        method="get"
        action="/organizations/${encodeURIComponent(organization_slug)}"
        class="row"
      >
        <label>
          Name or address
          <input type="search" name="q" value="${search}" />
        </label>
        <button>Search</button>
      </form>
      <p class="muted">${found(members.length)}</p>
      <form method="post" action="/sign-in">
        <ul class="plain">
          ${shown.map((member) => {
            const roles = rolesOf(member).map(({ role_id }) => role_id)
            return html`<li class="card row spread">${row(context, member, roles)}</li>`
          })}
        </ul>
      </form>
    `,
  })
}

/** With their ids: whoever wants to refer to one from another organization needs them. */
function connections({ data }: EmulatorContext, organizationId: string): Html | string {
  const own = Object.values(data.sso_connections).filter(
    ({ organization_id }) => organization_id === organizationId,
  )
  if (own.length === 0) return ''
  return html`<h2>SSO connections</h2>
    <ul class="plain">
      ${own.map(
        ({ display_name, type, status, connection_id }) =>
          html`<li class="card">
            <strong>${display_name}</strong>, ${type}, ${status}<br />
            <code>${connection_id}</code>
          </li>`,
      )}
    </ul>`
}

function found(count: number): string {
  return count > MOST
    ? `The first ${String(MOST)} of ${String(count)}.`
    : `${String(count)} in all.`
}

function settings(organization: StoredOrganization): [string, string][] {
  const { allowed_auth_methods = [], allowed_mfa_methods = [], mfa_methods } = organization
  return [
    ['Id', organization.organization_id],
    ['Slug', organization.organization_slug],
    ['Sign-in', restricted(organization.auth_methods, allowed_auth_methods)],
    ['Second factor', organization.mfa_policy],
    ['MFA methods', restricted(mfa_methods ?? 'ALL_ALLOWED', allowed_mfa_methods)],
    ['Joining by email', organization.email_jit_provisioning],
    ['Email domains', organization.email_allowed_domains.join(', ') || 'none'],
  ]
}

function restricted(setting: string, list: readonly string[]): string {
  return setting === 'RESTRICTED' ? `RESTRICTED to ${list.join(', ')}` : setting
}

function row(context: EmulatorContext, member: StoredMember, roles: readonly string[]): Html {
  const { member_id, email_address, status } = member
  const name = member.name || email_address
  return html`<div>
      <strong>${name}</strong><br />
      <span class="muted">
        ${email_address}<br />
        ${[status, ...roles].join(', ')}
        ${factors(context, member).map((factor) => html`<br />${factor}`)}
      </span>
    </div>
    ${
      status === 'deleted'
        ? ''
        : html`<button name="person" value="${member_id}">Sign in as ${name}</button>`
    }`
}

function factors({ data }: EmulatorContext, member: StoredMember): string[] {
  const totp = data.totps[member.totp_registration_id]
  return [
    ...(member.is_breakglass ? ['may sign in by any method'] : []),
    ...(member.member_password_id === '' ? [] : ['has a password']),
    ...(member.mfa_phone_number === '' ? [] : [`phone ${member.mfa_phone_number}`]),
    ...(totp ? [`authenticator app, secret ${totp.secret}`] : []),
  ]
}
