import { readInstruction } from '../guides/readInstruction.ts'
import { escapeMarkup as escape } from './escapeMarkup.ts'
import type { HandOverSheet, SheetStep, SheetValue, SheetWords } from './handOverSheet.ts'

/**
 * The sheet as one page that needs nothing else: to print, to mail, to keep. No script, nothing loaded, and everything
 * that comes from somewhere else escaped.
 */
export function sheetHtml(sheet: HandOverSheet, words: SheetWords, locale: string): string {
  return [
    '<!doctype html>',
    `<html lang="${escape(locale)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escape(sheet.title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${escape(sheet.title)}</h1><p class="muted">${escape(sheet.madeOn)}</p></header>`,
    `<p>${escape(sheet.intro)}</p>`,
    section(words.values, table(sheet.values)),
    section(
      words.steps,
      `<p class="muted">${escape(sheet.asOf)}</p><ol>${sheet.steps.map((step) => stepHtml(step, words)).join('')}</ol>`,
    ),
    sheet.mapping.length > 0
      ? section(words.mapping, table(sheet.mapping, [words.mappingOurs, words.mappingTheirs]))
      : '',
    section(
      words.sendBack,
      `<p>${escape(words.sendBackHint)}</p>${table(sheet.sendBack)}${sheet.sendSecretly ? paragraph(words.secretly) : ''}`,
    ),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const paragraph = (text: string) => `<p>${escape(text)}</p>`

const section = (title: string, body: string) =>
  `<section><h2>${escape(title)}</h2>${body}</section>`

function table(values: readonly SheetValue[], head?: readonly [string, string]): string {
  const columns = head
    ? `<thead><tr>${head.map((name) => `<th scope="col">${escape(name)}</th>`).join('')}</tr></thead>`
    : ''
  const rows = values.map(
    ({ label, value }) =>
      `<tr><th scope="row">${escape(label)}</th><td>${value === '' ? '' : `<code>${escape(value)}</code>`}</td></tr>`,
  )
  return `<table>${columns}<tbody>${rows.join('')}</tbody></table>`
}

function stepHtml({ title, instructions, values, note }: SheetStep, words: SheetWords): string {
  const items = instructions.map((instruction) => `<li>${instructionHtml(instruction)}</li>`)
  return [
    `<li><h3>${escape(title)}</h3>`,
    items.length > 0 ? `<ul>${items.join('')}</ul>` : '',
    values.length > 0 ? table(values) : '',
    note === null ? '' : `<p><em>${escape(words.note)}:</em> ${instructionHtml(note)}</p>`,
    '</li>',
  ].join('')
}

/** Labels of the console in bold, what is typed as it is in a fixed pitch. */
function instructionHtml(instruction: string): string {
  return readInstruction(instruction)
    .map((piece) => {
      if (piece.type === 'path') {
        return piece.labels.map((label) => `<strong>${escape(label)}</strong>`).join(' &gt; ')
      }
      return piece.type === 'code' ? `<code>${escape(piece.text)}</code>` : escape(piece.text)
    })
    .join('')
}

const STYLE = [
  ':root{color-scheme:light}',
  'body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:14px/1.5 system-ui,sans-serif;color:#1b1c22}',
  'h1{font-size:1.5rem;line-height:1.25;margin:0}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}h3{font-size:1rem;margin:0}',
  '.muted{color:#5a5c66;margin:.2rem 0}',
  'ol{padding-left:1.4rem}ol>li{margin:.7rem 0;break-inside:avoid}',
  'table{border-collapse:collapse;width:100%;margin:.4rem 0;break-inside:avoid}',
  'th,td{border:1px solid #cfd0d8;padding:.3rem .5rem;text-align:start;vertical-align:top}',
  'tbody th{width:34%;font-weight:500}',
  'code{font:13px/1.45 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere;white-space:pre-wrap}',
  '@media print{body{margin:0;max-width:none}}',
].join('')
