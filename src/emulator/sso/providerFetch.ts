import type { EmulatorContext } from '../context.ts'
import { identityProviderRoutes } from '../providers/identityProviderRoutes.ts'

const TIMEOUT_MS = 5_000
const MAX_BYTES = 1_000_000

/** An identity provider did not answer as it should; the message says how. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
}

/**
 * What an identity provider answers. The emulator's own ones are asked in this process, all others over the network,
 * and not for long. Throws a `ProviderError` when there is no good answer.
 */
export async function fetchFromProvider(
  context: EmulatorContext,
  url: string,
  init: RequestInit = {},
): Promise<string> {
  const response = await (isOwn(context, url)
    ? identityProviderRoutes(context).request(url.slice(context.baseUrl.length), init)
    : fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((error: unknown) => {
        throw new ProviderError(
          `It cannot be reached: ${error instanceof Error ? error.message : String(error)}.`,
        )
      }))
  const text = await readAll(response)
  if (response.ok) return text
  throw new ProviderError(`It answered ${String(response.status)}: ${text.slice(0, 200)}`)
}

export function isOwn({ baseUrl }: EmulatorContext, url: string): boolean {
  return url.startsWith(`${baseUrl}/`)
}

async function readAll(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const chunk = await reader?.read().catch((error: unknown) => {
      throw new ProviderError(
        `It broke off: ${error instanceof Error ? error.message : String(error)}.`,
      )
    })
    if (!chunk?.value) return text + decoder.decode()
    size += chunk.value.byteLength
    if (size > MAX_BYTES) {
      await reader?.cancel()
      throw new ProviderError(`Its answer has more than ${MAX_BYTES.toLocaleString('en')} bytes.`)
    }
    text += decoder.decode(chunk.value, { stream: true })
  }
}
