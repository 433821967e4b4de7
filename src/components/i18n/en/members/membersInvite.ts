/** Texts of inviting and adding members. */
export const membersInvite = {
  title: 'Invite members',
}
