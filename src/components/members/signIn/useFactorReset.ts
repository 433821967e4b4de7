import { useState } from 'react'
import type { Member } from '../../../client/types.ts'
import {
  useOrganizationMembersDeleteMFAPhoneNumber,
  useOrganizationMembersDeleteMFATOTP,
} from '../../../hooks/organizationMembers.ts'
import type { MemberAccess } from '../useMembersAccess.ts'

export type FactorPart = 'phone' | 'totp'

/** How far it is with one of them. `denied` ones are left alone. */
export interface FactorOutcome {
  part: FactorPart
  state: 'waiting' | 'running' | 'removed' | 'failed' | 'denied'
  error: Error | null
}

export interface FactorReset {
  open: boolean
  /** What was there when it was asked about, each with its outcome. */
  parts: readonly FactorOutcome[]
  busy: boolean
  failed: boolean
  /** It was done, and what was removed is still gone. */
  done: boolean
  ask: () => void
  close: () => void
  /** Removes what is left to be removed. */
  run: () => void
}

/**
 * The model of taking all second factors away at once: one request for each that is there, each with its own outcome.
 *
 * @rbac stytch.member update.info.delete.mfa-phone, update.info.delete.mfa-totp; for one's own those of stytch.self
 */
export function useFactorReset(member: Member, access: MemberAccess): FactorReset {
  const phone = useOrganizationMembersDeleteMFAPhoneNumber()
  const totp = useOrganizationMembersDeleteMFATOTP()
  const [open, setOpen] = useState(false)
  const [parts, setParts] = useState<readonly FactorOutcome[]>([])
  const removed = parts.flatMap(({ part, state }) => (state === 'removed' ? [part] : []))
  const busy = parts.some(({ state }) => state === 'running')
  const set = (part: FactorPart, state: FactorOutcome['state'], error: Error | null = null) =>
    setParts((now) => now.map((other) => (other.part === part ? { part, state, error } : other)))

  const remove = async (part: FactorPart) => {
    set(part, 'running')
    try {
      await (part === 'phone' ? phone : totp).mutateAsync(member.member_id)
      set(part, 'removed')
      return true
    } catch (error) {
      set(part, 'failed', error instanceof Error ? error : new Error(String(error)))
      return false
    }
  }
  const removeAll = async (left: readonly FactorPart[]) => {
    // One after the other: each answer holds the whole member, and the last one is to be the newest.
    let failed = false
    for (const part of left) if (!(await remove(part))) failed = true
    if (!failed) setOpen(false)
  }
  return {
    open,
    parts,
    busy,
    failed: !busy && parts.some(({ state }) => state === 'failed'),
    done: !open && removed.length > 0 && removed.every((part) => !isThere(member, part)),
    ask: () => {
      setParts(partsOf(member, access))
      setOpen(true)
    },
    close: () => {
      if (!busy) setOpen(false)
    },
    run: () => {
      if (busy) return
      const left = parts.filter(({ state }) => state === 'waiting' || state === 'failed')
      void removeAll(left.map(({ part }) => part))
    },
  }
}

const PARTS = ['phone', 'totp'] as const

function partsOf(member: Member, access: MemberAccess): FactorOutcome[] {
  const denied = { phone: access.deleteMfaPhone, totp: access.deleteTotp }
  return PARTS.filter((part) => isThere(member, part)).map((part) => ({
    part,
    state: denied[part] ? 'denied' : 'waiting',
    error: null,
  }))
}

function isThere(member: Member, part: FactorPart): boolean {
  return (part === 'phone' ? member.mfa_phone_number : member.totp_registration_id) !== ''
}
