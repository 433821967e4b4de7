'use client'
import { useMemo, useState } from 'react'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { Table, type Column } from '../../ui/Table.tsx'
import type { Tone } from '../../ui/Tag.tsx'
import { downloadCsv } from '../downloadCsv.ts'
import { csvFileName } from './csvFileName.ts'
import {
  orderRows,
  outcomeOf,
  outcomeRows,
  type MemberRow,
  type Outcome,
  type OutcomeTexts,
} from './outcomes.ts'
import type { RowState, RunSnapshot } from './run.ts'
import { useBulkMessages } from './useBulkMessages.ts'

export interface OutcomesDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  snapshot: RunSnapshot
  rows: () => readonly MemberRow[]
  nameOf: (roleId: string) => string
}

const SIZES = [25, 50, 100]

const tones: Record<RowState, Tone> = {
  waiting: 'neutral',
  running: 'info',
  done: 'success',
  skipped: 'neutral',
  failed: 'danger',
  notStarted: 'warning',
}

/** What became of each member of a run: what needs a look first, page by page, and all of it as a file. */
export function OutcomesDialog(props: OutcomesDialogProps) {
  const { open, onOpenChange, snapshot, rows, nameOf } = props
  const bulk = useBulkMessages()
  const { outcome: texts } = bulk
  const { saveFailed } = useUiMessages()
  const [size, setSize] = useState(25)
  const [page, setPage] = useState(1)
  const words = useMemo<OutcomeTexts>(
    () => ({ bulk, saveFailed, nameOf }),
    [bulk, saveFailed, nameOf],
  )
  // Rows change with each snapshot.
  const ordered = useMemo(
    () => (open && snapshot.collected > 0 ? orderRows(rows()) : []),
    [open, rows, snapshot],
  )
  const first = (page - 1) * size
  const shown = ordered.slice(first, first + size).map((row) => outcomeOf(row, words))

  const columns: Column<Outcome>[] = [
    { id: 'member', header: texts.member, cell: ({ label }) => label },
    {
      id: 'state',
      header: texts.state,
      width: '140px',
      cell: ({ state }) => <StatusDot tone={tones[state]}>{texts.states[state]}</StatusDot>,
    },
    { id: 'reason', header: texts.reason, cell: (row) => <Reason outcome={row} /> },
  ]
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="wide"
      title={texts.title}
      footer={
        <Button
          onClick={() =>
            downloadCsv(csvFileName(texts.fileName, new Date()), outcomeRows(rows(), words))
          }
        >
          {texts.download}
        </Button>
      }
    >
      <Table caption={texts.title} columns={columns} rows={shown} getKey={({ id }) => id} />
      <Pagination
        label={texts.title}
        from={ordered.length === 0 ? 0 : first + 1}
        to={first + shown.length}
        total={ordered.length}
        page={page}
        hasNext={first + size < ordered.length}
        hasPrevious={page > 1}
        onNext={() => setPage(page + 1)}
        onPrevious={() => setPage(page - 1)}
        size={size}
        sizes={SIZES}
        onSizeChange={(next) => {
          setSize(next)
          setPage(1)
        }}
      />
    </Dialog>
  )
}

function Reason({ outcome: { reason, requestId } }: { outcome: Outcome }) {
  const { outcome: texts } = useBulkMessages()
  return (
    <>
      {reason}
      {requestId !== '' && (
        <span data-part="members-outcome-request">{texts.requestId(requestId)}</span>
      )}
    </>
  )
}
