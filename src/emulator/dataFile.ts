import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { ServeError } from './serveError.ts'
import { parseSnapshot } from './snapshot.ts'
import type { StoreData } from './store.ts'

const SAVE_DELAY_MS = 150

/** The snapshot in a file; null when there is no such file. Rejects with a `ServeError` when it cannot be used. */
export async function readDataFile(path: string): Promise<StoreData | null> {
  try {
    return parseSnapshot(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw badDataFile('use', path, error)
  }
}

/** Writes a snapshot: whoever reads the file at any moment finds the old text or the new one, whole. */
export async function writeDataFile(path: string, data: StoreData): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await writeFile(temporary, JSON.stringify(data))
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw badDataFile('write', path, error)
  }
}

export interface Saver {
  /** Soon; several changes in a row are written once. */
  schedule: () => void
  /** Now. */
  flush: () => Promise<void>
}

/** Keeps a file as the data is. `onFailure` is told of what goes wrong when nobody waits for it. */
export function createSaver(
  path: string,
  source: { readonly data: StoreData },
  onFailure: (message: string) => void,
): Saver {
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  const flush = async () => {
    clearTimeout(timer)
    timer = undefined
    // One after the other, so that the last to be written is the newest.
    const earlier = writing
    writing = (async () => {
      await earlier.catch(() => undefined)
      await writeDataFile(path, source.data)
    })()
    await writing
  }
  return {
    flush,
    schedule: () => {
      timer ??= setTimeout(() => {
        flush().catch((error: unknown) => {
          onFailure(messageOf(error))
        })
      }, SAVE_DELAY_MS)
    },
  }
}

/** What hinders the use of a file, in words; `missing` where it is not there. */
export function fileProblem(error: unknown, missing: string): string {
  const code = codeOf(error)
  return code === 'ENOENT' ? missing : (FILE_PROBLEMS[code] ?? messageOf(error))
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const FILE_PROBLEMS: Record<string, string> = {
  ENOTDIR: 'its folder is a file.',
  EISDIR: 'it is a folder.',
  EACCES: 'this user may not do that.',
  EPERM: 'this user may not do that.',
  EROFS: 'the disk is read-only.',
  ENOSPC: 'the disk is full.',
}

function badDataFile(act: 'use' | 'write', path: string, error: unknown): ServeError {
  const problem =
    error instanceof SyntaxError
      ? `it is not JSON. ${error.message}`
      : fileProblem(error, 'its folder does not exist.')
  return new ServeError('bad-data-file', `Cannot ${act} the data file ${path}: ${problem}`, {
    cause: error,
  })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
