import { useEffect, useRef } from 'react'
import { useAnnounce } from '../ui/LiveRegion.tsx'
import type { Arrival } from './provisionedUsers.ts'
import { providerName } from './providerName.ts'
import { useScimMessages } from './useScimMessages.ts'
import type { ScimPage } from './useScimPortal.ts'

/** Tells a screen reader when something has arrived: "Okta now sends 3 users and 2 groups". */
export function useArrivalAnnouncements({ connection, members, arrival }: ScimPage): void {
  const messages = useScimMessages()
  const announce = useAnnounce()
  const before = useRef<Arrival | null>(null)
  const provider = providerName(messages, connection.identity_provider)
  const known = arrival.type !== 'unknown' && members.type !== 'loading'

  useEffect(() => {
    const last = before.current
    if (known) before.current = arrival
    if (last === null || arrival.type !== 'arrived' || !isNews(last, arrival)) return
    announce(messages.provisioning.announce(provider, arrival.users, arrival.groups))
  }, [known, arrival, announce, messages, provider])
}

/** Users that were merely not counted yet are no news. */
function isNews(before: Arrival, now: Extract<Arrival, { type: 'arrived' }>): boolean {
  if (before.type !== 'arrived') return true
  if (before.groups !== now.groups) return true
  return before.users !== null && now.users !== null && before.users !== now.users
}
