import { readInstruction } from '../guides/readInstruction.ts'
import type { HandOverSheet, SheetValue, SheetWords } from './handOverSheet.ts'

/** The sheet as plain text, for a mail or a ticket. */
export function sheetText(sheet: HandOverSheet, words: SheetWords): string {
  const steps = sheet.steps.flatMap(({ title, instructions, values, note }, index) => [
    '',
    `${String(index + 1)}. ${title}`,
    ...instructions.map((instruction) => `   - ${plain(instruction)}`),
    ...values.map((value) => `   ${line(value)}`),
    ...(note === null ? [] : [`   ${words.note}: ${plain(note)}`]),
  ])
  return [
    sheet.title,
    '='.repeat(Math.min(sheet.title.length, 72)),
    sheet.madeOn,
    '',
    sheet.intro,
    ...section(words.values, sheet.values),
    '',
    heading(words.steps),
    sheet.asOf,
    ...steps,
    ...section(words.mapping, sheet.mapping),
    ...section(words.sendBack, sheet.sendBack),
    ...(sheet.sendSecretly ? [words.secretly] : []),
    '',
  ].join('\n')
}

function section(title: string, values: readonly SheetValue[]): string[] {
  return values.length === 0 ? [] : ['', heading(title), ...values.map(line)]
}

const heading = (title: string) => `${title}\n${'-'.repeat(title.length)}`

/** A value of several lines begins on one of its own. */
const line = ({ label, value }: SheetValue) =>
  value === '' ? label : `${label}:${value.includes('\n') ? '\n' : ' '}${value}`

/** An instruction without its marks. */
const plain = (instruction: string) =>
  readInstruction(instruction)
    .map((piece) => (piece.type === 'path' ? `“${piece.labels.join(' > ')}”` : piece.text))
    .join('')
