'use client'
import { lazyScreen } from '../../portal/lazyScreen.tsx'
import type { MemberListModel } from './useMemberListModel.ts'
import type { MembersViewer } from '../useMembersViewer.ts'

const BulkBar = lazyScreen(
  () => import('../bulk/BulkBar.tsx').then((file) => file.BulkBar),
  () => null,
)

export interface MemberListSelectionProps {
  model: Pick<MemberListModel, 'selection' | 'total'>
  viewer: MembersViewer
}

/** What is chosen, what can be done with it, and the way to choose all that match; nothing while nobody is chosen. */
export function MemberListSelection({ model, viewer }: MemberListSelectionProps) {
  const { selection, total } = model
  if (selection.count === 0) return null
  return (
    <BulkBar
      selection={selection.selection}
      viewer={viewer}
      onClear={selection.clear}
      onSelectMatching={selection.selectMatching}
      matching={total}
    />
  )
}
