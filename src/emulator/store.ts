import type { ConnectedAppRecords } from './records/connectedApps.ts'
import { connectedAppShapes, noConnectedApps } from './records/connectedApps.ts'
import type { ImpersonationRecords } from './records/impersonation.ts'
import { impersonationShapes, noImpersonation } from './records/impersonation.ts'
import type { InboxRecords } from './records/inbox.ts'
import { emptyInbox, inboxShapes } from './records/inbox.ts'
import type { MagicLinkRecords } from './records/magicLinks.ts'
import { magicLinkShapes, noMagicLinks } from './records/magicLinks.ts'
import type { MfaRecords } from './records/mfa.ts'
import { mfaShapes, noMfa } from './records/mfa.ts'
import type { OAuthRecords } from './records/oauth.ts'
import { noOAuth, oauthShapes } from './records/oauth.ts'
import type { OrganizationRecords } from './records/organizations.ts'
import { noOrganizations, organizationShapes } from './records/organizations.ts'
import type { OtpRecords } from './records/otps.ts'
import { noOtps, otpShapes } from './records/otps.ts'
import type { PasswordRecords } from './records/passwords.ts'
import { noPasswords, passwordShapes } from './records/passwords.ts'
import type { ProjectRecords } from './records/project.ts'
import { projectShapes } from './records/project.ts'
import type { ScimRecords } from './records/scim.ts'
import { noScim, scimShapes } from './records/scim.ts'
import type { SessionRecords } from './records/sessions.ts'
import { noSessions, sessionShapes } from './records/sessions.ts'
import type { SsoRecords } from './records/sso.ts'
import { noSso, ssoShapes } from './records/sso.ts'
import { number, text } from './shape.ts'
import type { ShapesOf } from './shape.ts'

/** What each part of the emulator keeps. A part has its records, their shapes and its beginning in `records/`. */
interface PartRecords
  extends
    OrganizationRecords,
    SessionRecords,
    MagicLinkRecords,
    OtpRecords,
    PasswordRecords,
    MfaRecords,
    OAuthRecords,
    SsoRecords,
    ScimRecords,
    ConnectedAppRecords,
    ImpersonationRecords,
    InboxRecords {}

/** Everything the emulator knows, as plain JSON. A snapshot is this value, and nothing else. */
export interface StoreData extends ProjectRecords, PartRecords {
  /** Name of the seed that this began as. */
  seed: string
  /** Where the deterministic randomness stands, so that a restored store makes no id twice. */
  random_state: number
}

/** Everything but the project, with nothing in it. */
export const emptyRecords = (): PartRecords => ({
  ...noOrganizations(),
  ...noSessions(),
  ...noMagicLinks(),
  ...noOtps(),
  ...noPasswords(),
  ...noMfa(),
  ...noOAuth(),
  ...noSso(),
  ...noScim(),
  ...noConnectedApps(),
  ...noImpersonation(),
  ...emptyInbox(),
})

/** What a snapshot is held against. */
export const storeShapes: ShapesOf<StoreData> = {
  seed: text,
  random_state: number,
  ...projectShapes,
  ...organizationShapes,
  ...sessionShapes,
  ...magicLinkShapes,
  ...otpShapes,
  ...passwordShapes,
  ...mfaShapes,
  ...oauthShapes,
  ...ssoShapes,
  ...scimShapes,
  ...connectedAppShapes,
  ...impersonationShapes,
  ...inboxShapes,
}

/** A record by id, where the id comes from a request and may be anything, such as `constructor`. */
export function findRecord<Value>(records: Record<string, Value>, id: string): Value | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined
}
