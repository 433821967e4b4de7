import { expect, it, describe } from 'vitest'
import { createApi } from './api.ts'
import { API, loginOrSignup, organizationId, refusal } from './signInCalls.ts'

const MIA = 'Mia.Novak@northwind.example'

describe('POST /_emulator/inactive-emails', () => {
  it('makes an address one that no mail is sent to', async () => {
    const api = createApi()
    const marked = await api.call('POST', '/_emulator/inactive-emails', {
      body: { email_address: MIA.toLowerCase() },
    })
    expect(marked.at('inactive_email_addresses')).toEqual([MIA.toLowerCase()])
    const organization_id = organizationId(api.emulator, 'northwind')
    const answers = [
      await loginOrSignup(api, MIA),
      await api.call('POST', `${API}/magic_links/email/discovery/send`, {
        body: { email_address: MIA },
      }),
      await api.call('POST', `${API}/otps/email/login_or_signup`, {
        body: { email_address: MIA, organization_id },
      }),
      await api.call('POST', `${API}/otps/email/discovery/send`, { body: { email_address: MIA } }),
    ]
    for (const answer of answers) expect(refusal(answer)).toEqual([400, 'inactive_email'])
    expect(api.emulator.inbox).toEqual([])
    expect((await loginOrSignup(api, 'ada.lovelace@northwind.example')).status).toBe(200)
  })

  it('takes addresses only', async () => {
    const answer = await createApi().call('POST', '/_emulator/inactive-emails', {
      body: { email_address: 'nobody' },
    })
    expect(refusal(answer)).toEqual([400, 'invalid_email'])
  })
})
