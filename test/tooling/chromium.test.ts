import { existsSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { findChromium } from '../../scripts/chromium.ts'

describe('findChromium', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('takes the browser that CHROMIUM_PATH names', () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath)
    expect(findChromium()).toBe(process.execPath)
  })

  it('says so when CHROMIUM_PATH leads nowhere, rather than take another', () => {
    vi.stubEnv('CHROMIUM_PATH', '/no/such/browser')
    expect(findChromium).toThrow('CHROMIUM_PATH is "/no/such/browser"')
  })

  it('finds a browser that exists, or says how to get one', () => {
    vi.stubEnv('CHROMIUM_PATH', undefined)
    expect(found()).toMatch(/^(exists|No Chromium found\. Install one with)/)
  })
})

function found(): string {
  try {
    return existsSync(findChromium()) ? 'exists' : 'does not exist'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
