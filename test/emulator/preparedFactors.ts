import { TOTP } from 'otpauth'
import type { Answer, Api } from './api.ts'
import { API, lastMessage } from './signInCalls.ts'

/** Whose factors they are to be: a member with a session, and nothing else. */
interface Person {
  session: string
  member_id: string
  organization_id: string
  email_address: string
}

/** What a call about passwords or second factors needs to be taken: tokens and codes, by placeholder. */
export async function prepareFactors(
  api: Api,
  id: string,
  person: Person,
): Promise<Record<string, string>> {
  const { session, member_id, organization_id, email_address } = person
  const ids = { member_id, organization_id }
  const post = (path: string, body: object): Promise<Answer> =>
    api.call('POST', API + path, { session, body })
  const confirmedApp = async () => {
    const created = await post('/totp', ids)
    const secret = created.text('data.secret')
    const code = () => new TOTP({ secret }).generate({ timestamp: api.emulator.clock.now() })
    return { code, recoveryCode: (created.at('data.recovery_codes') as string[])[0] ?? '' }
  }
  switch (id) {
    case 'passwords.resetByEmail':
      await post('/passwords/email/reset/start', { organization_id, email_address })
      return { $reset: lastMessage(api.emulator).token }
    case 'passwords.discovery.resetByEmail':
      await post('/passwords/discovery/reset/start', { email_address })
      return { $reset: lastMessage(api.emulator).token }
    case 'otps.sms.authenticate':
      await post('/otps/sms/send', { ...ids, mfa_phone_number: '+46701740699' })
      return { $code: lastMessage(api.emulator).code }
    case 'totp.authenticate':
      return { $code: (await confirmedApp()).code() }
    case 'recoveryCodes.recover':
    case 'recoveryCodes.rotate':
    case 'recoveryCodes.get': {
      const { code, recoveryCode } = await confirmedApp()
      await post('/totp/authenticate', { ...ids, code: code() })
      return { $recoveryCode: recoveryCode }
    }
    case 'impersonation.authenticate': {
      const minted = await api.call('POST', '/_emulator/impersonation-tokens', {
        body: { member_id },
      })
      return { $impersonation: minted.text('token') }
    }
    default:
      return {}
  }
}
