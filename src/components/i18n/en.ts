import { memberProfile } from './en/members/memberProfile.ts'
import { memberSignIn } from './en/members/memberSignIn.ts'
import { members } from './en/members/members.ts'
import { membersBulk } from './en/members/membersBulk.ts'
import { membersInvite } from './en/members/membersInvite.ts'
import { roleChanges } from './en/roleChanges.ts'
import { scim } from './en/scim.ts'
import { scimGuides } from './en/scimGuides.ts'
import { sso } from './en/sso/sso.ts'
import { ssoCertificates } from './en/sso/ssoCertificates.ts'
import { ssoConnection } from './en/sso/ssoConnection.ts'
import { ssoCreate } from './en/sso/ssoCreate.ts'
import { ssoExpiry } from './en/sso/ssoExpiry.ts'
import { ssoFindings } from './en/sso/ssoFindings.ts'
import { ssoLockOut } from './en/sso/ssoLockOut.ts'
import { ssoRoles } from './en/sso/ssoRoles.ts'
import { ssoSetDefault } from './en/sso/ssoSetDefault.ts'
import { ssoSetup } from './en/sso/ssoSetup.ts'
import { ssoSwitchOn } from './en/sso/ssoSwitchOn.ts'
import { ssoTest } from './en/sso/ssoTest.ts'
import { ssoValues } from './en/sso/ssoValues.ts'
import { ssoGuides } from './en/sso/ssoGuides.ts'
import { ui } from './en/ui.ts'

/** All English texts. Parts import the sections they use, so that no chunk carries another's texts. */
export const en = {
  ui,
  roleChanges,
  scim,
  scimGuides,
  members,
  membersBulk,
  membersInvite,
  memberProfile,
  memberSignIn,
  sso,
  ssoCertificates,
  ssoConnection,
  ssoCreate,
  ssoExpiry,
  ssoFindings,
  ssoLockOut,
  ssoRoles,
  ssoSetDefault,
  ssoSetup,
  ssoSwitchOn,
  ssoTest,
  ssoValues,
  ssoGuides,
}
