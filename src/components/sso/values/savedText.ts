/** What is said after saving. */
export function savedText(
  words: { saved: string; savedPending: string; nothingNew: string },
  saved: 'no' | 'all' | 'nothing-new',
  status: string,
): string | null {
  if (saved === 'no') return null
  if (saved === 'nothing-new') return words.nothingNew
  return status === 'active' ? words.saved : words.savedPending
}
