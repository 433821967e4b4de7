'use client'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { lazyWhenOpen } from '../../ui/lazyWhenOpen.tsx'
import type { MemberFilters } from '../membersAddress.ts'
import { useMembersMessages } from '../useMembersMessages.ts'

const ExportDialog = lazyWhenOpen(() =>
  import('./ExportDialog.tsx').then((file) => file.ExportDialog),
)

export interface ExportButtonProps {
  /** What is exported: all members that match. */
  filters: MemberFilters
  /** How many match; null where that is not known. */
  total: number | null
}

/**
 * Writes all members that match to a CSV file.
 *
 * @rbac stytch.member search
 */
export function ExportButton({ filters, total }: ExportButtonProps) {
  const messages = useMembersMessages()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onPointerEnter={ExportDialog.preload} onClick={() => setOpen(true)}>
        {messages.export}
      </Button>
      <ExportDialog open={open} onOpenChange={setOpen} filters={filters} total={total} />
    </>
  )
}
