import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folders = ['src', 'stories', 'test', 'demo', 'bench', 'scripts', 'docs']

describe('file names', () => {
  it('differ by more than upper and lower case, which macOS and Windows do not tell apart', () => {
    const paths = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => !path.includes('node_modules') && !path.includes('dist'))
        // Imports in declarations lose their extension on the way, so it does not tell files apart either.
        .map((path) => `${folder}/${path.replace(/\.tsx?$/, '')}`),
    )
    const seen = new Map<string, string>()
    const clashes = paths.filter((path) => {
      const other = seen.get(path.toLowerCase())
      seen.set(path.toLowerCase(), path)
      return other !== undefined && other !== path
    })
    expect(clashes).toEqual([])
  })
})
