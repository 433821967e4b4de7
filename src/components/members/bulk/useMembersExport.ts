import { useEffect, useRef, useState } from 'react'
import type { MemberFilters } from '../membersAddress.ts'
import { downloadCsv } from '../downloadCsv.ts'
import { csvFileName } from './csvFileName.ts'
import { exportHeader, exportRow } from './exportRow.ts'
import { searchPages } from './memberSource.ts'
import { useBulkMessages } from './useBulkMessages.ts'
import { useSearchMembers } from './useSearchMembers.ts'

export type ExportState =
  | { type: 'ready'; wasCancelled: boolean }
  | { type: 'reading'; collected: number; total: number | null }
  | { type: 'failed'; error: Error }
  | { type: 'done'; count: number }

export interface MembersExport {
  state: ExportState
  /** Reads all that match and has the browser save the file; after a failure it goes on where it was. */
  start: () => void
  cancel: () => void
  /** Saves the same file once more. */
  saveAgain: () => void
}

interface Reading {
  nextPage: ReturnType<typeof searchPages>
  rows: string[][]
  /** Those that are in: while one reads, members come and go, and a page may have one of the page before. */
  ids: Set<string>
  isCancelled: boolean
}

/**
 * The model of the export: all members that match, a thousand a request, as a CSV file.
 *
 * @rbac stytch.member search
 */
export function useMembersExport(filters: MemberFilters, total: number | null): MembersExport {
  const { export: texts } = useBulkMessages()
  const search = useSearchMembers()
  const [state, setState] = useState<ExportState>({ type: 'ready', wasCancelled: false })
  const reading = useRef<Reading | null>(null)
  // Nobody would get the file.
  useEffect(() => {
    const current = reading
    return () => {
      if (current.current) current.current.isCancelled = true
    }
  }, [])

  const save = (rows: readonly string[][]) =>
    downloadCsv(csvFileName(texts.fileName, new Date()), [exportHeader(texts.header), ...rows])

  const read = async (current: Reading) => {
    setState({ type: 'reading', collected: current.rows.length, total })
    try {
      for (;;) {
        const page = await current.nextPage()
        if (current.isCancelled) return
        if (page === null) break
        for (const member of page.members) {
          if (current.ids.has(member.member_id)) continue
          current.ids.add(member.member_id)
          current.rows.push(exportRow(member))
        }
        const { total: matching } = page.results_metadata
        setState({ type: 'reading', collected: current.rows.length, total: matching })
      }
      save(current.rows)
      setState({ type: 'done', count: current.rows.length })
    } catch (error) {
      if (current.isCancelled) return
      setState({ type: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  return {
    state,
    start: () => {
      if (state.type !== 'failed' || reading.current === null) {
        reading.current = {
          nextPage: searchPages(filters, search),
          rows: [],
          ids: new Set(),
          isCancelled: false,
        }
      }
      void read(reading.current)
    },
    cancel: () => {
      if (reading.current) reading.current.isCancelled = true
      reading.current = null
      setState({ type: 'ready', wasCancelled: state.type === 'reading' })
    },
    saveAgain: () => {
      if (reading.current) save(reading.current.rows)
    },
  }
}
