import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderStaleness } from '../../scripts/staleness.ts'

describe('docs/staleness.md', () => {
  it('has the table that the code has; if not, run "npm run staleness:docs"', () => {
    expect(readFileSync('docs/staleness.md', 'utf8')).toBe(renderStaleness())
  })

  it('has every write', () => {
    const page = readFileSync('docs/staleness.md', 'utf8')
    for (const write of [
      'scim.rotateStart',
      'organization.members.delete',
      'sso.saml.updateConnection',
    ]) {
      expect(page).toContain(`\`${write}\``)
    }
  })
})
