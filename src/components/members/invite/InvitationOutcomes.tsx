'use client'
import { useState } from 'react'
import { saveFailureReason } from '../../portal/saveFailureReason.ts'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import { ErrorDetails } from '../../ui/ErrorState.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { Select } from '../../ui/Select.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { Table } from '../../ui/Table.tsx'
import type { Tone } from '../../ui/Tag.tsx'
import {
  isUnreached,
  unreachedFirst,
  type InvitationOutcome,
  type InvitationResult,
} from './invitationResults.ts'
import { refusedEmail } from './inviteWords.ts'
import { PAGE_SIZES } from './useInviteePages.ts'
import { useInviteMessages } from './useInviteMessages.ts'

export interface InvitationOutcomesProps {
  results: readonly InvitationResult[]
}

/** What became of each, those of whom nothing came first; a page at a time. */
export function InvitationOutcomes({ results }: InvitationOutcomesProps) {
  const { done, who } = useInviteMessages()
  const [onlyUnreached, setOnlyUnreached] = useState(false)
  const [{ page: wanted, size }, setPage] = useState({ page: 1, size: 25 })
  const unreached = results.filter(isUnreached)
  const matching = onlyUnreached ? unreached : unreachedFirst(results)
  const page = Math.min(wanted, Math.max(1, Math.ceil(matching.length / size)))
  const shown = matching.slice((page - 1) * size, page * size)
  return (
    <>
      <div data-part="invite-toolbar">
        <Select
          aria-label={done.show}
          value={onlyUnreached ? 'unreached' : 'all'}
          options={[
            { value: 'all', label: done.all(results.length) },
            { value: 'unreached', label: done.onlyFailed(unreached.length) },
          ]}
          onValueChange={(value) => {
            setOnlyUnreached(value === 'unreached')
            setPage({ page: 1, size })
          }}
        />
      </div>
      <Table
        caption={done.caption}
        rows={shown}
        getKey={({ row }) => row.invitee.id}
        empty={<EmptyState title={done.none} />}
        columns={[
          { id: 'email', header: who.email, width: '35%', cell: ({ row }) => row.invitee.email },
          { id: 'name', header: who.name, width: '20%', cell: ({ row }) => row.invitee.name },
          { id: 'outcome', header: done.outcome, cell: (result) => <Outcome result={result} /> },
        ]}
      />
      {matching.length > Math.min(...PAGE_SIZES) && (
        <Pagination
          label={done.pages}
          from={(page - 1) * size + 1}
          to={(page - 1) * size + shown.length}
          total={matching.length}
          page={page}
          hasPrevious={page > 1}
          hasNext={page * size < matching.length}
          onPrevious={() => setPage({ page: page - 1, size })}
          onNext={() => setPage({ page: page + 1, size })}
          size={size}
          sizes={PAGE_SIZES}
          onSizeChange={(next) => setPage({ page: 1, size: next })}
        />
      )}
    </>
  )
}

function Outcome({ result: { outcome, error } }: { result: InvitationResult }) {
  const messages = useInviteMessages()
  const { saveFailed } = useUiMessages()
  return (
    <div data-part="invite-outcome">
      <StatusDot tone={TONES[outcome]}>{messages.outcomes[outcome]}</StatusDot>
      {error && (
        <>
          <p data-part="hint">
            {refusedEmail(error, messages) ?? saveFailureReason(error, saveFailed)}
          </p>
          <ErrorDetails error={error} />
        </>
      )}
    </div>
  )
}

const TONES: Readonly<Record<InvitationOutcome, Tone>> = {
  waiting: 'neutral',
  sending: 'info',
  invited: 'success',
  'sent-again': 'success',
  added: 'success',
  reactivated: 'success',
  already: 'neutral',
  failed: 'danger',
  'not-sent': 'warning',
  'left-out': 'neutral',
}
