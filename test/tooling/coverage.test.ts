import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderCoverage } from '../../scripts/coverage.ts'

describe('docs/coverage.md', () => {
  it('says what the code has; if not, run "npm run coverage:docs"', async () => {
    expect(readFileSync('docs/coverage.md', 'utf8')).toBe(await renderCoverage())
  })
})
