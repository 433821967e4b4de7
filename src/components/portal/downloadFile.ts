/** Has the browser save a text as a file. `type` is its media type. */
export function downloadFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Not at once: some browsers begin the download a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
