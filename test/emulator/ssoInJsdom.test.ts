// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import { locationOf, sampleConnection, start, tokenOf } from './ssoWalk.ts'

describe('an SSO sign-in in jsdom', () => {
  it('leads through the identity provider back to the app', async () => {
    const api = createApi()
    const { baseUrl } = api.emulator
    const connectionId = sampleConnection(api)
    const at = await start(api, connectionId)
    expect(at.href).toMatch(`${baseUrl}/idp/saml/`)

    // Forms as texts: the URLSearchParams of jsdom are not those of its fetch.
    const post = (url: string, form: Record<string, string>) =>
      api.emulator.fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
        redirect: 'manual',
      })
    const page = await (await api.emulator.fetch(at.href)).text()
    const [, person = ''] = /name="person" value="([^"]+)"/.exec(page) ?? []
    const fields = Object.fromEntries(at.searchParams)
    const answered = await (await post(at.origin + at.pathname, { ...fields, person })).text()
    const found = [...answered.matchAll(/name="(\w+)" value="([^"]*)"/g)]
    const form = Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]))
    const back = await post(`${baseUrl}/v1/b2b/sso/callback/${connectionId}`, form)
    expect(tokenOf(locationOf(back))).not.toBe('')
  })
})
