import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pages, renderPage, unsourcedBlocks } from '../../scripts/docs.ts'

describe.each(pages())('%s', (page) => {
  it('shows its examples as they are; if not, run "npm run docs"', () => {
    expect(readFileSync(page, 'utf8')).toBe(renderPage(page))
  })

  it('has no TypeScript that is not compiled and run', () => {
    expect(unsourcedBlocks(page)).toEqual([])
  })
})
