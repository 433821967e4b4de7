import { useState } from 'react'
import { parseCsv } from '../csv.ts'
import { isBlank, type InviteeInput } from './invitee.ts'
import { readInviteeTable } from './readInviteeTable.ts'
import { readPasted } from './readPasted.ts'
import { readTextFile } from './readTextFile.ts'
import type { InvitationForm } from './useInvitation.ts'

/** Why a file or a text gave no rows. */
export type ImportProblem =
  | { type: 'workbook' | 'unreadable' | 'no-addresses'; file: string }
  | { type: 'unclosed-quote'; file: string; line: number; column: number }
  | { type: 'too-many'; count: number }
  | { type: 'nothing-pasted' }

export interface InviteeImport {
  text: string
  setText: (text: string) => void
  fileProblem: ImportProblem | null
  pasteProblem: ImportProblem | null
  takeFile: (file: File) => Promise<void>
  takeText: () => void
}

/** Takes rows from a file or from a text; all or, where something is in the way, none. */
export function useInviteeImport(
  { findRoles, rows, addInvitees }: Pick<InvitationForm, 'findRoles' | 'rows' | 'addInvitees'>,
  onAdded: (count: number) => void,
): InviteeImport {
  const [text, setText] = useState('')
  const [fileProblem, setFileProblem] = useState<ImportProblem | null>(null)
  const [pasteProblem, setPasteProblem] = useState<ImportProblem | null>(null)

  const add = (inputs: readonly InviteeInput[]): ImportProblem | null => {
    if (!addInvitees(inputs)) {
      const filled = rows.filter(({ invitee }) => !isBlank(invitee)).length
      return { type: 'too-many', count: filled + inputs.length }
    }
    onAdded(inputs.length)
    return null
  }
  const read = async (file: File): Promise<ImportProblem | readonly InviteeInput[]> => {
    const { name } = file
    const content = await readTextFile(file)
    if (content.type !== 'text') return { type: content.type, file: name }
    const { rows: lines, problems } = parseCsv(content.text)
    const unclosed = problems.find(({ type }) => type === 'unclosed-quote')
    if (unclosed) {
      return { type: 'unclosed-quote', file: name, line: unclosed.line, column: unclosed.column }
    }
    const table = readInviteeTable(lines, findRoles)
    return table.type === 'read' ? table.invitees : { type: table.type, file: name }
  }
  return {
    text,
    setText: (next) => {
      setText(next)
      setPasteProblem(null)
    },
    fileProblem,
    pasteProblem,
    takeFile: async (file) => {
      const found = await read(file)
      setFileProblem('type' in found ? found : add(found))
    },
    takeText: () => {
      const inputs = readPasted(text, findRoles)
      const problem = inputs.length === 0 ? { type: 'nothing-pasted' as const } : add(inputs)
      setPasteProblem(problem)
      if (problem === null) setText('')
    },
  }
}
