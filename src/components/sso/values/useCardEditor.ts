import { useRef, useState } from 'react'
import { useSaveSteps, type SaveStep, type SaveSteps } from '../../portal/useSaveSteps.ts'

export interface CardEditor<Connection, Value> {
  type: 'editing'
  value: Value
  /** The connection as it was when editing began. */
  base: Connection
  /** Somebody tried to save what is not complete. */
  isRefused: boolean
  steps: SaveSteps
  isSaving: boolean
  /** What is needed for saving could not be loaded. */
  loadError: unknown
  change: (value: Value) => void
  takeTheirs: () => void
  save: () => Promise<void>
  /** What is left of a save that failed on its way. */
  retry: () => Promise<void>
  cancel: () => void
}

export type CardState<Connection, Value> =
  | {
      type: 'viewing'
      saved: 'no' | 'all' | 'nothing-new'
      /** `part`: what is entered already. */
      edit: (part?: Partial<Value>) => void
    }
  | CardEditor<Connection, Value>

export interface CardEditorOptions<Connection, Value> {
  connection: Connection
  valueOf: (connection: Connection) => Value
  /** False keeps what is typed, and says what is wrong. */
  mayBeSaved: (value: Value) => boolean | Promise<boolean>
  stepsOf: (value: Value, base: Connection) => readonly SaveStep[] | Promise<readonly SaveStep[]>
}

/**
 * A card of the connection page that is edited in place and saved in one request or several. After saving, the record says
 * what is shown; nothing that was typed is kept.
 */
export function useCardEditor<Connection, Value extends object>(
  options: CardEditorOptions<Connection, Value>,
): CardState<Connection, Value> {
  const { connection, valueOf, mayBeSaved, stepsOf } = options
  const [draft, setDraft] = useState<{ base: Connection; value: Value } | null>(null)
  const [saved, setSaved] = useState<'no' | 'all' | 'nothing-new'>('no')
  const [isRefused, setRefused] = useState(false)
  const [isPreparing, setPreparing] = useState(false)
  const [loadError, setLoadError] = useState<unknown>(null)
  const isBusy = useRef(false)
  /** What the last save was made of. */
  const sent = useRef<Value | null>(null)
  const steps = useSaveSteps()

  const begin = (part?: Partial<Value>) => {
    steps.reset()
    setSaved('no')
    setRefused(false)
    setLoadError(null)
    setDraft({ base: connection, value: { ...valueOf(connection), ...part } })
  }
  if (draft === null) return { type: 'viewing', saved, edit: begin }

  const { base, value } = draft
  const end = (how: typeof saved) => {
    steps.reset()
    setSaved(how)
    setDraft(null)
  }
  // What was typed while it was on its way is not saved, and stays.
  const done = (what: Value) => {
    steps.reset()
    setSaved('all')
    setDraft((now) => (now && now.value !== what ? now : null))
  }
  const save = async () => {
    if (isBusy.current) return
    isBusy.current = true
    setPreparing(true)
    setLoadError(null)
    try {
      const isSound = await mayBeSaved(value)
      setRefused(!isSound)
      if (!isSound) return
      const wanted = await stepsOf(value, base)
      sent.current = value
      if (wanted.length === 0) end('nothing-new')
      else if (await steps.save(wanted)) done(value)
    } catch (error) {
      setLoadError(error)
    } finally {
      isBusy.current = false
      setPreparing(false)
    }
  }
  return {
    type: 'editing',
    value,
    base,
    isRefused,
    steps,
    isSaving: isPreparing || steps.saving,
    loadError,
    change: (next) => setDraft({ base, value: next }),
    takeTheirs: () => begin(),
    save,
    retry: async () => {
      // What was typed since counts, not what was refused.
      if (sent.current !== value) await save()
      else if (await steps.retry()) done(value)
    },
    cancel: () => end('no'),
  }
}
