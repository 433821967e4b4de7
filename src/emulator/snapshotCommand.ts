import { messageOf, readDataFile, writeDataFile } from './dataFile.ts'
import { ServeError } from './serveError.ts'
import { parseSnapshot } from './snapshot.ts'

/** Writes what a running emulator knows into a file. Rejects with a `ServeError`. */
export async function saveSnapshot(path: string, url: string): Promise<void> {
  const response = await ask(url)
  await writeDataFile(path, parseSnapshot(await response.json()))
}

/** Takes a running emulator back to what a file holds. Rejects with a `ServeError`. */
export async function loadSnapshot(path: string, url: string): Promise<void> {
  const data = await readDataFile(path)
  if (!data) {
    throw new ServeError('bad-data-file', `Cannot use the data file ${path}: it does not exist.`)
  }
  await ask(url, { method: 'PUT', body: JSON.stringify(data) })
}

async function ask(url: string, init?: RequestInit): Promise<Response> {
  const address = `${url.replace(/\/+$/, '')}/_emulator/snapshot`
  const response = await fetch(address, init).catch((error: unknown) => {
    const reason = error instanceof Error && error.cause ? error.cause : error
    throw new ServeError(
      'cannot-reach',
      `There is no emulator at ${url} (${messageOf(reason)}). Start one with "orgportal emulator", or give its --url.`,
      { cause: error },
    )
  })
  if (response.ok && response.headers.get('content-type')?.includes('json')) return response
  throw new ServeError(
    'cannot-reach',
    `What is at ${url} is not an emulator, or one of another version: it answered ${String(response.status)}.`,
  )
}
