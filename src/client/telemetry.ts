import type { SessionSnapshot } from './sessionStore.ts'

// The service knows its clients by these names; it is given what the official client gives.
const SDK = { identifier: 'Stytch.js Javascript SDK', version: '@stytch/vanilla-js@6.3.0' }

/** What the service expects to be told of the sender, in a header of every request. */
export function describeClient({ session, member }: SessionSnapshot) {
  return {
    event_id: newId('event'),
    app_session_id: newId('app-session'),
    persistent_id: newId('persistent'),
    client_sent_at: new Date().toISOString(),
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    stytch_member_id: member?.member_id,
    stytch_member_session_id: session?.member_session_id,
    app: { identifier: typeof location === 'object' ? location.hostname : '' },
    sdk: SDK,
  }
}

/** Tells calls apart, and keeps no secret. (crypto.randomUUID is missing on pages not served securely.) */
const newId = (kind: string) =>
  `${kind}-id-xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx`.replace(/x/g, () =>
    Math.floor(Math.random() * 16).toString(16),
  )
