import { Hono } from 'hono'
import { parseJson, readText } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { enveloped, memberEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, EmulatorError } from '../errors.ts'
import { whatMayBeAdded } from '../sso/readConnection.ts'

/** What a client asks before and beside everything else: the project's settings, and where to send telemetry. */
export function bootstrapRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get('/projects/bootstrap/:public_token', (c) => {
    const { project } = context.data
    if (c.req.param('public_token') !== project.public_token) {
      throw new EmulatorError(
        401,
        'unauthorized_credentials',
        `There is no project with this public token. The emulator's is ${project.public_token}.`,
      )
    }
    return enveloped(c, {
      project_name: project.project_name,
      disable_sdk_watermark: true,
      cname_domain: null,
      email_domains: project.email_domains,
      captcha_settings: project.captcha.enabled
        ? { enabled: true, siteKey: project.captcha.site_key }
        : { enabled: false },
      pkce_required_for_email_magic_links: project.pkce_required.email_magic_links,
      pkce_required_for_password_resets: project.pkce_required.password_resets,
      pkce_required_for_oauth: project.pkce_required.oauth,
      pkce_required_for_sso: project.pkce_required.sso,
      slug_pattern: project.slug_pattern,
      create_organization_enabled: project.create_organization_enabled,
      // What a page says of a good password before one is typed in; zxcvbn has no such rules.
      password_config:
        project.passwords.strategy === 'luds'
          ? {
              luds_complexity: project.passwords.luds_complexity,
              luds_minimum_count: project.passwords.luds_minimum_count,
            }
          : null,
      dfp_protected_auth_enabled: project.device_fingerprinting.enabled,
      dfp_protected_auth_mode: project.device_fingerprinting.mode,
      rbac_policy: project.rbac_policy,
      siwe_required_for_crypto_wallets: false,
      vertical: 'B2B',
    })
  })

  // Telemetry is taken and forgotten. It comes without authorization.
  app.post('/events', async (c) => {
    if (!Array.isArray(parseJson(await readText(c.req.raw))))
      throw badRequest('The body must be a list of events.')
    return enveloped(c, {})
  })

  app.get(
    '/b2b/admin_portal_config',
    memberEndpoint(context, {}, ({ caller }) => {
      const { sso_enabled, scim_enabled, mfa_controls_enabled } = context.data.project
      const { saml, oidc } = whatMayBeAdded(context, caller.organization.organization_id)
      return {
        sso_config: {
          sso_enabled,
          can_create_saml_connection: saml,
          can_create_oidc_connection: oidc,
        },
        organization_config: { mfa_controls_enabled },
        scim_config: { scim_enabled },
      }
    }),
  )

  return app
}
