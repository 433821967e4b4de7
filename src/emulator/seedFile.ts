import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { LineCounter, Document } from 'yaml'
import { DescriptionError, placeOf } from './described.ts'
import type { Path } from './described.ts'
import { ServeError } from './serveError.ts'
import { fileProblem } from './dataFile.ts'
import type { SeedDescription } from './seeds/seedDescription.ts'

const EXTENSIONS = ['.yaml', '.yml', '.json']

/** A seed that somebody wrote, with where in its file each part stands. */
export interface SeedFile {
  seed: SeedDescription
  /** Turns what the emulator finds wrong with the seed into what is wrong in which line. Others are given back. */
  explain: (error: unknown) => unknown
}

/** Whether this is the path of a seed file, rather than the name of one of the emulator's own seeds. */
export function isSeedFile(seed: string): boolean {
  return EXTENSIONS.includes(extname(seed).toLowerCase())
}

/** Reads YAML or JSON, which is YAML too. Rejects with a `ServeError` when it is neither, or cannot be read. */
export async function readSeedFile(path: string): Promise<SeedFile> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw badSeedFile(path, error, ` ${fileProblem(error, 'it does not exist.')}`)
  })
  const { LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true })
  const [syntax] = document.errors
  if (syntax) throw badSeedFile(path, syntax, ` it is not YAML. ${syntax.message}`)
  const seed: unknown = document.toJS()
  if (!isObject(seed))
    throw badSeedFile(path, null, ' it has no organizations. See docs/emulator.md.')
  return {
    seed,
    explain: (error) => {
      if (!(error instanceof DescriptionError)) return error
      const problems = error.problems.map(({ path: place, message }) => {
        const line = lineOf(document, lines, place)
        return `  line ${String(line)}: ${placeOf(place)} ${message}`
      })
      return badSeedFile(path, error, `\n${problems.join('\n')}`)
    },
  }
}

/** The line of the value or, where there is none, of what it is missing in. */
function lineOf(document: Document, lines: LineCounter, place: Path): number {
  for (let length = place.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(place.slice(0, length), true)
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null
    if (Array.isArray(range) && typeof range[0] === 'number') return lines.linePos(range[0]).line
  }
  return 1
}

function badSeedFile(path: string, cause: unknown, problem: string): ServeError {
  return new ServeError('bad-seed-file', `Cannot use the seed file ${path}:${problem}`, { cause })
}

/** What is in it is for the emulator to check, which does so with places. */
function isObject(value: unknown): value is SeedDescription {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
