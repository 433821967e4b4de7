import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freshBuild } from '../../scripts/freshBuild.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for this run, with the packed package in it. */
    workspace: string
    tarball: string
  }
}

/** Builds and packs the package once for all tests in this folder. */
export function setup(project: TestProject) {
  freshBuild()
  const workspace = mkdtempSync(join(tmpdir(), 'orgportal-package-'))
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', workspace], {
    encoding: 'utf8',
  })
  project.provide('workspace', workspace)
  project.provide('tarball', join(workspace, packed.trim().split('\n').at(-1) ?? ''))
  return () => {
    rmSync(workspace, { recursive: true, force: true })
  }
}
