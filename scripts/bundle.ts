import { gzipSync } from 'node:zlib'
import { build as buildModule, type Metafile } from 'esbuild'
import { build as buildPage, type Rolldown } from 'vite'

/** A user's code with all that it imports, minified. */
export interface Bundle {
  /** What a browser fetches before anything is shown: the entry, and what it imports statically. */
  first: Chunk[]
  /** With what is loaded on demand. */
  all: Chunk[]
}

export interface Chunk {
  code: string | Uint8Array
  /** Bytes of each file in it. */
  inputs: Readonly<Record<string, number>>
}

interface LinkedChunk extends Chunk {
  name: string
  isEntry: boolean
  imports: string[]
  dynamicImports: string[]
}

/** Bundles a module of a user's, through the package's own exports. `external` is what the host has anyway. */
export async function bundleModule(code: string, external: string[]): Promise<Bundle> {
  const { metafile, outputFiles } = await buildModule({
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
    logLevel: 'error',
  })
  const chunks = Object.entries(metafile.outputs).map(([name, output]) => ({
    name,
    code: outputFiles.find(({ path }) => path.endsWith(name))?.contents ?? '',
    inputs: Object.fromEntries(
      Object.entries(output.inputs).map(([input, { bytesInOutput }]) => [input, bytesInOutput]),
    ),
    isEntry: output.entryPoint === '<stdin>',
    imports: linksOf(output, 'import-statement'),
    dynamicImports: linksOf(output, 'dynamic-import'),
  }))
  return reachedFromEntry(chunks)
}

/**
 * Builds a page of a user's as Vite does. The code is that of the page's script. Unlike esbuild, which cuts chunks for whatever is
 * imported on demand anywhere in the package, this leaves out what the page does not use.
 */
export async function bundlePage(code: string, external: RegExp[]): Promise<Bundle> {
  const PAGE = 'virtual:page'
  const built = await buildPage({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === PAGE ? `${process.cwd()}/page.js` : undefined),
        load: (id) => (id === `${process.cwd()}/page.js` ? code : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: PAGE, external },
    },
  })
  if (!('output' in built)) throw new Error('Vite built something else than one page.')
  const chunks = built.output
    .filter((output): output is Rolldown.OutputChunk => output.type === 'chunk')
    .map(({ fileName: name, code: text, modules, isEntry, imports, dynamicImports }) => ({
      name,
      code: text,
      inputs: Object.fromEntries(
        Object.entries(modules).map(([id, { renderedLength }]) => [
          id.replace(`${process.cwd()}/`, ''),
          renderedLength,
        ]),
      ),
      isEntry,
      imports,
      dynamicImports,
    }))
  return reachedFromEntry(chunks)
}

export function gzipKilobytes(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 1000
}

export function inputsOf(chunks: readonly Chunk[]): string[] {
  return chunks.flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, bytes]) => bytes > 0)
      .map(([input]) => input),
  )
}

/** The largest inputs, a package as one, for whoever has to find the reason. */
export function largestInputs(chunks: readonly Chunk[]): string[] {
  const sizes = new Map<string, number>()
  for (const [input, bytes] of chunks.flatMap(({ inputs }) => Object.entries(inputs))) {
    const name = input.replace(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)\/.*$/, '$1')
    sizes.set(name, (sizes.get(name) ?? 0) + bytes)
  }
  return [...sizes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 25)
    .map(([name, size]) => `${(size / 1000).toFixed(1).padStart(7)} kB  ${name}`)
}

function linksOf(output: Metafile['outputs'][string], kind: string): string[] {
  return output.imports
    .filter((link) => link.kind === kind && !link.external)
    .map(({ path }) => path)
}

function reachedFromEntry(chunks: readonly LinkedChunk[]): Bundle {
  const byName = new Map(chunks.map((chunk) => [chunk.name, chunk]))
  const reached = (linksOfChunk: (chunk: LinkedChunk) => string[]) => {
    const found = new Set<LinkedChunk>()
    const visit = (chunk: LinkedChunk | undefined) => {
      if (!chunk || found.has(chunk)) return
      found.add(chunk)
      for (const name of linksOfChunk(chunk)) visit(byName.get(name))
    }
    visit(chunks.find(({ isEntry }) => isEntry))
    if (found.size === 0) throw new Error('The bundler names no entry among its outputs.')
    return [...found]
  }
  return {
    first: reached(({ imports }) => imports),
    all: reached(({ imports, dynamicImports }) => [...imports, ...dynamicImports]),
  }
}
