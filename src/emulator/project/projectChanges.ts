import type { Described } from '../described.ts'
import { readPolicy } from './policyChanges.ts'
import { OAUTH_PROVIDERS } from '../records/oauth.ts'
import { OAUTH_REGISTRATIONS } from '../records/project.ts'
import type { StoredProject } from '../records/project.ts'

/** The longest session that the API knows: a year and a day. */
const MAX_SESSION_MINUTES = 527_040

/** Of the web, or one that opens an app of its own (`myapp://…`). */
const ADDRESS = /^(?!javascript:|data:|vbscript:|blob:)[a-z][\w.+-]*:\/\/./i

/** The project's settings with what is described changed; what is left out stays. */
export function changeProject(project: StoredProject, described: Described): StoredProject {
  const policy = described.object('rbac_policy')
  return {
    ...project,
    ...texts(described, ['project_id', 'public_token', 'secret', 'project_name']),
    ...flags(described, [
      'scim_enabled',
      'sso_enabled',
      'can_create_saml_connection',
      'can_create_oidc_connection',
      'mfa_controls_enabled',
      'create_organization_enabled',
      'opaque_tokens',
    ]),
    max_sso_connections:
      described.whole('max_sso_connections', { min: 0, max: 1000 }) ?? project.max_sso_connections,
    redirect_urls: redirectUrls(project.redirect_urls, described.object('redirect_urls')),
    rbac_policy: policy ? readPolicy(policy) : project.rbac_policy,
    slug_pattern: slugPattern(project.slug_pattern, described),
    email_domains: described.texts('email_domains') ?? project.email_domains,
    pkce_required: {
      ...project.pkce_required,
      ...flags(described.object('pkce_required'), [
        'email_magic_links',
        'password_resets',
        'oauth',
        'sso',
      ]),
    },
    oauth_providers: oauthProviders(project.oauth_providers, described.object('oauth_providers')),
    captcha: captcha(project.captcha, described),
    device_fingerprinting: fingerprinting(
      project.device_fingerprinting,
      described.object('device_fingerprinting'),
    ),
    max_session_minutes:
      described.whole('max_session_minutes', { min: 5, max: MAX_SESSION_MINUTES }) ??
      project.max_session_minutes,
    passwords: passwords(project.passwords, described.object('passwords')),
  }
}

function redirectUrls(
  urls: StoredProject['redirect_urls'],
  described: Described | undefined,
): StoredProject['redirect_urls'] {
  const names = ['login', 'signup', 'invite', 'discovery', 'reset_password'] as const
  const changed = texts(described, names)
  for (const name of names) {
    const url = changed[name]
    if (url !== undefined && !(URL.canParse(url) && ADDRESS.test(url))) {
      described?.wrong(name, 'must be an address such as http://localhost:3000/authenticate.')
    }
  }
  return { ...urls, ...changed }
}

/** null takes the pattern away. */
function slugPattern(pattern: string | null, described: Described): string | null {
  if (!described.names().includes('slug_pattern')) return pattern
  const given = described.optionalText('slug_pattern') ?? null
  if (given !== null && !given.includes('{{slug}}')) {
    described.wrong('slug_pattern', 'must contain {{slug}}, as in https://{{slug}}.app.example.')
  }
  return given
}

function oauthProviders(
  now: StoredProject['oauth_providers'],
  described: Described | undefined,
): StoredProject['oauth_providers'] {
  return {
    ...now,
    ...pick(OAUTH_PROVIDERS, (provider) => described?.oneOf(provider, OAUTH_REGISTRATIONS)),
  }
}

function captcha(now: StoredProject['captcha'], described: Described): StoredProject['captcha'] {
  const given = described.object('captcha')
  const changed = { ...now, ...flags(given, ['enabled']), ...texts(given, ['site_key']) }
  if (changed.enabled && changed.site_key === '') {
    described.wrong('captcha', 'needs a site_key when it is enabled.')
  }
  return changed
}

function fingerprinting(
  now: StoredProject['device_fingerprinting'],
  described: Described | undefined,
): StoredProject['device_fingerprinting'] {
  return {
    ...now,
    ...flags(described, ['enabled']),
    mode: described?.oneOf('mode', ['OBSERVATION', 'DECISIONING']) ?? now.mode,
  }
}

function passwords(
  now: StoredProject['passwords'],
  described: Described | undefined,
): StoredProject['passwords'] {
  return {
    ...now,
    ...flags(described, ['breach_detection_on_create', 'breach_detection_on_authentication']),
    strategy: described?.oneOf('strategy', ['zxcvbn', 'luds']) ?? now.strategy,
    luds_complexity: described?.whole('luds_complexity', { min: 1, max: 4 }) ?? now.luds_complexity,
    luds_minimum_count:
      described?.whole('luds_minimum_count', { min: 8, max: 32 }) ?? now.luds_minimum_count,
  }
}

function texts<const Name extends string>(
  described: Described | undefined,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  return pick(names, (name) => (described?.has(name) ? described.text(name) : undefined))
}

function flags<const Name extends string>(
  described: Described | undefined,
  names: readonly Name[],
): Partial<Record<Name, boolean>> {
  return pick(names, (name) => described?.flag(name))
}

/** What `read` gives for each of the names, less what it does not. */
function pick<Name extends string, Value>(
  names: readonly Name[],
  read: (name: Name) => Value | undefined,
): Partial<Record<Name, Value>> {
  const picked: Partial<Record<Name, Value>> = {}
  for (const name of names) {
    const value = read(name)
    if (value !== undefined) picked[name] = value
  }
  return picked
}
