'use client'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useValuesMessages } from './useValuesMessages.ts'

/** A field that somebody else saved while it was edited. */
export interface Clash {
  label: string
  theirs: string
  mine: string
}

export interface ChangedMeanwhileProps {
  clashes: readonly Clash[]
  onTakeTheirs: () => void
}

/** Somebody else saved other values while these were edited: both, and a way to theirs. Nothing where none clash. */
export function ChangedMeanwhile({ clashes, onTakeTheirs }: ChangedMeanwhileProps) {
  const { changed } = useValuesMessages()
  if (clashes.length === 0) return null
  return (
    <Callout
      tone="warning"
      announce="status"
      title={changed.title}
      actions={
        <Button size="small" onClick={onTakeTheirs}>
          {changed.takeTheirs}
        </Button>
      }
    >
      {clashes.map(({ label, theirs, mine }) => (
        <p key={label}>{changed.both(label, theirs, mine)}</p>
      ))}
      <p>{changed.hint}</p>
    </Callout>
  )
}
