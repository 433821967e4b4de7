import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, EmulatorError } from '../errors.ts'

/** What a project can protect from robots, under the API's prefix. */
const PROTECTED = new Set([
  '/b2b/magic_links/authenticate',
  '/b2b/magic_links/email/discovery/send',
  '/b2b/magic_links/discovery/authenticate',
  '/b2b/otps/email/login_or_signup',
  '/b2b/otps/email/authenticate',
  '/b2b/otps/email/discovery/send',
  '/b2b/otps/email/discovery/authenticate',
  '/b2b/otps/sms/send',
  '/b2b/otps/sms/authenticate',
  '/b2b/oauth/authenticate',
  '/b2b/oauth/discovery/authenticate',
  '/b2b/sso/authenticate',
  '/b2b/passwords/authenticate',
  '/b2b/passwords/email/reset/start',
  '/b2b/passwords/email/reset',
  '/b2b/passwords/existing_password/reset',
  '/b2b/passwords/session/reset',
  '/b2b/passwords/discovery/authenticate',
  '/b2b/passwords/discovery/reset/start',
  '/b2b/passwords/discovery/reset',
  '/b2b/totp',
  '/b2b/totp/authenticate',
  '/b2b/recovery_codes/recover',
  '/b2b/recovery_codes/rotate',
  '/b2b/impersonation/authenticate',
])

/** Telemetry ids that begin so stand for a browser that is doubted, or known to be a robot. */
const DOUBTED = 'challenge'
const ROBOT = 'block'

/**
 * What the project's captcha and device fingerprinting say to a request: null to let it pass, an answer that asks for
 * a captcha, or an error that is thrown. Any other captcha token and telemetry id will do: nothing is asked elsewhere.
 */
export function challengeDevice(
  { data }: EmulatorContext,
  path: string,
  body: Body,
): Response | null {
  const { captcha, device_fingerprinting } = data.project
  if (!PROTECTED.has(path.replace(/^\/sdk\/v1/, ''))) return null
  const hasCaptcha = Boolean(body.optionalString('captcha_token'))
  const telemetryId = body.optionalString('dfp_telemetry_id') ?? ''
  const decides = device_fingerprinting.enabled && device_fingerprinting.mode === 'DECISIONING'
  if (device_fingerprinting.enabled && telemetryId === '') {
    throw badRequest(
      'The project wants a device fingerprint here, and none was sent.',
      'ad_blocker_detected',
    )
  }
  if (decides && telemetryId.startsWith(ROBOT)) {
    throw new EmulatorError(403, 'unauthorized_action', 'The device was taken for a robot.')
  }
  if (decides && telemetryId.startsWith(DOUBTED) && !hasCaptcha) {
    // A text and not JSON: this is how clients know it from all other refusals, and try again with a captcha.
    return new Response('Captcha required', { status: 403 })
  }
  if (captcha.enabled && !decides && !hasCaptcha) {
    throw badRequest(
      'The project wants a captcha token here, and none was sent.',
      'captcha_required',
    )
  }
  return null
}
