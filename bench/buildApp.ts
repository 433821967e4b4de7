import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'
import { aliases } from '../vite.aliases.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where the built apps are, and what the server of the bench serves. */
export const DIST = here('./dist')

export interface BuiltApp {
  /** Address path of its page. */
  path: string
  /** gzip bytes of every JS file of the build, by its address path. */
  scripts: ReadonlyMap<string, number>
}

/** Builds `apps/<name>.tsx` for production, as a user's Vite would, into `dist/<name>/`. */
export async function buildApp(name: string): Promise<BuiltApp> {
  const base = `/${name}/`
  const outDir = `${DIST}/${name}`
  await build({
    configFile: false,
    logLevel: 'warn',
    root: here('./apps'),
    base,
    plugins: [react(), page(name)],
    resolve: { alias: aliases },
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: here(`./apps/${name}.html`) },
    },
  })
  const assets = `${outDir}/assets`
  const scripts = new Map(
    readdirSync(assets)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [`${base}assets/${file}`, gzipSync(readFileSync(`${assets}/${file}`)).length]),
  )
  return { path: `${base}${name}.html`, scripts }
}

/** Every app has the same page but for its entry, so the page is one template. */
function page(name: string): Plugin {
  const id = here(`./apps/${name}.html`)
  const entry = `/${name}.tsx`
  return {
    name: 'bench-page',
    enforce: 'pre',
    resolveId: (source) => (source === id ? id : null),
    load: (source) =>
      source === id
        ? readFileSync(here('./apps/page.html'), 'utf8').replace('__ENTRY__', entry)
        : null,
  }
}
