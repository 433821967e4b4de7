/** Texts of the member management: the list, and what several of its screens say. */
export const members = {
  title: 'Members',
  purpose: 'Who belongs to your organization, what they may do, and how they sign in.',
  loading: 'Loading members',
  statuses: {
    active: 'Active',
    invited: 'Invited',
    pending: 'Pending',
    deleted: 'Deactivated',
  },
  you: 'You',
  noName: 'No name',
}
