'use client'
import type { Messages } from '../../i18n/messages.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import { downloadCsv } from '../downloadCsv.ts'
import { MOST_INVITEES } from './invitee.ts'
import type { InvitationForm } from './useInvitation.ts'
import { useInviteeImport, type ImportProblem } from './useInviteeImport.ts'
import { useInviteMessages } from './useInviteMessages.ts'

export interface ImportInviteesProps {
  form: InvitationForm
  /** So many rows came. */
  onAdded: (count: number) => void
}

/** A file to drop or choose, and a place to paste a list. */
export function ImportInvitees({ form, onAdded }: ImportInviteesProps) {
  const messages = useInviteMessages()
  const { who } = messages
  const source = useInviteeImport(form, onAdded)
  return (
    <div data-part="invite-import">
      <div data-part="invite-file">
        <FileDrop
          label={who.file}
          hint={who.fileHint(MOST_INVITEES)}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
          onFiles={([file]) => {
            if (file) void source.takeFile(file)
          }}
          error={source.fileProblem ? importError(source.fileProblem, messages) : undefined}
        />
        <Button
          variant="ghost"
          size="small"
          onClick={() => downloadCsv(TEMPLATE_NAME, [TEMPLATE_HEADER])}
        >
          {who.template}
        </Button>
      </div>
      <div data-part="invite-paste">
        <Field
          label={who.paste}
          hint={who.pasteHint}
          error={source.pasteProblem && importError(source.pasteProblem, messages)}
        >
          <Textarea spellCheck={false} value={source.text} onValueChange={source.setText} />
        </Field>
        <Button onClick={source.takeText}>{who.takePasted}</Button>
      </div>
    </div>
  )
}

const TEMPLATE_NAME = 'members.csv'
const TEMPLATE_HEADER = ['email', 'name', 'roles']

function importError(problem: ImportProblem, messages: Messages['membersInvite']): string {
  const { file, who, tooMany } = messages
  switch (problem.type) {
    case 'workbook':
      return file.workbook(problem.file)
    case 'unreadable':
      return file.unreadable(problem.file)
    case 'no-addresses':
      return file.noAddresses(problem.file)
    case 'unclosed-quote':
      return file.unclosedQuote(problem.file, problem.line, problem.column)
    case 'too-many':
      return tooMany(problem.count, MOST_INVITEES)
    case 'nothing-pasted':
      return who.nothingPasted
  }
}
