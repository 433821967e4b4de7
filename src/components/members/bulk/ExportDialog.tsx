'use client'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import type { MemberFilters } from '../membersAddress.ts'
import { useBulkMessages } from './useBulkMessages.ts'
import { useMembersExport } from './useMembersExport.ts'

export interface ExportDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  filters: MemberFilters
  total: number | null
}

/** Says what is exported, how far it is, and that the file is there. */
export function ExportDialog({ open, onOpenChange, filters, total }: ExportDialogProps) {
  const { export: texts } = useBulkMessages()
  const { retry } = useUiMessages()
  const { state, start, cancel, saveAgain } = useMembersExport(filters, total)
  const isReading = state.type === 'reading'
  const change = (next: boolean) => {
    if (!next) cancel()
    onOpenChange(next)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={texts.title}
      dismissible={!isReading}
      initialFocus='[data-part="button"][data-safe]'
      footer={
        <>
          <Button data-safe onClick={() => (isReading ? cancel() : change(false))}>
            {isReading ? texts.cancel : texts.close}
          </Button>
          {state.type === 'done' ? (
            <Button onClick={saveAgain}>{texts.again}</Button>
          ) : (
            <Button variant="primary" busy={isReading} onClick={start}>
              {state.type === 'failed' ? retry : texts.start}
            </Button>
          )}
        </>
      }
    >
      <p data-part="text">{texts.hint(total)}</p>
      <p data-part="hint">{texts.columns}</p>
      {isReading && (
        <Progress
          label={texts.progress}
          value={state.collected}
          max={state.total}
          text={texts.collected(state.collected, state.total)}
        />
      )}
      <SaveFailed title={texts.failed} error={state.type === 'failed' ? state.error : null} />
      <p data-part="saved" role="status">
        {state.type === 'done' && texts.done(state.count)}
        {state.type === 'ready' && state.wasCancelled && texts.cancelled}
      </p>
    </Dialog>
  )
}
