import { describe, expect, it, vi } from 'vitest'
import {
  apiError,
  BOOTSTRAP,
  bootstrapAnswer,
  data,
  deferred,
  errorOf,
  fieldsOf,
  setUpBrowser,
} from './wire.ts'
import type { B2BClientOptions } from 'orgportal/client'

const START = '/b2b/oauth/google/onetap/start'
const SUBMIT = '/b2b/oauth/google/onetap/submit'
const browser = setUpBrowser()

function open(settings: object = {}) {
  const navigate = vi.fn<(url: string) => void | Promise<void>>()
  const prompt = vi.fn<NonNullable<B2BClientOptions['googleOneTap']>>()
  prompt.mockResolvedValue({ success: true })
  browser.wire.always(BOOTSTRAP, () => bootstrapAnswer(settings))
  browser.wire.always(START, () => data({ google_client_id: 'client.google.example' }))
  browser.wire.always(SUBMIT, () => data({ redirect_url: 'https://app.example/?token=t' }))
  const client = browser.open({ navigate, googleOneTap: prompt })
  const choose = () => prompt.mock.lastCall?.[0].callback({ credential: 'id-token-1' })
  return { client, navigate, prompt, choose }
}

describe('oauth.googleOneTap.start', () => {
  it('shows the prompt of the host, and resolves with what became of it', async () => {
    const { client, prompt, navigate } = open()
    prompt.mockResolvedValueOnce({ success: false, reason: 'user_cancel' })
    expect(await client.oauth.googleOneTap.start({ organization_id: 'organization-1' })).toEqual({
      success: false,
      reason: 'user_cancel',
    })
    expect(prompt.mock.lastCall?.[0]).toMatchObject({
      client_id: 'client.google.example',
      cancel_on_tap_outside: true,
    })
    expect(browser.wire.sentTo(SUBMIT)).toHaveLength(0)
    expect(navigate).not.toHaveBeenCalled()
  })

  it('submits what is chosen, and leaves for where the API says', async () => {
    const { client, navigate, choose } = open({ pkce_required_for_oauth: true })
    await client.oauth.googleOneTap.start({
      organization_id: 'organization-1',
      login_redirect_url: 'https://app.example/in',
      signup_redirect_url: 'https://app.example/up',
      cancel_on_tap_outside: false,
    })
    await choose()
    const pair = fieldsOf(JSON.parse(browser.item('PKCE_VERIFIER:oauth') ?? ''))
    expect(browser.wire.sentTo(SUBMIT)).toMatchObject([{ method: 'POST' }])
    expect(browser.wire.sentTo(SUBMIT)[0]?.body).toEqual({
      id_token: 'id-token-1',
      organization_id: 'organization-1',
      login_redirect_url: 'https://app.example/in',
      signup_redirect_url: 'https://app.example/up',
      pkce_code_challenge: pair['code_challenge'],
    })
    expect(navigate).toHaveBeenCalledExactlyOnceWith('https://app.example/?token=t')
  })

  it('is done with what is chosen once the page is gone', async () => {
    const { client, navigate, choose } = open()
    const { promise, resolve } = deferred()
    navigate.mockReturnValue(promise)
    await client.oauth.googleOneTap.start({ organization_id: 'organization-1' })
    const settled = vi.fn<() => void>()
    const leaving = Promise.resolve(choose()).then(settled)
    await vi.waitFor(() => expect(navigate).toHaveBeenCalledOnce())
    expect(settled).not.toHaveBeenCalled()
    resolve()
    await leaving
    expect(settled).toHaveBeenCalledOnce()
  })

  it('passes a refusal of the credential on to whoever shows the prompt', async () => {
    const { client, navigate, choose } = open()
    browser.wire.next(SUBMIT, () => apiError(400, 'invalid_id_token'))
    await client.oauth.googleOneTap.start({ organization_id: 'organization-1' })
    expect(await errorOf(Promise.resolve(choose()))).toMatchObject({
      error_type: 'invalid_id_token',
    })
    expect(navigate).not.toHaveBeenCalled()
  })

  it('asks for the client id once', async () => {
    const { client } = open()
    await client.oauth.googleOneTap.start({ organization_id: 'organization-1' })
    await client.oauth.googleOneTap.discovery.start()
    expect(browser.wire.sentTo(START)).toMatchObject([{ method: 'GET' }])
  })

  it('rejects when the project has no One Tap', async () => {
    const { client, prompt } = open()
    browser.wire.next(
      START,
      () => data({ google_client_id: '' }),
      () => apiError(400, 'default_provider_not_allowed'),
    )
    const start = () => client.oauth.googleOneTap.start({ organization_id: 'organization-1' })
    expect(await errorOf(start())).toMatchObject({ error_type: 'oauth_config_not_found' })
    expect(await errorOf(start())).toMatchObject({ error_type: 'default_provider_not_allowed' })
    expect(prompt).not.toHaveBeenCalled()
  })

  it('rejects when the host has handed in no prompt', async () => {
    const client = browser.open()
    expect(
      await errorOf(client.oauth.googleOneTap.start({ organization_id: 'organization-1' })),
    ).toMatchObject({
      name: 'UsageError',
      message: 'createB2BClient: option googleOneTap must be a function.',
    })
    expect(browser.wire.sentTo(START)).toHaveLength(0)
  })
})
