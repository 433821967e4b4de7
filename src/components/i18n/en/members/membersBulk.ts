import { formatList, formatNumber, plural } from '../../format.ts'

const members = (count: number) => plural('en', count, { one: '# member', other: '# members' })
const number = (count: number) => formatNumber('en', count)

/** Texts of what is done to many members, and of the export. */
export const membersBulk = {
  bar: {
    label: 'Selected members',
    picked: (count: number) => plural('en', count, { one: '# selected', other: '# selected' }),
    matching: (count: number | null) =>
      count === null ? 'All that match' : `All ${number(count)} that match`,
    selectMatching: (total: number) => `Select all ${number(total)} that match`,
    clear: 'Clear selection',
    more: 'More actions for the selected members',
    busy: 'Another change of many members is under way. Wait for its end, or cancel it.',
  },
  actions: {
    addRoles: 'Add roles',
    removeRoles: 'Remove roles',
    restoreRoles: 'Restore roles',
    deactivate: 'Deactivate',
    reactivate: 'Reactivate',
    resendInvitations: 'Resend invitations',
    revokeInvitations: 'Revoke invitations',
    revokeSessions: 'Revoke sessions',
  },
  ask: {
    title: {
      addRoles: (who: string) => `Add roles to ${who}?`,
      removeRoles: (who: string) => `Remove roles from ${who}?`,
      restoreRoles: (who: string) => `Restore the roles of ${who}?`,
      deactivate: (who: string) => `Deactivate ${who}?`,
      reactivate: (who: string) => `Reactivate ${who}?`,
      resendInvitations: (who: string) => `Resend invitations to ${who}?`,
      revokeInvitations: (who: string) => `Revoke the invitations of ${who}?`,
      revokeSessions: (who: string) => `Revoke the sessions of ${who}?`,
    },
    count: members,
    allMatching: 'all members that match',
    consequence: {
      addRoles: 'They hold these roles from their next request on, beside those they have.',
      removeRoles:
        'Roles that were given directly are taken away. What a directory, an SSO connection or the email domain gives stays.',
      restoreRoles: 'Roles that were given directly become what they were before.',
      deactivate:
        'They are signed out at once and cannot sign in any more. Whoever has a verified address can be reactivated.',
      reactivate: 'They can sign in again, with the roles that they had.',
      resendInvitations:
        'Each gets a new mail with a link to join. Mails that were sent cannot be taken back.',
      revokeInvitations:
        'The links in their mails stop working. To undo it they have to be invited again.',
      revokeSessions:
        'They are signed out everywhere and have to sign in again. This cannot be undone.',
    },
    names: (names: readonly string[]) => formatList('en', names),
    leftOut: (count: number) =>
      plural('en', count, { one: '# member is left out:', other: '# members are left out:' }),
    leftOutReason: (reason: string, count: number) => `${reason} (${number(count)})`,
    looksFirst:
      'All of them are looked through first. Who does not need the change is left out, and the outcome of each is shown.',
    selfOut: 'You are left out.',
    nobody: 'There is nobody among the selected members for whom this could be done.',
    roles: 'Roles',
    rolesHint: 'Only what is missing is added.',
    rolesRemoveHint: 'Only roles that were given directly can be removed.',
    rolesMissing: 'Choose at least one role.',
    invitesOff: 'The organization does not allow invitations.',
    invitesSetting: 'Open the setting',
  },
  skip: {
    self: 'you',
    deactivated: 'deactivated',
    hasRoles: 'has these roles already',
    hasNoneOfRoles: 'has none of these roles',
    notDirect: 'has these roles from another source only',
    asBefore: 'has the roles of before already',
    invited: 'only invited: revoke the invitation instead',
    alreadyDeactivated: 'deactivated already',
    notDeactivated: 'not deactivated',
    unverified: 'address never verified: cannot be reactivated',
    notInvited: 'not invited',
    notPending: 'has joined already',
    noSessions: 'has never signed in',
    gone: 'no longer a member',
  },
  run: {
    label: 'Change of many members',
    title: {
      addRoles: 'Adding roles',
      removeRoles: 'Removing roles',
      restoreRoles: 'Restoring roles',
      deactivate: 'Deactivating members',
      reactivate: 'Reactivating members',
      resendInvitations: 'Resending invitations',
      revokeInvitations: 'Revoking invitations',
      revokeSessions: 'Revoking sessions',
    },
    collecting: (collected: number, expected: number | null) =>
      expected === null
        ? `Looking through members (${number(collected)} so far)`
        : `Looking through members (${number(collected)} of ${number(expected)})`,
    progress: (settled: number, total: number) => `${number(settled)} of ${number(total)}`,
    skipped: (count: number) => `${number(count)} left out`,
    failed: (count: number) => `${number(count)} failed`,
    secondsLeft: (seconds: number) =>
      plural('en', seconds, { one: 'about # second left', other: 'about # seconds left' }),
    minutesLeft: (minutes: number) =>
      plural('en', minutes, { one: 'about # minute left', other: 'about # minutes left' }),
    joined: (parts: readonly string[]) => parts.join(' · '),
    waitingLimit: (seconds: number) =>
      plural('en', seconds, {
        one: 'Too many requests were sent. Goes on in # second.',
        other: 'Too many requests were sent. Goes on in # seconds.',
      }),
    waitingNetwork: 'The network is gone. Goes on by itself as soon as it is back.',
    paused: 'Paused. Rows that were under way have been finished.',
    pausedByFailures:
      'Paused, because many failed one after the other. Look at the details before you go on.',
    cancelling: (count: number) =>
      plural('en', count, {
        one: 'Cancelled. # that was under way is being finished.',
        other: 'Cancelled. # that were under way are being finished.',
      }),
    leaving:
      'Goes on while you look at other members. Closing this page stops it; what is left can be continued later.',
    leavingForgotten:
      'Goes on while you look at other members. This browser cannot keep what is left (there are too many, or it stores nothing): leave the page open until the end.',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel the rest',
    details: 'Details',
    undo: 'Undo',
    retry: (count: number) => `Retry ${number(count)} failed`,
    dismiss: 'Dismiss',
    cannotUndo: {
      resendInvitations: 'Mails that were sent cannot be taken back.',
      revokeInvitations: 'Revoked invitations cannot be brought back; invite them again.',
      revokeSessions: 'Revoked sessions cannot be brought back.',
    },
    stopped: {
      title: 'Stopped',
      session: 'Your session has ended. What was not started has not been changed.',
      refusedTitle: 'Nothing was changed',
      refused: (names: readonly string[]) =>
        `Afterwards nobody could manage roles any more: ${formatList('en', names)} ${names.length === 1 ? 'is the last who can' : 'are the last who can'}. Give somebody else a role that allows it first, or leave ${names.length === 1 ? 'that member' : 'one of them'} out.`,
      failed: 'The members could not be looked through. Nothing was changed.',
    },
  },
  outcome: {
    done: {
      addRoles: (count: number) => `${members(count)} with new roles`,
      removeRoles: (count: number) => `${members(count)} with fewer roles`,
      restoreRoles: (count: number) => `Roles of ${members(count)} restored`,
      deactivate: (count: number) => `${members(count)} deactivated`,
      reactivate: (count: number) => `${members(count)} reactivated`,
      resendInvitations: (count: number) =>
        plural('en', count, { one: '# invitation resent', other: '# invitations resent' }),
      revokeInvitations: (count: number) =>
        plural('en', count, { one: '# invitation revoked', other: '# invitations revoked' }),
      revokeSessions: (count: number) => `Sessions of ${members(count)} revoked`,
    },
    notStarted: (count: number) => `${number(count)} not started`,
    title: 'Outcome of each member',
    member: 'Member',
    state: 'Outcome',
    reason: 'Reason',
    states: {
      waiting: 'Waiting',
      running: 'Under way',
      done: 'Done',
      skipped: 'Left out',
      failed: 'Failed',
      notStarted: 'Not started',
    },
    already: 'It was so already',
    uncertain: 'No answer came: it may have happened',
    keeps: (roles: readonly string[]) =>
      `Keeps ${formatList('en', roles)}, which also comes from another source`,
    requestId: (id: string) => `Request id ${id}`,
    download: 'Download outcomes',
    fileName: 'member-outcomes',
    csv: {
      name: 'name',
      email: 'email',
      id: 'member_id',
      outcome: 'outcome',
      reason: 'reason',
      requestId: 'request_id',
    },
  },
  interrupted: {
    title: 'A change of many members was not finished',
    done: {
      addRoles: (done: string, total: string) =>
        `${done} of ${total} members were given roles before the page was closed`,
      removeRoles: (done: string, total: string) =>
        `Roles of ${done} of ${total} members were removed before the page was closed`,
      restoreRoles: (done: string, total: string) =>
        `Roles of ${done} of ${total} members were restored before the page was closed`,
      deactivate: (done: string, total: string) =>
        `${done} of ${total} members were deactivated before the page was closed`,
      reactivate: (done: string, total: string) =>
        `${done} of ${total} members were reactivated before the page was closed`,
      resendInvitations: (done: string, total: string) =>
        `${done} of ${total} invitations were resent before the page was closed`,
      revokeInvitations: (done: string, total: string) =>
        `${done} of ${total} invitations were revoked before the page was closed`,
      revokeSessions: (done: string, total: string) =>
        `Sessions of ${done} of ${total} members were revoked before the page was closed`,
    },
    text: (done: string, notStarted: number, uncertain: number) =>
      `${done}; ${plural('en', notStarted, { one: '# was not started', other: '# were not started' })}.${
        uncertain === 0
          ? ''
          : ` ${plural('en', uncertain, {
              one: '# was under way, so it is not certain what became of it; Continue does it once more.',
              other:
                '# were under way, so it is not certain what became of them; Continue does them once more.',
            })}`
      }`,
    continue: 'Continue',
    dismiss: 'Dismiss',
  },
  export: {
    title: 'Export members',
    hint: (total: number | null) =>
      total === null
        ? 'All members that match the filters, as a CSV file.'
        : plural('en', total, {
            one: 'The # member that matches the filters, as a CSV file.',
            other: 'The # members that match the filters, as a CSV file.',
          }),
    columns:
      'With name, email address, status, roles, sign-in methods, MFA, break-glass, external ID and dates. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    start: 'Export',
    cancel: 'Cancel export',
    close: 'Close',
    progress: 'Members read',
    collected: (collected: number, total: number | null) =>
      total === null ? number(collected) : `${number(collected)} of ${number(total)}`,
    done: (count: number) => `Exported. The file has ${members(count)}.`,
    again: 'Download again',
    cancelled: 'The export was cancelled. There is no file.',
    failed: 'The members could not be exported',
    fileName: 'members',
    header: {
      name: 'name',
      email: 'email',
      status: 'status',
      roles: 'roles',
      signIn: 'sign_in_methods',
      mfa: 'mfa',
      breakglass: 'break_glass',
      externalId: 'external_id',
      id: 'member_id',
      created: 'created_at',
      updated: 'updated_at',
    },
  },
}
