import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { addTotp } from './factors.ts'
import type { SeedStore } from './seedStore.ts'

/** A second factor for everybody: one persona has a phone, one an app, one has both, and two have yet to enroll. */
export function addMfa(store: SeedStore, organization: StoredOrganization): void {
  organization.mfa_policy = 'REQUIRED_FOR_ALL'
  for (const { id, member_id } of store.data.personas) {
    const member = store.data.members[member_id]
    if (member) enroll(store, id, member)
  }
}

function enroll(store: SeedStore, persona: string, member: StoredMember): void {
  switch (persona) {
    case 'admin':
      addPhone(member, '+46701740600')
      break
    case 'it-admin':
      addTotp(store, member)
      break
    case 'people-manager':
      addTotp(store, member)
      addPhone(member, '+46701740601')
      break
    default:
      return
  }
  member.mfa_enrolled = true
}

function addPhone(member: StoredMember, number: string): void {
  member.mfa_phone_number = number
  member.mfa_phone_number_verified = true
  member.default_mfa_method = 'sms_otp'
}
