import { useContext, useEffect, useMemo, useRef, useState } from 'react'
import { KeptContext } from '../../portal/KeptContext.ts'
import { useMembersConfig } from '../MembersConfig.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { countInvitees, hasProblem, problemsFirst, type CheckedInvitee } from './checkInvitees.ts'
import { expiryMinutes } from './expiry.ts'
import {
  isTouched,
  requestFor,
  type InvitationDraft,
  type InvitationOptions,
} from './invitationDraft.ts'
import { isUnreached } from './invitationResults.ts'
import { isBlank, type InviteeAction } from './invitee.ts'
import { invitesSetting, type InvitesSetting } from './invitesSetting.ts'
import type { AddressCheck } from './useAddressBook.ts'
import { useInvitationRun, type InvitationRun } from './useInvitationRun.ts'
import { useInvitationSender } from './useInvitationSender.ts'
import { useInvitees, type InviteeEditor } from './useInvitees.ts'

/** Why nothing was sent; in each row stands what is wrong with it. */
export type InvitationRefusal = 'problems' | 'nobody' | 'all-left-out' | 'expiry' | 'session'

export interface InvitationForm extends InviteeEditor {
  type: 'editing'
  /** One person has a form, several have a table. */
  shape: 'one' | 'many'
  check: Pick<AddressCheck, 'progress' | 'error'> & { retry: () => void }
  /** Until something is changed. */
  refusal: InvitationRefusal | null
  /** The one invitation is being sent, or what is left to check is checked before. */
  busy: boolean
  /** Why the one invitation failed; until something is changed. */
  error: Error | null
  submit: () => void
}

export interface InvitationProgress {
  type: 'sending' | 'finished'
  run: InvitationRun
  options: InvitationOptions
  /** Those of whom nothing came, to be mended and sent again. */
  mend: () => void
  /** A new list. */
  startAgain: () => void
}

export interface Invitation {
  state: InvitationForm | InvitationProgress
  invites: InvitesSetting
  /** What would be lost by leaving. */
  unsaved: 'typed' | 'sending' | 'unreached' | null
  /** The one who was invited alone: there is nothing more to do here. */
  sent: { email: string; action: InviteeAction } | null
}

/**
 * The model of inviting: one person or up to 10,000, each row held against the organization's rules and against who is a
 * member already before anything is sent. One person is sent at once, and costs one request; several are sent as a run,
 * in which each row has its outcome.
 *
 * @rbac stytch.member create; for roles update.settings.roles as well
 * @example const { state, sent } = useInvitation(useMembersViewer())
 */
export function useInvitation(viewer: MembersViewer): Invitation {
  const config = useMembersConfig()
  const kept = useContext(KeptContext) !== null
  const invites = useMemo(() => invitesSetting(viewer.organization), [viewer.organization])
  const list = useInvitees(viewer, invites, { ask: !kept })
  const { draft, setDraft, lead, keys, check, editor } = list
  const { rows, options } = editor
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const [sent, setSent] = useState<Invitation['sent']>(null)
  const sender = useInvitationSender()
  const run = useInvitationRun(sender)
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  })

  const whyNot = (checked: readonly CheckedInvitee[]): InvitationRefusal | null => {
    const counts = countInvitees(checked)
    if (kept) return 'session'
    if (counts.rows === 0) return 'nobody'
    if (counts.problems > 0) return 'problems'
    if (counts.ready === 0) return 'all-left-out'
    return options.delivery === 'invite' && expiryMinutes(draft.expiry) === null ? 'expiry' : null
  }
  const refuse = (refusal: InvitationRefusal, checked: readonly CheckedInvitee[]) => {
    const sorted = { ...draft, invitees: problemsFirst(checked) }
    setDraft(sorted)
    setSaid({ about: sorted, refusal, error: null })
    if (refusal === 'expiry') lead('expiry')
    else if (refusal !== 'session') lead((checked.find(hasProblem) ?? checked[0])?.invitee.id)
  }
  const sendOne = async (row: CheckedInvitee) => {
    const request = requestFor(row, options, config)
    if (request === null) return
    setBusy(true)
    try {
      await sender.sendOne(request)
      setDraft(list.emptyDraft())
      setSent({ email: row.invitee.email.trim(), action: row.action })
    } catch (error) {
      setSaid({ about: draft, refusal: null, error: asError(error) })
      lead(row.invitee.id)
    } finally {
      setBusy(false)
    }
  }
  const sendMany = async () => {
    setBusy(true)
    try {
      await check.book.ask(keys)
    } catch {
      // It stands above the button, with a way to try again.
      return
    } finally {
      setBusy(false)
    }
    // Somebody went on typing.
    if (latest.current !== draft) return
    const { known } = check.book.getSnapshot()
    const checked = list.recheck((key) => known.get(key))
    const refusal = whyNot(checked)
    if (refusal) refuse(refusal, checked)
    else {
      const filled = checked.filter(({ invitee }) => !isBlank(invitee))
      run.start(filled.map((row) => ({ row, request: requestFor(row, options, config) })))
    }
  }
  const submit = () => {
    if (busy) return
    setSaid(null)
    const refusal = whyNot(rows)
    const [first] = rows
    if (refusal) refuse(refusal, rows)
    else if (rows.length === 1 && first) void sendOne(first)
    else void sendMany()
  }

  const { snapshot, results } = run
  if (snapshot) {
    const unreached = results.filter(isUnreached)
    return {
      invites,
      sent,
      unsaved: snapshot.isOver ? (unreached.length > 0 ? 'unreached' : null) : 'sending',
      state: {
        type: snapshot.isOver ? 'finished' : 'sending',
        run,
        options,
        mend: () => {
          // What is known is of before they were sent.
          check.book.forget(keys)
          run.clear(results.filter((result) => !isUnreached(result)))
          setDraft({ ...draft, invitees: unreached.map(({ row }) => row.invitee) })
          lead(unreached[0]?.row.invitee.id)
        },
        startAgain: () => {
          check.book.forget(keys)
          run.clear([])
          const empty = list.emptyDraft()
          setDraft(empty)
          lead(empty.invitees[0]?.id)
        },
      },
    }
  }
  const { refusal, error } = said?.about === draft ? said : NOTHING
  return {
    invites,
    sent,
    unsaved: isTouched(draft) ? 'typed' : null,
    state: {
      ...editor,
      type: 'editing',
      shape: rows.length === 1 ? 'one' : 'many',
      check: {
        progress: check.progress,
        error: check.error,
        retry: () => void check.book.ask(keys).catch(() => {}),
      },
      refusal,
      busy,
      error,
      submit,
    },
  }
}

/** What is said of the draft as it was then: gone with the next change. */
interface Said {
  about: InvitationDraft
  refusal: InvitationRefusal | null
  error: Error | null
}

const NOTHING = { refusal: null, error: null }

const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)))
