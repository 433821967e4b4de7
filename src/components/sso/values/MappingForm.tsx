'use client'
import { useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import type { SsoConnection } from '../connections.ts'
import type { SetupProtocol } from '../providers.ts'
import { MappingLine } from './MappingLine.tsx'
import {
  checkMapping,
  fillMapping,
  isCustom,
  mappingNames,
  unusedReceived,
  type MappingFinding,
  type MappingName,
} from './mapping.ts'
import { mappingNameOf } from './mappingNameOf.ts'
import type { MappingRow } from './sourceValues.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface MappingFormProps {
  rows: readonly MappingRow[]
  onChange: (rows: MappingRow[]) => void
  protocol: SetupProtocol
  /** What the provider calls the groups: `SsoGuide.groups`. */
  groups?: string | null | undefined
  /** What is usual for the provider: `SsoGuide.mapping`. */
  usual?: Readonly<Record<string, string>> | undefined
  /** Whose groups give roles, to say what their removal sets aside. */
  connection?: SsoConnection | undefined
  /** What came in the last test sign-in, by the provider's names. */
  received?: Readonly<Record<string, unknown>> | undefined
  /** Says what is missing at once, not only once something was changed. */
  showEmpty?: boolean | undefined
}

/** What the identity provider calls each thing: the rows, what is usual, and what came in the last test. */
export function MappingForm(props: MappingFormProps) {
  const { rows, onChange, protocol, groups, usual, connection } = props
  // Where nobody got as far as that, nothing can be missed.
  const isReceived = Object.keys(props.received ?? {}).length > 0
  const received = isReceived ? props.received : undefined
  const { mapping: messages } = useValuesMessages()
  const announce = useAnnounce()
  const list = useRef<HTMLUListElement>(null)
  const [before, setBefore] = useState<readonly MappingRow[] | null>(null)
  const [isTouched, setTouched] = useState(false)
  /** The row whose name is being typed: it may be a known name on its way to another. */
  const [naming, setNaming] = useState<number | null>(null)
  const groupsWithRoles = rolesByGroup(connection)
  const findings = checkMapping(rows, { protocol, groupsNeeded: groupsWithRoles.length > 0 })
  const isShown = ({ code }: MappingFinding) =>
    isTouched || props.showEmpty === true || !code.endsWith('-missing')

  const isFirst = ({ key }: MappingRow, index: number) =>
    rows.findIndex((row) => row.key === key) === index
  const isNamed = (row: MappingRow, index: number) =>
    isCustom(row.key) || index === naming || !isFirst(row, index)

  const change = (next: MappingRow[]) => {
    setTouched(true)
    setBefore(null)
    onChange(next)
  }
  const add = (row: MappingRow) => {
    change([...rows, row])
    focusLater(list, row.key === '' ? '[data-key]' : 'input')
  }
  const remove = (index: number) => {
    const { key } = rows[index] ?? { key: '' }
    setNaming(null)
    change(rows.filter((_row, at) => at !== index))
    announce(messages.removed(mappingNameOf(messages, key)))
    // The row that took its place, or the last.
    focusLater(list, 'input', Math.min(index, rows.length - 2))
  }
  const fill = (which: 'empty' | 'all') => {
    setTouched(true)
    if (usual) onChange(fillMapping(rows, usual, which))
    setBefore(rows)
    announce(messages.replaced)
  }
  const missing = mappingNames.filter((name) => rows.every(({ key }) => key !== name))
  const general = findings.filter(({ row, code }) => row === null && code !== 'groups-needed')
  return (
    <div data-part="sso-mapping">
      <p data-part="hint">{protocol === 'saml' ? messages.required : messages.defaults}</p>
      {usual && (
        <div data-part="sso-suggestions" role="group" aria-label={messages.usual}>
          <span data-part="hint">{messages.usual}</span>
          <Button size="small" onClick={() => fill('empty')}>
            {messages.fillEmpty}
          </Button>
          <Button size="small" onClick={() => fill('all')}>
            {messages.replaceAll}
          </Button>
          {before && (
            <Button
              size="small"
              variant="ghost"
              onClick={() => {
                change([...before])
                announce(messages.undone)
              }}
            >
              {messages.undo}
            </Button>
          )}
        </div>
      )}
      <ul ref={list} data-part="sso-mapping-rows">
        {rows.map((row, index) => (
          <MappingLine
            // A row is where it stands: its name changes as it is typed.
            key={index}
            row={row}
            position={isNamed(row, index) ? rows.slice(0, index + 1).filter(isNamed).length : null}
            protocol={protocol}
            findings={findings.filter((one) => one.row === index && isShown(one))}
            received={received}
            removable={row.key !== 'email' || !isFirst(row, index)}
            onNaming={(isNaming) => setNaming(isNaming ? index : null)}
            onChange={(next) => change(rows.map((one, at) => (at === index ? next : one)))}
            onRemove={() => remove(index)}
          />
        ))}
      </ul>
      {general.some(isShown) && (
        <Callout tone="danger" announce="status">
          {general.filter(isShown).map(({ code }) => (
            <p key={code}>{messages.findings[code]}</p>
          ))}
        </Callout>
      )}
      {findings.some(({ code }) => code === 'groups-needed') && (
        <Callout tone="warning" announce="status" title={messages.findings['groups-needed']}>
          {messages.groupRoles(groupsWithRoles)}
        </Callout>
      )}
      <div data-part="sso-suggestions">
        {missing.map((name) => (
          <Button
            key={name}
            size="small"
            icon={<PlusIcon />}
            onClick={() => add({ key: name, value: valueFor(name, { groups, usual }) })}
          >
            {messages.add(messages.names[name])}
          </Button>
        ))}
        <Button size="small" icon={<PlusIcon />} onClick={() => add({ key: '', value: '' })}>
          {messages.addCustom}
        </Button>
      </div>
      {received && (
        <UnusedReceived
          names={unusedReceived(rows, received, protocol)}
          onTake={(name) => add({ key: keyFrom(name, rows), value: name })}
        />
      )}
    </div>
  )
}

