import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { inject } from 'vitest'

/** A project of somebody who installed the package. */
export interface Consumer {
  directory: string
  /** Runs a program in the project. Resolves with what it printed; rejects, with that, when it fails. */
  run: (program: string, ...args: string[]) => Promise<string>
}

interface ConsumerOptions {
  name: string
  files: Record<string, string>
  /** Packages beside orgportal: `name@version`, or `name` for the version that this repository has. */
  packages?: string[]
  /** Leave out what the package lists as peers. */
  withoutPeers?: boolean
}

/** Makes an empty project with the given files and installs the packed package in it. */
export async function createConsumer(options: ConsumerOptions): Promise<Consumer> {
  const { name, files, packages = [], withoutPeers = false } = options
  const directory = join(inject('workspace'), name)
  const manifest = {
    name,
    private: true,
    type: 'module',
    dependencies: {
      orgportal: `file:${inject('tarball')}`,
      ...Object.fromEntries(packages.map(versioned)),
    },
  }
  write(directory, { 'package.json': JSON.stringify(manifest), ...files })
  const run = (program: string, ...args: string[]) => execute(directory, program, args)
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']
  await run('npm', 'install', ...flags, ...(withoutPeers ? ['--omit=peer'] : []))
  return { directory, run }
}

/** The path of a tool of this repository, to be used on a consumer's files. */
export function tool(name: string): string {
  return resolve('node_modules/.bin', name)
}

function write(directory: string, files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(directory, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

function execute(directory: string, program: string, args: string[]): Promise<string> {
  return new Promise((done, refuse) => {
    execFile(program, args, { cwd: directory, encoding: 'utf8', maxBuffer: 64e6 }, (error, out) => {
      if (error) refuse(new Error(`${error.message}\n${out}`))
      else done(out)
    })
  })
}

function versioned(wanted: string): [name: string, version: string] {
  const at = wanted.lastIndexOf('@')
  return at > 0 ? [wanted.slice(0, at), wanted.slice(at + 1)] : [wanted, ownVersion(wanted)]
}

function ownVersion(name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
  if (typeof manifest === 'object' && manifest && 'version' in manifest) {
    return String(manifest.version)
  }
  throw new Error(`node_modules/${name} has no version.`)
}
