import type { RbacPolicy } from '../../client/types.ts'
import { fields, flag, list, nullable, number, oneOf, text, url } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'
import type { OAuthProvider } from './oauth.ts'

export const OAUTH_REGISTRATIONS = ['own', 'default', 'none'] as const
export type OAuthRegistration = (typeof OAUTH_REGISTRATIONS)[number]

/** The settings that the emulator's one project has in the service's dashboard. */
export interface StoredProject {
  project_id: string
  public_token: string
  /** What a backend authenticates with, as the password beside the project id. */
  secret: string
  project_name: string
  /** Where links in mails and providers lead back to when a call names no address. */
  redirect_urls: {
    login: string
    signup: string
    invite: string
    discovery: string
    reset_password: string
  }
  rbac_policy: RbacPolicy
  scim_enabled: boolean
  sso_enabled: boolean
  /** Whether organizations may add connections by SAML, and by OIDC. */
  can_create_saml_connection: boolean
  can_create_oidc_connection: boolean
  /** How many SSO connections an organization may have. */
  max_sso_connections: number
  mfa_controls_enabled: boolean
  create_organization_enabled: boolean
  slug_pattern: string | null
  /** Mail providers of the people, for links to their inboxes. */
  email_domains: string[]
  pkce_required: {
    email_magic_links: boolean
    password_resets: boolean
    oauth: boolean
    sso: boolean
  }
  /**
   * What the project is registered as at each provider: `own`, as itself; `default`, as the platform, which will do for
   * sign-ins that lead to the provider but not for One Tap; `none`, not at all.
   */
  oauth_providers: Record<OAuthProvider, OAuthRegistration>
  captcha: { enabled: boolean; site_key: string }
  device_fingerprinting: { enabled: boolean; mode: 'OBSERVATION' | 'DECISIONING' }
  /** Tokens travel in HttpOnly cookies only, and are empty in answers. */
  opaque_tokens: boolean
  /** The longest session that may be asked for, in minutes. */
  max_session_minutes: number
  passwords: {
    strategy: 'zxcvbn' | 'luds'
    luds_complexity: number
    luds_minimum_count: number
    /** Whether a password that was found in a breach is refused when it is set. */
    breach_detection_on_create: boolean
    /** Whether one is refused at sign-in too, until it is reset. */
    breach_detection_on_authentication: boolean
  }
}

/** Somebody of the seed to sign in as. */
export interface Persona {
  id: string
  name: string
  email_address: string
  /** What this person may do, in a few words. */
  description: string
  member_id: string
  organization_id: string
}

export interface ProjectRecords {
  project: StoredProject
  personas: Persona[]
}

const texts = list(text)
const permission = fields({ resource_id: text, actions: texts })

/** A role of the project's policy, or one of an organization's own. */
export const role = fields({ role_id: text, description: text, permissions: list(permission) })
const resource = fields({ resource_id: text, description: text, actions: texts })
const scope = fields({ scope: text, description: text, permissions: list(permission) })

const redirectUrls: ShapesOf<StoredProject['redirect_urls']> = {
  login: url,
  signup: url,
  invite: url,
  discovery: url,
  reset_password: url,
}

const pkceRequired: ShapesOf<StoredProject['pkce_required']> = {
  email_magic_links: flag,
  password_resets: flag,
  oauth: flag,
  sso: flag,
}

const registration = oneOf(...OAUTH_REGISTRATIONS)
const oauthProviders: ShapesOf<StoredProject['oauth_providers']> = {
  google: registration,
  microsoft: registration,
  hubspot: registration,
  slack: registration,
  github: registration,
}

const passwords: ShapesOf<StoredProject['passwords']> = {
  strategy: oneOf('zxcvbn', 'luds'),
  luds_complexity: number,
  luds_minimum_count: number,
  breach_detection_on_create: flag,
  breach_detection_on_authentication: flag,
}

const project: ShapesOf<StoredProject> = {
  project_id: text,
  public_token: text,
  secret: text,
  project_name: text,
  redirect_urls: fields(redirectUrls),
  rbac_policy: fields({ roles: list(role), resources: list(resource), scopes: list(scope) }),
  scim_enabled: flag,
  sso_enabled: flag,
  can_create_saml_connection: flag,
  can_create_oidc_connection: flag,
  max_sso_connections: number,
  mfa_controls_enabled: flag,
  create_organization_enabled: flag,
  slug_pattern: nullable(text),
  email_domains: texts,
  pkce_required: fields(pkceRequired),
  oauth_providers: fields(oauthProviders),
  captcha: fields({ enabled: flag, site_key: text }),
  device_fingerprinting: fields({ enabled: flag, mode: oneOf('OBSERVATION', 'DECISIONING') }),
  opaque_tokens: flag,
  max_session_minutes: number,
  passwords: fields(passwords),
}

const persona: ShapesOf<Persona> = {
  id: text,
  name: text,
  email_address: text,
  description: text,
  member_id: text,
  organization_id: text,
}

export const projectShapes: ShapesOf<ProjectRecords> = {
  project: fields(project),
  personas: list(fields(persona)),
}
