'use client'
import { useMemo } from 'react'
import { formatList } from '../../i18n/format.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { Table, type Column } from '../../ui/Table.tsx'
import type { SsoConnection } from '../connections.ts'
import { attributeRows, type AttributeRow } from './testNotes.ts'
import type { PassedTest } from './testOutcome.ts'
import { useSsoTestMessages } from './useSsoTestMessages.ts'

export interface ReceivedAttributesProps {
  connection: SsoConnection
  outcome: PassedTest
}

/** What was mapped and what came, side by side. */
export function ReceivedAttributes({ connection, outcome }: ReceivedAttributesProps) {
  const { passed: messages } = useSsoTestMessages()
  const rows = useMemo(() => attributeRows(connection, outcome), [connection, outcome])
  return (
    <Table
      caption={messages.attributes}
      columns={useColumns()}
      rows={rows}
      getKey={({ name }) => name}
      density="dense"
      empty={<p data-part="hint">{messages.noAttributes}</p>}
    />
  )
}

function useColumns(): Column<AttributeRow>[] {
  const { passed: messages } = useSsoTestMessages()
  const locale = useLocale()
  return useMemo(
    () => [
      { id: 'name', header: messages.columns.name, mono: true, cell: ({ name }) => name },
      {
        id: 'value',
        header: messages.columns.value,
        cell: ({ values }) =>
          values.length > 0 ? (
            formatList(locale, values)
          ) : (
            <span data-part="sso-test-missing">{messages.nothing}</span>
          ),
      },
      {
        id: 'from',
        header: messages.columns.from,
        mono: true,
        cell: ({ mappedFrom }) => mappedFrom ?? messages.notMapped,
      },
    ],
    [messages, locale],
  )
}
