import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Metafile, type OutputFile } from 'esbuild'

/** A user's module with all that it imports, minified. */
export interface Bundle {
  /** The outputs that a browser fetches before anything is shown: the entry, and what it imports statically. */
  first: string[]
  /** With what is loaded on demand. */
  all: string[]
  metafile: Metafile
  files: OutputFile[]
}

/** Bundles `code` as a user would, through the package's own exports. `external` is what the host has anyway. */
export async function bundle(code: string, external: string[]): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: code, resolveDir: process.cwd(), loader: 'js' },
    external,
    // The repository's own tsconfig would lead past the package's exports to the sources.
    tsconfigRaw: {},
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: 'out',
    metafile: true,
    write: false,
  })
  return {
    first: loadedAtFirst(metafile),
    all: Object.keys(metafile.outputs),
    metafile,
    files: outputFiles,
  }
}

export function gzipKilobytes({ files }: Bundle, outputs: string[]): number {
  const wanted = new Set(outputs.map((path) => resolve(path)))
  const bytes = files
    .filter(({ path }) => wanted.has(path))
    .reduce((sum, { contents }) => sum + gzipSync(contents).length, 0)
  return bytes / 1000
}

export function inputsOf({ metafile }: Bundle, outputs: string[]): string[] {
  return outputs.flatMap((path) =>
    Object.entries(metafile.outputs[path]?.inputs ?? {})
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([input]) => input),
  )
}

/** The largest inputs, a package as one, for whoever has to find the reason. */
export function largestInputs({ metafile }: Bundle, outputs: string[]): string[] {
  const bytes = new Map<string, number>()
  for (const path of outputs) {
    for (const [input, { bytesInOutput }] of Object.entries(metafile.outputs[path]?.inputs ?? {})) {
      const name = input.replace(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)\/.*$/, '$1')
      bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput)
    }
  }
  return [...bytes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 25)
    .map(([name, size]) => `${(size / 1000).toFixed(1).padStart(7)} kB minified  ${name}`)
}

function loadedAtFirst({ outputs }: Metafile): string[] {
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === '<stdin>')
  const reached = new Set<string>()
  const visit = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    for (const { kind, path: next, external } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && !external) visit(next)
    }
  }
  if (!entry) throw new Error('esbuild names no entry among its outputs.')
  visit(entry)
  return [...reached]
}
