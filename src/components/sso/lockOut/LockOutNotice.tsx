'use client'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DeniedHint } from '../../ui/DeniedHint.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { SsoConnection } from '../connections.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { BreakglassGiver } from './BreakglassGiver.tsx'
import { ConnectionUseList } from './ConnectionUseList.tsx'
import type { LockOutPerson, SsoChange } from './lockOut.ts'
import { useLockOut, type LockOutState } from './useLockOut.ts'
import { useLockOutMessages } from './useLockOutMessages.ts'

export interface LockOutNoticeProps {
  viewer: SsoViewer
  change: SsoChange
  /** All of the organization's. */
  connections: readonly SsoConnection[]
  /** Called at first and whenever it changes: whether the change must wait. Begin with true. */
  onChange: (blocked: boolean) => void
  /** `elsewhere`: the dialog around it asks for the typed name itself. @default 'here' */
  confirmation?: 'here' | 'elsewhere' | undefined
}

/** How many are named before the rest is only counted. */
const NAMED = 5

/**
 * Whom a change locks out, by name, with what is asked for first: a break-glass member, and a name to be typed. Members are
 * searched for as soon as it is shown.
 *
 * @rbac stytch.member search
 */
export function LockOutNotice(props: LockOutNoticeProps) {
  const { viewer, change, connections, onChange, confirmation = 'here' } = props
  const messages = useLockOutMessages()
  const state = useLockOut({ change, viewer, connections })
  const [typed, setTyped] = useState('')

  const text = state?.lockOut.connection?.name ?? viewer.organization?.organization_name ?? ''
  const asks = state?.demands.typed === true && confirmation === 'here'
  const blocked = state === null || isWaiting(state) || (asks && typed.trim() !== text.trim())
  useEffect(() => onChange(blocked), [blocked, onChange])

  if (state === null) return null
  const { lockOut, looking, failure, demands } = state
  return (
    <div data-part="sso-lock-out">
      <ConnectionUseList use={lockOut.connection} known={state.seen === 'all'} named={NAMED} />
      {looking && (
        <p data-part="hint" role="status">
          {messages.looking(looking.loaded, looking.total)}
        </p>
      )}
      {failure && (
        <ErrorState title={messages.failed} error={failure.error} onRetry={failure.retry} />
      )}
      {!looking && <Affected state={state} change={change} viewer={viewer} />}
      {demands.proof && !looking && (
        <Callout tone="warning" title={messages.proof[demands.proof].title}>
          {messages.proof[demands.proof].hint}
        </Callout>
      )}
      <BreakglassGiver state={state} viewer={viewer} named={NAMED} />
      {asks && !looking && (
        <Field label={messages.typed(text)}>
          <TextInput value={typed} onValueChange={setTyped} />
        </Field>
      )}
    </div>
  )
}

/** Whether there is something to be known or done first, beside the typed name. */
function isWaiting({ demands, looking, lockOut }: LockOutState): boolean {
  if (demands.breakglass || demands.proof !== null) return true
  // Where all keep a way in, it is still to be said first who comes through the connection.
  return looking !== null && (!lockOut.openToAll || lockOut.connection?.active === true)
}

interface AffectedProps {
  state: LockOutState
  change: SsoChange
  viewer: SsoViewer
}

function Affected({ state, change, viewer }: AffectedProps) {
  const messages = useLockOutMessages()
  const { lockOut, seen, rest } = state
  const { locked, openToAll } = lockOut
  // Of a connection that was never switched on nothing can be lost.
  if (lockOut.connection?.active === false) return null
  if (openToAll || (locked.length === 0 && seen === 'all')) {
    return <p data-part="hint">{messages.none}</p>
  }
  const part = rest && (
    <p>
      {locked.length === 0 && `${messages.noneSoFar} `}
      {messages.part(rest.seen, rest.total)}
    </p>
  )
  const actions = rest && (
    <Button size="small" onClick={rest.look}>
      {messages.lookFurther}
    </Button>
  )
  if (locked.length === 0) {
    return (
      <Callout tone="warning" title={!rest && messages.unknown} actions={actions}>
        {part}
        <SearchDenied viewer={viewer} />
      </Callout>
    )
  }
  const wording =
    change.type === 'delete' || change.type === 'break'
      ? messages.locked[change.type]
      : messages.locked.methods
  const returning = locked.filter(({ mayReturn }) => mayReturn).length
  return (
    <Callout tone="danger" announce="alert" title={wording(locked.length)} actions={actions}>
      <p>{namesOf(locked, messages.names)}.</p>
      {lockOut.viewerLocked && <p>{messages.you}</p>}
      {lockOut.nobodyLeft && seen === 'all' && <p>{messages.nobodyLeft}</p>}
      <p>
        {returning === 0
          ? messages.noWayLeft
          : messages.mayReturn(returning, returning === locked.length)}
      </p>
      {part}
      <SearchDenied viewer={viewer} />
    </Callout>
  )
}

function SearchDenied({ viewer }: { viewer: SsoViewer }) {
  const messages = useLockOutMessages()
  const denied = viewer.access.searchMembers
  if (!denied) return null
  return (
    <>
      <p>{messages.denied}</p>
      <DeniedHint denied={denied} />
    </>
  )
}

/** The first few by name, the rest by number. */
function namesOf(
  people: readonly LockOutPerson[],
  format: (names: readonly string[], more: number) => string,
): string {
  const names = people.slice(0, NAMED).map(({ label }) => label)
  return format(names, people.length - names.length)
}
