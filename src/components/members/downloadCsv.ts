import { downloadFile } from '../portal/downloadFile.ts'
import { formatCsv } from './csv.ts'

/** Has the browser save rows as a CSV file. */
export function downloadCsv(fileName: string, rows: Iterable<readonly string[]>): void {
  downloadFile(fileName, formatCsv(rows), 'text/csv;charset=utf-8')
}
