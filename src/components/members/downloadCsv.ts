import { formatCsv } from './csv.ts'

/** Has the browser save rows as a CSV file. */
export function downloadCsv(fileName: string, rows: Iterable<readonly string[]>): void {
  const url = URL.createObjectURL(new Blob([formatCsv(rows)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // Not at once: some browsers begin the download a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
