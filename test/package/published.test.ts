import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, inject, it } from 'vitest'
import { tool } from './consumer.ts'

describe('the published package', () => {
  it('pleases publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: '.', strict: true })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  it('has types that resolve wherever it can be imported', () => {
    const check = () =>
      execFileSync(
        tool('attw'),
        [
          inject('tarball'),
          '--profile',
          'esm-only',
          '--exclude-entrypoints',
          './styles.css',
          './package.json',
        ],
        { encoding: 'utf8', stdio: 'pipe' },
      )
    expect(check).not.toThrow()
  })

  it('keeps the client directive of every source that has one', () => {
    const marked = sources().filter((file) => isClientModule(`src/${file}`))
    expect(marked.length).toBeGreaterThan(5)
    const lost = marked.map(toBuilt).filter((file) => !isClientModule(file))
    expect(lost).toEqual([])
  })

  it('marks nothing as a client module that runs anywhere', () => {
    const marked = sources().filter((file) => isClientModule(`src/${file}`))
    expect(marked.filter((file) => /^(client|emulator)\/|index\.ts$/.test(file))).toEqual([])
  })

  it('holds the build, its sources and the guides, and nothing of the workshop', () => {
    const listed = execFileSync('tar', ['-tzf', inject('tarball')], { encoding: 'utf8' })
    const folders = new Set(
      listed
        .trim()
        .split('\n')
        .map((path) => path.split('/')[1]),
    )
    expect([...folders].sort()).toEqual([
      'LICENSE',
      'README.md',
      'dist',
      'docs',
      'package.json',
      'src',
    ])
    expect(listed).not.toMatch(/\.(test|stories)\./)
  })

  it('has an executable command', () => {
    expect(readFileSync('dist/emulator/cli.js', 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  })
})

function sources(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  )
}

function toBuilt(source: string): string {
  return `dist/${source.replace(/\.tsx?$/, '.js')}`
}

function isClientModule(file: string): boolean {
  return existsSync(file) && /^(['"])use client\1/.test(readFileSync(file, 'utf8'))
}
