import { plural } from '../../format.ts'

/** Texts of the roles that follow from a connection. */
export const ssoRoles = {
  title: 'Roles',
  hint: 'Roles that follow from signing in through this connection. They count in sessions that began here; roles given in other ways stay.',
  everybody: 'Everybody',
  everybodyHint: 'Whoever signs in through this connection holds these roles.',
  everybodyLabel: 'Roles of everybody',
  noneForEverybody: 'No role',
  groups: 'By group',
  groupsLabel: 'Groups and their roles',
  groupsHint: 'The name of a group has to be exactly as the identity provider sends it.',
  group: 'Group',
  roles: 'Roles',
  none: 'No group gives a role yet.',
  of: (group: string) => `Roles of ${group}`,
  ofUnnamed: 'Roles of the new group',
  groupName: (place: number) => `Name of group ${place}`,
  addGroup: 'Add group',
  remove: (group: string) => (group === '' ? 'Remove the new group' : `Remove ${group}`),
  removed: (group: string) => `${group} removed. Cancel brings it back.`,
  noRoles: 'Choose at least one role, or remove the group.',
  groupNeeded: 'Enter the name of the group.',
  oidc: 'Roles cannot follow from an OIDC connection. Give roles to members themselves, or by their email domain.',
  notMapped:
    'The identity provider’s groups are not mapped, so no role can follow from a group yet.',
  attribute: 'Attribute with the groups',
  attributeHint:
    'What the identity provider calls the attribute that lists a person’s groups. It is added to the attribute mapping with the roles.',
  attributeNeeded: 'Enter it first: without it no role follows from a group.',
  review: 'Review changes',
  reviewTitle: 'Save roles?',
  back: 'Back to editing',
  save: 'Save roles',
  saved: (everybody: number, groups: number) =>
    `Saved. ${plural('en', everybody, { one: '# role', other: '# roles' })} for everybody, ${plural(
      'en',
      groups,
      { one: '# group gives roles', other: '# groups give roles' },
    )}.`,
  failed: 'The roles were not saved',
  changes: 'Changed mappings',
  gives: (group: string | null, role: string) =>
    group === null ? `Everybody gets ${role}` : `${group} gives ${role}`,
  givesNoMore: (group: string | null, role: string) =>
    group === null ? `Not everybody gets ${role} any more` : `${group} no longer gives ${role}`,
  maps: (attribute: string) => `Groups are read from ${attribute}`,
  lastManager: {
    title: 'Nobody could manage roles any more',
    hint: 'The change takes the last role that allows it from the last member who has one. Give such a role to a member directly first.',
  },
  conflict: {
    title: 'Somebody else changed the roles meanwhile',
    hint: 'Choose how to go on. Nothing has been saved yet.',
    theirs: 'What they changed',
    merge: 'Keep both: my changes on top of theirs',
    discard: 'Discard mine and show theirs',
  },
}
