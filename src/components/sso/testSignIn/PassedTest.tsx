'use client'
import { formatList } from '../../i18n/format.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { useNow } from '../../portal/useNow.ts'
import { Callout } from '../../ui/Callout.tsx'
import { DateTime } from '../../ui/DateTime.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import type { SsoConnection } from '../connections.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { ReceivedAttributes } from './ReceivedAttributes.tsx'
import { testNotes, type TestNote } from './testNotes.ts'
import type { PassedTest as Passed, TestRole } from './testOutcome.ts'
import { useRoleOrigin } from './useRoleOrigin.ts'
import { useSsoTestMessages } from './useSsoTestMessages.ts'

export interface PassedTestProps {
  connection: SsoConnection
  viewer: SsoViewer
  outcome: Passed & { at: number }
}

/** Who signed in, what was received of them, and what follows from it. */
export function PassedTest({ connection, viewer, outcome }: PassedTestProps) {
  const { passed: messages } = useSsoTestMessages()
  const now = useNow()
  const { at, memberLabel, emailAddress, groups, roles } = outcome
  const locale = useLocale()
  const others = roles.filter(({ follows }) => !follows)
  return (
    <div data-part="sso-test">
      <Callout tone="success" title={messages.title(memberLabel)} />
      {testNotes(connection, outcome, viewer.memberId).map((note) => (
        <Note key={note.code} note={note} outcome={outcome} />
      ))}
      <Rows>
        <Row label={messages.who}>{emailAddress}</Row>
        <Row label={messages.at}>
          <DateTime
            value={new Date(at).toISOString()}
            format="relative"
            now={new Date(Math.max(now, at))}
          />
        </Row>
        <Row label={messages.groups}>
          {groups.length > 0 ? formatList(locale, groups) : messages.noGroups}
        </Row>
        <Row label={messages.roles}>
          <RoleList
            roles={roles.filter(({ follows }) => follows)}
            {...{ connection, viewer }}
            none={messages.noRoles}
          />
        </Row>
        {others.length > 0 && (
          <Row label={messages.otherRoles}>
            <RoleList roles={others} {...{ connection, viewer }} none={messages.noRoles} />
          </Row>
        )}
      </Rows>
      <ReceivedAttributes connection={connection} outcome={outcome} />
    </div>
  )
}

interface RoleListProps {
  roles: readonly TestRole[]
  connection: SsoConnection
  viewer: SsoViewer
  none: string
}

function RoleList({ roles, connection, viewer, none }: RoleListProps) {
  const originOf = useRoleOrigin(connection)
  if (roles.length === 0) return none
  return (
    <ul data-part="sso-test-roles">
      {roles.map((role) => (
        <li key={role.role_id}>
          <strong>{viewer.roles.nameOf(role.role_id)}</strong>{' '}
          <span data-part="sso-test-origin">{originOf(role)}</span>
        </li>
      ))}
    </ul>
  )
}

function Note({ note, outcome }: { note: TestNote; outcome: Passed }) {
  const { title, hint } = useNoteWords(note, outcome)
  return (
    <Callout tone={note.severity} title={title}>
      {hint}
    </Callout>
  )
}

function useNoteWords(
  note: TestNote,
  { memberLabel, emailAddress }: Passed,
): { title: string; hint: string } {
  const { notes } = useSsoTestMessages()
  switch (note.code) {
    case 'nothing-came':
    case 'not-mapped': {
      const { title, hint } = notes[note.code]
      return { title: title(note.names), hint }
    }
    case 'no-groups':
      return { title: notes['no-groups'].title(note.name), hint: notes['no-groups'].hint }
    case 'other-groups':
      return { title: notes['other-groups'].title, hint: notes['other-groups'].hint(note.names) }
    case 'joined':
      return { title: notes.joined.title(memberLabel), hint: notes.joined.hint }
    case 'somebody-else': {
      const words = notes['somebody-else']
      return { title: words.title, hint: words.hint(emailAddress) }
    }
    default:
      return notes[note.code]
  }
}
