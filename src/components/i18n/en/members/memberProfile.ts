/** Texts of one member's page: who it is, the roles, and the end of the membership. */
export const memberProfile = {
  details: 'Details',
}
