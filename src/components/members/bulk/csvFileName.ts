/** `members-2026-11-21.csv` */
export function csvFileName(name: string, now: Date): string {
  return `${name}-${now.toISOString().slice(0, 10)}.csv`
}
