import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

describe('orgportal/emulator', () => {
  it('bundles for a browser: it needs nothing of Node', async () => {
    const { outputFiles, warnings } = await build({
      entryPoints: ['src/emulator/index.ts'],
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      logLevel: 'silent',
    })
    expect(warnings).toEqual([])
    expect(outputFiles).toHaveLength(1)
    expect(outputFiles[0]?.text).not.toMatch(/from ?"node:/)
  })
})
