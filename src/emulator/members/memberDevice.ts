import type { DeviceHistory } from '../../client/deviceHistory.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { findRecord } from '../store.ts'

/** Sign-ins whose answers tell where they came from, under the API's prefix. */
const TOLD_BY = new Set([
  '/b2b/magic_links/authenticate',
  '/b2b/otps/email/authenticate',
  '/b2b/otps/sms/authenticate',
  '/b2b/oauth/authenticate',
  '/b2b/sso/authenticate',
  '/b2b/passwords/authenticate',
  '/b2b/passwords/email/reset',
  '/b2b/passwords/existing_password/reset',
  '/b2b/passwords/session/reset',
  '/b2b/totp/authenticate',
  '/b2b/recovery_codes/recover',
])

/** Nobody but this machine reaches the emulator; there is no place to tell of such an address. */
const IP_ADDRESS = '127.0.0.1'

/** The answer to a sign-in, with `member_device` where the project fingerprints devices and this one came along. */
export function withMemberDevice(
  context: EmulatorContext,
  path: string,
  body: Body,
  answer: object,
): object {
  const isTold =
    TOLD_BY.has(path.replace(/^\/sdk\/v1/, '')) &&
    context.data.project.device_fingerprinting.enabled &&
    Boolean(body.optionalString('dfp_telemetry_id'))
  if (!isTold || !('member_id' in answer) || typeof answer.member_id !== 'string') return answer
  return { ...answer, member_device: deviceHistory(context, answer.member_id) }
}

/** What was known before of the address, where the member is seen now. */
function deviceHistory(context: EmulatorContext, memberId: string): DeviceHistory {
  const { member_devices } = context.data
  const now = context.timestamp()
  const known = findRecord(member_devices, memberId)
  member_devices[memberId] = { first_seen_at: known?.first_seen_at ?? now, last_seen_at: now }
  return {
    ip_address: IP_ADDRESS,
    ip_address_details: {
      is_new: known === undefined,
      ...(known ?? { first_seen_at: now, last_seen_at: now }),
    },
  }
}
