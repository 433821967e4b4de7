'use client'
import { useId } from 'react'
import type { Messages } from '../../i18n/messages.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { AlertIcon, ErrorIcon, TrashIcon } from '../../ui/icons.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { SetupProtocol } from '../providers.ts'
import { OIDC_DEFAULTS, receivedFor, type MappingFinding } from './mapping.ts'
import { mappingNameOf } from './mappingNameOf.ts'
import type { MappingRow } from './sourceValues.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface MappingLineProps {
  row: MappingRow
  /** The how manieth custom attribute it is, whose name is typed here; null for one of ours. */
  position: number | null
  protocol: SetupProtocol
  findings: readonly MappingFinding[]
  received: Readonly<Record<string, unknown>> | undefined
  removable: boolean
  /** Somebody begins to type its name, or has ended. */
  onNaming: (isNaming: boolean) => void
  onChange: (row: MappingRow) => void
  onRemove: () => void
}

/** One thing that is wanted of a person: what it is called here, and what there. */
export function MappingLine(props: MappingLineProps) {
  const { row, position, protocol, findings, received, removable, onNaming, onChange, onRemove } =
    props
  const { mapping: messages } = useValuesMessages()
  const id = useId()
  const name = mappingNameOf(messages, row.key)
  const custom = position !== null
  const ofKey = findings.filter(({ code }) => code.startsWith('key-'))
  const ofValue = findings.filter(({ code }) => !code.startsWith('key-'))
  const hint = hintOf(messages, row.key, protocol)
  return (
    <li data-part="sso-mapping-row">
      <div data-part="sso-mapping-ours">
        {custom ? (
          <TextInput
            code
            data-key
            aria-label={messages.customKey(position)}
            aria-describedby={`${id}-findings`}
            aria-invalid={ofKey.some(isError) || undefined}
            value={row.key}
            onFocus={() => onNaming(true)}
            onBlur={() => onNaming(false)}
            onValueChange={(key) => onChange({ ...row, key })}
          />
        ) : (
          <>
            <label data-part="label" htmlFor={id}>
              {name}
            </label>
            {hint !== undefined && (
              <span data-part="hint" id={`${id}-hint`}>
                {hint}
              </span>
            )}
          </>
        )}
      </div>
      <div data-part="sso-mapping-theirs">
        <TextInput
          code
          id={id}
          aria-label={custom ? messages.customValue(row.key.trim()) : messages.theirNameOf(name)}
          aria-describedby={`${id}-findings ${id}-hint ${id}-received`}
          aria-invalid={ofValue.some(isError) || undefined}
          placeholder={protocol === 'oidc' ? OIDC_DEFAULTS[row.key] : undefined}
          value={row.value}
          onValueChange={(value) => onChange({ ...row, value })}
        />
        <div id={`${id}-findings`} data-part="field-errors" aria-live="polite">
          {findings
            .filter(({ code }) => code !== 'groups-needed')
            .map((finding) => (
              <p key={finding.code} data-part={isError(finding) ? 'field-error' : 'hint'}>
                {isError(finding) ? <ErrorIcon /> : <AlertIcon />}
                <span data-part="text">{messages.findings[finding.code]}</span>
              </p>
            ))}
        </div>
        {received && row.key !== '' && (
          <p data-part="hint" id={`${id}-received`}>
            {receivedText(messages, row.key, receivedFor(row, received, protocol))}
          </p>
        )}
      </div>
      {removable && (
        <IconButton
          size="small"
          label={messages.remove(name)}
          icon={<TrashIcon />}
          onClick={onRemove}
        />
      )}
    </li>
  )
}

type MappingMessages = Messages['ssoValues']['mapping']

const isError = ({ severity }: MappingFinding) => severity === 'error'

function hintOf(
  { hints, hintsOf }: MappingMessages,
  key: string,
  protocol: SetupProtocol,
): string | undefined {
  const all = { ...hints, ...hintsOf[protocol] }
  return new Map<string, string>(Object.entries(all)).get(key)
}

const MOST_SHOWN = 80

function receivedText({ received }: MappingMessages, key: string, value: unknown): string {
  if (Array.isArray(value)) {
    return key === 'groups' ? received.groups(value.length) : received.list(value.length)
  }
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (text === '') return received.nothing
  return received.text(text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text)
}
