import { formatList, plural } from '../../format.ts'

const entries = (count: number) => plural('en', count, { one: '# entry', other: '# entries' })

/** Texts of one member's page: who it is, the roles, and the end of the membership. */
export const memberProfile = {
  title: 'Member',
  failed: {
    title: 'The member could not be loaded',
    hint: 'Nothing was changed. Try again in a moment.',
  },
  notRefreshed: {
    title: 'The latest state of this member could not be loaded',
    hint: 'What is shown may be older than what is stored.',
  },
  notFound: {
    title: 'There is no such member',
    hint: 'Nobody in your organization has this ID. The invitation may have been revoked, or the link is of another organization.',
  },
  gone: {
    title: 'This member is not in your organization any more',
    hint: 'Somebody else removed the member. What you typed is still here to be copied; nothing can be saved.',
    blocked: 'The member is gone. Nothing can be saved.',
  },
  deactivated: 'Nothing here can be changed unless the member is reactivated.',
  locked: {
    title: 'Locked after too many failed attempts',
    until: ', opens by itself',
  },
  directory: {
    title: (name: string | null) =>
      name === null ? 'A directory manages this member' : `${name} manages this member`,
    hint: (name: string | null) =>
      `Change it in the directory: the next push of ${name ?? 'the directory'} replaces name, email address, whether the member is active, and the roles that come from its groups.`,
    details: (name: string | null) =>
      `${name ?? 'The directory'} replaces the name with its next push.`,
    email: (name: string | null) =>
      `${name ?? 'The directory'} replaces the address with its next push.`,
    roles: (name: string | null) =>
      `Roles from groups of ${name ?? 'the directory'} come back as long as the member is in the group. Change the groups there.`,
    status: (name: string | null) =>
      `${name ?? 'The directory'} decides who is active: its next push may undo a deactivation or a reactivation.`,
  },
  details: {
    title: 'Details',
    hint: 'What the member is called, and what is known of the membership.',
    name: 'Name',
    nameHint: 'As other members see it. It may be left empty.',
    noName: 'None',
    memberId: 'Member ID',
    externalId: 'External ID',
    externalIdHint: 'The ID of the member in your product.',
    created: 'Member since',
    updated: 'Last change',
    saved: (name: string) =>
      name === '' ? 'Saved. The member has no name.' : `Saved. The member is called ${name}.`,
    failed: 'The name was not saved',
    changed: (name: string) =>
      name === ''
        ? 'Somebody else removed the name while you were editing. Saving replaces what they entered.'
        : `Somebody else changed the name to ${name} while you were editing. Saving replaces what they entered.`,
    takeTheirs: 'Show their version',
  },
  metadata: {
    trusted: 'Trusted metadata',
    trustedHint: 'Written by your product only.',
    untrusted: 'Untrusted metadata',
    untrustedHint: 'Written by the member’s browser too: nothing to rely on.',
    none: 'None',
    show: (count: number) => entries(count),
  },
  email: {
    title: 'Email address',
    hint: 'Where sign-in links, codes and invitations go.',
    address: 'Address',
    verified: 'Verified',
    unverified: 'Not verified',
    retired: 'Former addresses',
    retiredHint: 'Nobody else in the organization can take them.',
    unlink: 'Unlink',
    unlinkWhat: (address: string) => `Unlink ${address}`,
    unlinkTitle: (address: string) => `Unlink ${address}?`,
    unlinkText: (member: string) =>
      `Anybody can then take the address: somebody else can become a member with it. ${member} loses nothing else.`,
    unlinkConfirm: 'Unlink address',
    unlinkFailed: 'The address was not unlinked',
    unlinked: (address: string) => `${address} is free for others now.`,
    ownHint:
      'Nobody changes their own address here. Do it in the settings of your account: a link is sent to the new address first.',
    change: 'New address',
    changeHint: 'It must not be, or have been, the address of another member.',
    problem: {
      empty: 'Enter the new address.',
      malformed: 'This is not an email address. It needs the form name@company.example.',
      same: 'This is the present address.',
    },
    way: 'How it changes',
    ways: {
      link: {
        title: 'Once a mailed link is followed',
        hint: 'A link goes to the new address. Following it within 5 minutes proves that it is the member’s; until then nothing changes.',
      },
      code: {
        title: 'Once a mailed code is entered',
        hint: 'A code goes to the new address. The member enters it in your product within 5 minutes; until then nothing changes.',
      },
      direct: {
        title: 'At once, without proof',
        hint: 'The new address counts immediately, unverified, and ways of signing in are removed.',
      },
    },
    onlyDirect:
      'Proof by mail can be asked only of active members whose present address is verified, so the new address counts immediately, unverified, and ways of signing in are removed.',
    free: 'Free the former address for others',
    freeHint: 'Otherwise it stays reserved for this member.',
    send: 'Send confirmation',
    review: 'Review change',
    sentLink: (address: string) =>
      `A mail was sent to ${address}, valid for 5 minutes. The address changes once the link in it is followed.`,
    sentCode: (address: string) =>
      `A mail was sent to ${address}, valid for 5 minutes. The address changes once the member enters the code from it.`,
    saved: (address: string) => `Saved. The address is ${address} now.`,
    failed: 'The address was not changed',
    sendFailed: 'The confirmation was not sent',
    reasons: {
      taken: 'The address is, or was, that of another member and is still reserved for them.',
      changing: 'Another member is just changing to this address.',
      notVerified: 'The present address was never verified, so no confirmation can be sent.',
      invalid: 'The server does not take this for an email address.',
      claimed: 'The domain of the address belongs to another organization.',
    },
    confirmTitle: (address: string) => `Change the address to ${address}?`,
    confirm: 'Change address',
    consequences: {
      sessions: 'All sessions of the member end.',
      password: 'The password no longer works: the member has to choose a new one.',
      registrations: (count: number) =>
        plural('en', count, {
          one: 'The registration with # sign-in provider is removed (SSO and OAuth); the member signs in there again.',
          other:
            'The registrations with # sign-in providers are removed (SSO and OAuth); the member signs in there again.',
        }),
      unverified: 'The new address counts as not verified until the member signs in by mail.',
      roles: (roles: readonly string[], domain: string) =>
        `${formatList('en', roles)}: lost, since ${roles.length === 1 ? 'it comes' : 'they come'} with addresses at ${domain}.`,
      freed: (address: string) => `Anybody can take ${address} afterwards.`,
      kept: (address: string) => `${address} stays reserved for this member.`,
    },
  },
  roles: {
    title: 'Roles',
    hint: 'What the member may do, and where each role comes from.',
    caption: 'Roles of the member',
    role: 'Role',
    from: 'From, and how it ends',
    none: 'No role beyond what every member may do.',
    unknown: 'Your policy has no role with this ID, or you may not see it.',
    everyMember: 'Every member',
    everyMemberEnds: 'Cannot be taken away',
    sources: {
      direct: 'Given directly',
      email: (domain: string) => `Email domain ${domain}`,
      sso: (connection: string) => `SSO connection ${connection}`,
      ssoGroup: (group: string, connection: string) => `Group ${group} of ${connection}`,
      scimGroup: (group: string, connection: string) => `SCIM group ${group} of ${connection}`,
      other: 'Another source',
    },
    ends: {
      direct: 'Taken away here',
      email: 'With another address, or when the organization stops giving it to the domain',
      sso: 'Counts only in sessions begun through the connection',
      ssoGroup: 'Counts only in sessions begun through the connection, while in the group',
      scimGroup: 'When the directory takes the member out of the group',
      other: 'Not by anything on this page',
    },
    direct: 'Roles given directly',
    directHint: 'Roles from other sources stay as they are.',
    placeholder: 'Choose roles',
    preview: 'What changes',
    gains: (role: string, description: string) =>
      description === '' ? `Gains ${role}` : `Gains ${role}: ${description}`,
    loses: (role: string, description: string) =>
      description === '' ? `Loses ${role}` : `Loses ${role}: ${description}`,
    keeps: (role: string, sources: readonly string[]) =>
      `Keeps ${role}: it also comes from ${formatList('en', sources)}`,
    secures: (role: string, sources: readonly string[]) =>
      `Holds ${role} already from ${formatList('en', sources)}, and keeps it without`,
    sessionsEnd: (connections: readonly string[]) =>
      `Sessions of the member begun through ${formatList('en', connections)} end, since the same roles come from there.`,
    preserve: 'Let these sessions go on',
    preserveHint: 'They go on with the roles that they were begun with.',
    saved: (roles: readonly string[]) =>
      roles.length === 0
        ? 'Saved. No role is given directly.'
        : `Saved. Given directly: ${formatList('en', roles)}.`,
    failed: 'The roles were not saved',
    changed: 'Somebody else changed the roles while you were editing.',
    theyAdded: (roles: readonly string[]) => `Added: ${formatList('en', roles)}.`,
    theyRemoved: (roles: readonly string[]) => `Taken away: ${formatList('en', roles)}.`,
    keepBoth: 'Keep both changes',
    takeTheirs: 'Show their version',
  },
  lastManager: {
    looking: 'Looking who else can manage roles',
    failed: 'Whether anybody else can manage roles could not be found out',
    failedHint: 'This cannot be done until it is known: roles could become unchangeable.',
    title: 'Nobody else can manage roles',
    roles: (roles: readonly string[]) =>
      `Without this member nobody in the organization could change roles any more. Give somebody else ${formatList('en', roles, 'disjunction')} first.`,
    ownRoles: (roles: readonly string[]) =>
      `Without you nobody in the organization could change roles any more. Give somebody else ${formatList('en', roles, 'disjunction')} first.`,
  },
  ownAccess: {
    title: 'Take these roles from yourself?',
    intro: 'From then on you may not:',
    noWayBack: 'You cannot give the roles back to yourself: somebody else has to.',
    page: 'You do not see this page any more.',
    actions: {
      search: 'see members',
      create: 'invite, add and reactivate members',
      delete: 'deactivate members',
      revokeSessions: 'end the sessions of members',
      name: 'change names',
      email: 'change email addresses',
      untrustedMetadata: 'change metadata',
      mfaPhone: 'enter phone numbers',
      deleteMfaPhone: 'remove phone numbers',
      deleteTotp: 'remove authenticator apps',
      deletePassword: 'remove passwords',
      unlinkRetiredEmail: 'unlink former addresses',
      breakglass: 'exempt members from the sign-in policy',
      mfaEnrolled: 'require a second factor of members',
      defaultMfaMethod: 'choose the second factor of members',
      roles: 'change roles',
      connectedApps: 'see the apps of members',
      revokeConnectedApp: 'take away what members allowed apps',
    },
    confirm: 'Take roles from myself',
  },
  danger: {
    title: 'Danger zone',
    hints: {
      invited: 'The invitation can be taken back as long as it was not accepted.',
      active: 'Deactivated members cannot sign in. They stay in the list and can be reactivated.',
      activeUnverified:
        'Deactivated members cannot sign in. This one cannot be reactivated: the address was never verified.',
      deleted: 'Reactivating gives the member back what they had: roles, and ways of signing in.',
      deletedUnverified:
        'The member cannot be reactivated, because the address was never verified. Invite the address again instead.',
      unknown: 'Nothing can be done to a member with this status.',
    },
    revoke: {
      button: 'Revoke invitation',
      title: (who: string) => `Revoke the invitation of ${who}?`,
      text: (address: string) =>
        `The link in the mail to ${address} stops working. The address can be invited again.`,
      confirm: 'Revoke invitation',
      failed: 'The invitation was not revoked',
      done: (who: string) => `The invitation of ${who} was revoked`,
    },
    deactivate: {
      button: 'Deactivate member',
      title: (who: string) => `Deactivate ${who}?`,
      texts: [
        'The member is signed out everywhere at once and cannot sign in again.',
        'What the member has allowed connected apps is taken back.',
      ],
      reversible: 'You can reactivate the member later, with the same roles.',
      final:
        'This cannot be undone: the address was never verified, so the member cannot be reactivated.',
      ownTitle: 'Deactivate yourself?',
      ownTexts: ['You are signed out at once and cannot sign in again.'],
      ownBack: (roles: readonly string[]) =>
        roles.length === 0
          ? 'Nobody in the organization could bring you back.'
          : `Only somebody with the role ${formatList('en', roles, 'disjunction')} can bring you back.`,
      confirm: 'Deactivate member',
      ownConfirm: 'Deactivate myself',
      failed: 'The member was not deactivated',
      done: (who: string) => `${who} was deactivated`,
    },
    reactivate: {
      button: 'Reactivate member',
      title: (who: string) => `Reactivate ${who}?`,
      text: 'The member can sign in again, with the roles from before. No mail is sent.',
      confirm: 'Reactivate member',
      failed: 'The member was not reactivated',
      done: (who: string) => `${who} was reactivated`,
      reasons: {
        taken: 'The address has become that of another member meanwhile.',
        unverified: 'The address of the member was never verified.',
      },
    },
    undo: 'Undo',
    undoFailed: (who: string) =>
      `It could not be undone. ${who} is as the page of the member shows it.`,
  },
}
