import { useState } from 'react'
import type { Member } from '../../../client/types.ts'
import {
  useOrganizationMembersDeleteMFAPhoneNumber,
  useOrganizationMembersUpdate,
} from '../../../hooks/organizationMembers.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { callingCodesOf } from './callingCodes.ts'
import { phoneProblem, toE164, type PhoneEntry, type PhoneProblem } from './phoneNumber.ts'
import { useConfirmation, type Confirmation } from '../profile/useConfirmation.ts'

export interface PhoneEditor {
  entry: PhoneEntry
  /** Shown once saving was tried. */
  problem: PhoneProblem | null
  /** Something was typed. */
  dirty: boolean
  saving: boolean
  error: Error | null
  change: (entry: PhoneEntry) => void
  save: () => void
  cancel: () => void
}

export interface PhoneNumberModel {
  /** Null while nothing is being entered. A number that is there has to be removed before another one is entered. */
  editor: PhoneEditor | null
  edit: () => void
  /** Of the member by id. */
  removal: Confirmation<string>
  outcome: { type: 'added'; number: string } | { type: 'removed' } | null
}

/**
 * The model of a member's phone number: adding one, and removing the one that is there, for the API replaces none.
 *
 * @rbac stytch.member update.info.mfa-phone, update.info.delete.mfa-phone; for one's own those of stytch.self will do
 */
export function usePhoneNumber({ member_id }: Pick<Member, 'member_id'>): PhoneNumberModel {
  const start = useDefaultCountry()
  const update = useOrganizationMembersUpdate()
  const [draft, setDraft] = useState<{ entry: PhoneEntry; tried: boolean } | null>(null)
  const [outcome, setOutcome] = useState<PhoneNumberModel['outcome']>(null)
  const removal = useConfirmation(useOrganizationMembersDeleteMFAPhoneNumber(), () =>
    setOutcome({ type: 'removed' }),
  )
  return {
    editor: draft && editorOf(draft),
    edit: () => {
      setOutcome(null)
      update.reset()
      setDraft({ entry: { country: start, national: '' }, tried: false })
    },
    removal: {
      ...removal,
      ask: (memberId) => {
        setOutcome(null)
        removal.ask(memberId)
      },
    },
    outcome,
  }

  function editorOf({ entry, tried }: NonNullable<typeof draft>): PhoneEditor {
    return {
      entry,
      problem: tried ? phoneProblem(entry) : null,
      dirty: entry.national !== '',
      saving: update.isPending,
      error: update.error,
      change: (next) => setDraft({ entry: next, tried }),
      save: () => {
        const number = toE164(entry)
        if (number === null) setDraft({ entry, tried: true })
        if (number === null || update.isPending) return
        const added = () => {
          setDraft(null)
          setOutcome({ type: 'added', number })
        }
        update.mutate({ member_id, mfa_phone_number: number }, { onSuccess: added })
      },
      cancel: () => {
        if (!update.isPending) setDraft(null)
      },
    }
  }
}

/** That of the portal's locale: the best guess there is. */
function useDefaultCountry(): string {
  const { region = '' } = new Intl.Locale(useLocale()).maximize()
  return callingCodesOf(region).length > 0 ? region : ''
}
