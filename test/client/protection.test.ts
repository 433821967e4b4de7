import { beforeEach, describe, expect, it } from 'vitest'
import {
  apiError,
  authResponse,
  BOOTSTRAP,
  bootstrapAnswer,
  data,
  errorOf,
  fieldsOf,
  setUpBrowser,
  signIn,
  TOKEN,
} from './wire.ts'
import type { B2BClientOptions } from 'orgportal/client'

const MAGIC = '/b2b/magic_links/authenticate'
const browser = setUpBrowser()

const CAPTCHA = { captcha_settings: { enabled: true, siteKey: 'site-1' } }
const FINGERPRINT = { dfp_protected_auth_enabled: true }
const captchaDemanded = () => new Response('Captcha required', { status: 403 })

let count: number
beforeEach(() => {
  count = 0
})

/** Each token is another. */
const adapters: B2BClientOptions = {
  captcha: (siteKey) => Promise.resolve(`captcha-${siteKey}-${++count}`),
  deviceFingerprint: (publicToken) => Promise.resolve(`device-${publicToken}-${++count}`),
}

function open(settings: object, options: B2BClientOptions = adapters) {
  browser.wire.always(BOOTSTRAP, () => bootstrapAnswer(settings))
  return browser.open(options)
}
const sent = () =>
  browser.wire.sentTo(MAGIC).map(({ body }) => {
    const { captcha_token, dfp_telemetry_id } = fieldsOf(body)
    return { captcha_token, dfp_telemetry_id }
  })

describe('a protected call', () => {
  it.each([
    ['nothing', {}, {}],
    ['a captcha', CAPTCHA, { captcha_token: 'captcha-site-1-1' }],
    ['the device', FINGERPRINT, { dfp_telemetry_id: `device-${TOKEN}-1` }],
    [
      'both while the device is only observed',
      { ...CAPTCHA, ...FINGERPRINT, dfp_protected_auth_mode: 'OBSERVATION' },
      { dfp_telemetry_id: `device-${TOKEN}-1`, captcha_token: 'captcha-site-1-2' },
    ],
    [
      'the device alone where that decides',
      { ...CAPTCHA, ...FINGERPRINT, dfp_protected_auth_mode: 'DECISIONING' },
      { dfp_telemetry_id: `device-${TOKEN}-1` },
    ],
  ])('proves %s', async (_, settings, expected) => {
    await signIn(open(settings))
    expect(sent()).toEqual([expected])
  })

  it('proves it anew each time', async () => {
    const client = open(CAPTCHA)
    await signIn(client)
    await signIn(client)
    expect(sent().map(({ captcha_token }) => captcha_token)).toEqual([
      'captcha-site-1-1',
      'captcha-site-1-2',
    ])
  })

  it('is made again once, with both anew, when the server then asks for a captcha', async () => {
    const client = open({ ...CAPTCHA, ...FINGERPRINT, dfp_protected_auth_mode: 'DECISIONING' })
    browser.wire.next(MAGIC, captchaDemanded, () => data(authResponse()))
    await signIn(client)
    expect(sent()).toEqual([
      { dfp_telemetry_id: `device-${TOKEN}-1` },
      { dfp_telemetry_id: `device-${TOKEN}-2`, captcha_token: 'captcha-site-1-3' },
    ])
    expect(client.getSnapshot().status).toBe('authenticated')

    browser.wire.next(MAGIC, captchaDemanded, captchaDemanded)
    expect(await errorOf(signIn(client))).toMatchObject({ name: 'NetworkError', status_code: 403 })
    expect(sent()).toHaveLength(4)
  })

  it.each([
    ['where no device is asked for', CAPTCHA, captchaDemanded],
    [
      'for an error in JSON',
      { ...CAPTCHA, ...FINGERPRINT },
      () => apiError(403, 'captcha_required', { error_message: 'Captcha required' }),
    ],
  ])('is not made again %s', async (_, settings, answer) => {
    const client = open(settings)
    browser.wire.next(MAGIC, answer)
    expect(await errorOf(signIn(client))).toMatchObject({ status_code: 403 })
    expect(sent()).toHaveLength(1)
  })

  it.each([
    ['captcha', CAPTCHA],
    ['deviceFingerprint', FINGERPRINT],
  ])('is not sent when the host has handed in no %s', async (option, settings) => {
    expect(await errorOf(signIn(open(settings, {})))).toMatchObject({
      name: 'UsageError',
      message: `createB2BClient: option ${option} must be a function: the project demands it.`,
    })
    expect(sent()).toHaveLength(0)
  })

  it('is one of those that the service protects', async () => {
    const client = open(CAPTCHA)
    await client.organization.get()
    await client.session.authenticate()
    expect(count).toBe(0)
    browser.wire.always('/b2b/recovery_codes/rotate', () => data({ recovery_codes: [] }))
    await client.recoveryCodes.rotate()
    expect(browser.wire.sentTo('/b2b/recovery_codes/rotate')[0]?.body).toEqual({
      captcha_token: 'captcha-site-1-1',
    })
  })
})
