/** Copies a text; false where the browser did not allow it. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Refused by the browser, or a page without HTTPS, where there is no clipboard at all.
    return false
  }
}
