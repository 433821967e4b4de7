import type { SignInContext } from './signIn.ts'

/**
 * What the project may demand of a browser before it lets somebody try to sign in. The client loads
 * nothing from other hosts by itself, so whoever uses such a project hands these in.
 */
export interface ProtectionOptions {
  /**
   * Gives a fresh captcha token for the project's site key (reCAPTCHA Enterprise, action `LOGIN`).
   *
   * @example
   * captcha: (siteKey) => grecaptcha.enterprise.execute(siteKey, { action: 'LOGIN' })
   */
  captcha?: (siteKey: string) => Promise<string>
  /**
   * Gives a fresh telemetry id of this device, by the service's fingerprinting script.
   *
   * @example
   * deviceFingerprint: (publicToken) => GetTelemetryID(publicToken)
   */
  deviceFingerprint?: (publicToken: string) => Promise<string>
}

/**
 * Gives what goes along with a protected call: what the project demands. `again`: the server has
 * asked for a captcha, and gets both anew; undefined where there is nothing to give.
 */
export type Protect = (again?: 'again') => Promise<object | undefined>

export function createProtect({
  publicToken,
  options,
  bootstrapped,
  loaded: { UsageError },
}: SignInContext): Protect {
  const missing = (option: string) => (): never => {
    const expected = 'a function: the project demands it'
    throw new UsageError('createB2BClient', `option ${option}`, expected)
  }
  const { captcha = missing('captcha'), deviceFingerprint = missing('deviceFingerprint') } = options

  return async (again?: 'again') => {
    const settings = await bootstrapped()
    const captchaSettings = settings?.captchaSettings
    const isFingerprinted = settings?.runDFPProtectedAuth
    if (again && !isFingerprinted) return undefined
    // Where the fingerprint decides, a captcha comes second.
    const isDecisive = !again && isFingerprinted && settings.dfpProtectedAuthMode === 'DECISIONING'
    return {
      dfp_telemetry_id: isFingerprinted ? await deviceFingerprint(publicToken) : undefined,
      captcha_token:
        captchaSettings?.enabled && !isDecisive
          ? await captcha(captchaSettings.siteKey)
          : undefined,
    }
  }
}
