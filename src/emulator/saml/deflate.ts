const MAX_TEXT = 100_000

/** A text as the redirect binding sends it: DEFLATE without a header. */
export async function deflate(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = streamOf(text).pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** The text again; null when the bytes are not that, or the text is longer than any request. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const stream = streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return text + decoder.decode()
      text += decoder.decode(value, { stream: true })
      if (text.length > MAX_TEXT) {
        await reader.cancel()
        return null
      }
    }
  } catch {
    // Not DEFLATE.
    return null
  }
}

/** By way of a Response: jsdom has a Blob of its own, which cannot be streamed. */
function streamOf(
  content: string | Uint8Array<ArrayBuffer>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { body } = new Response(content)
  if (!body) throw new TypeError('A response with content has a body.')
  return body
}