interface UnusedReceivedProps {
  names: readonly string[]
  onTake: (name: string) => void
}

function UnusedReceived({ names, onTake }: UnusedReceivedProps) {
  const { mapping: messages } = useValuesMessages()
  if (names.length === 0) return null
  return (
    <p data-part="sso-suggestions">
      <span data-part="hint">{messages.received.unused}</span>
      {names.slice(0, 20).map((name) => (
        <Button
          key={name}
          size="small"
          aria-label={messages.received.take(name)}
          onClick={() => onTake(name)}
        >
          {name}
        </Button>
      ))}
    </p>
  )
}

function valueFor(
  name: MappingName,
  { groups, usual }: Pick<MappingFormProps, 'groups' | 'usual'>,
): string {
  return usual?.[name] ?? (name === 'groups' ? (groups ?? '') : '')
}

/** A name of ours for what the provider sends, where one can be made of it: the last word of an address, without signs. */
function keyFrom(name: string, rows: readonly MappingRow[]): string {
  const key = (name.split(/[/:]/).at(-1) ?? '').replaceAll(/\W+/g, '_').replace(/^[^a-z]+/i, '')
  return rows.some((row) => row.key === key) ? '' : key.slice(0, 64)
}

function rolesByGroup(connection: SsoConnection | undefined): string[] {
  if (connection?.protocol !== 'saml') return []
  return [...new Set(connection.saml_group_implicit_role_assignments.map(({ group }) => group))]
}

/** Once the rows are there: the first such element of a row, by default of the last. */
function focusLater(
  list: React.RefObject<HTMLUListElement | null>,
  selector: string,
  index?: number,
) {
  setTimeout(() => {
    const rows = [...(list.current?.children ?? [])]
    rows
      .at(index ?? -1)
      ?.querySelector<HTMLElement>(selector)
      ?.focus()
  })
}
