import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Runs `npm run build` if `dist` is missing or older than something that it is built from. */
export function freshBuild(): void {
  const built = modified('dist/styles.css')
  const sources = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts', 'src']
  if (Math.max(...sources.map(newest)) < built) return
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The build failed.')
}

/** The latest change in a file or folder; a folder changes when a file in it is added or removed. */
function newest(path: string): number {
  if (!statSync(path).isDirectory()) return modified(path)
  return Math.max(modified(path), ...readdirSync(path).map((name) => newest(join(path, name))))
}

function modified(path: string): number {
  return existsSync(path) ? statSync(path).mtimeMs : 0
}
