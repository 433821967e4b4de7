'use client'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { RadioGroup } from '../../ui/ChoiceCards.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ChevronDownIcon } from '../../ui/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Popover } from '../../ui/Popover.tsx'
import {
  choosableColumns,
  USUAL_VIEW,
  withColumn,
  withColumnMoved,
  type ListColumnId,
  type ListView,
} from './listColumns.ts'
import { useMembersConfig } from '../MembersConfig.ts'
import { useMembersMessages } from '../useMembersMessages.ts'

export interface MemberListViewProps {
  view: ListView
  onChange: (view: ListView) => void
}

/** Which columns are shown, in which order, and how densely; kept in this browser. */
export function MemberListView(props: MemberListViewProps) {
  const { view: messages } = useMembersMessages()
  return (
    <Popover
      label={messages.label}
      align="end"
      trigger={(trigger) => (
        <Button size="small" {...trigger}>
          {messages.label}
        </Button>
      )}
    >
      <ViewChoices {...props} />
    </Popover>
  )
}

function ViewChoices({ view, onChange }: MemberListViewProps) {
  const { view: messages, columns: names } = useMembersMessages()
  const { getLastSeen } = useMembersConfig()
  const all = choosableColumns({ lastSeen: getLastSeen !== undefined })
  const shown = view.columns.filter((id) => all.includes(id))
  const hidden = all.filter((id) => !shown.includes(id))
  return (
    <div data-part="members-view">
      <fieldset data-part="members-view-columns">
        <legend data-part="legend">{messages.columns}</legend>
        {[...shown, ...hidden].map((id) => (
          <div key={id} data-part="members-view-column">
            <Checkbox
              label={names[id]}
              checked={shown.includes(id)}
              onCheckedChange={(checked) => onChange(withColumn(view, id, checked))}
            />
            {shown.includes(id) && <Mover id={id} shown={shown} view={view} onChange={onChange} />}
          </div>
        ))}
      </fieldset>
      <RadioGroup
        legend={messages.density}
        choices={[
          { value: 'regular', title: messages.regular },
          { value: 'dense', title: messages.dense },
        ]}
        value={view.density}
        onValueChange={(density) => onChange({ ...view, density })}
      />
      <Button
        variant="ghost"
        size="small"
        onClick={() => onChange({ ...USUAL_VIEW, size: view.size })}
      >
        {messages.reset}
      </Button>
    </div>
  )
}

interface MoverProps extends MemberListViewProps {
  id: ListColumnId
  shown: readonly ListColumnId[]
}

function Mover({ id, shown, view, onChange }: MoverProps) {
  const { view: messages, columns: names } = useMembersMessages()
  const announce = useAnnounce()
  const place = shown.indexOf(id)
  const move = (step: -1 | 1) => {
    const to = place + step
    if (to < 0 || to >= shown.length) return
    onChange(withColumnMoved({ ...view, columns: shown }, id, step))
    announce(messages.moved(names[id], to + 1, shown.length))
  }
  return (
    <span data-part="members-view-move">
      <IconButton
        size="small"
        data-up
        label={messages.up(names[id])}
        icon={<ChevronDownIcon />}
        aria-disabled={place === 0 || undefined}
        onClick={() => move(-1)}
      />
      <IconButton
        size="small"
        label={messages.down(names[id])}
        icon={<ChevronDownIcon />}
        aria-disabled={place === shown.length - 1 || undefined}
        onClick={() => move(1)}
      />
    </span>
  )
}
