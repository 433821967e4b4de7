import { memberProfile } from './en/members/memberProfile.ts'
import { memberSignIn } from './en/members/memberSignIn.ts'
import { members } from './en/members/members.ts'
import { membersBulk } from './en/members/membersBulk.ts'
import { membersInvite } from './en/members/membersInvite.ts'
import { scim } from './en/scim.ts'
import { scimGuides } from './en/scimGuides.ts'
import { ui } from './en/ui.ts'

/** All English texts. Parts import the sections they use, so that no chunk carries another's texts. */
export const en = {
  ui,
  scim,
  scimGuides,
  members,
  membersBulk,
  membersInvite,
  memberProfile,
  memberSignIn,
}
