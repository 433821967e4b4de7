import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/**
 * `npm run docs`: fills the code blocks of the docs from the files that their fences name. Those are compiled, linted
 * and run by the tests; test/tooling holds that no block says anything else.
 *
 *     ```tsx file=examples/permissions/InviteButton.tsx#button
 *
 * takes what stands between `// #region button` and `// #endregion`; without a name, the whole file.
 */

const BLOCK = /^```(\w+)(?: file=([^\s#]+)(?:#(\S+))?)?\n([\s\S]*?)^```$/gm

/** The pages that have such blocks. */
export function pages(): string[] {
  return ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter(
    (page) => page.endsWith('.md') && readFileSync(page, 'utf8').includes(' file='),
  )
}

/** The page with its blocks filled. */
export function renderPage(page: string): string {
  return readFileSync(page, 'utf8').replace(
    BLOCK,
    (block: string, language: string, file?: string, region?: string) => {
      if (file === undefined) return block
      const source = `${file}${region === undefined ? '' : `#${region}`}`
      return `\`\`\`${language} file=${source}\n${exampleCode(file, region)}\n\`\`\``
    },
  )
}

/** The TypeScript of a page that comes from nowhere, so that nobody has compiled it: the first line of each block. */
export function unsourcedBlocks(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(BLOCK)]
    .filter(([, language = '', file]) => /^[jt]sx?$/.test(language) && file === undefined)
    .map(([, , , , code = '']) => code.split('\n')[0] ?? '')
}

function exampleCode(file: string, region: string | undefined): string {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  const isMark = (line: string) => /^\s*(\/\/|\{\/\*) #(region|endregion)/.test(line)
  if (region === undefined) return lines.filter((line) => !isMark(line)).join('\n')
  const start = lines.findIndex((line) => isMark(line) && line.includes(`#region ${region}`))
  if (start < 0) throw new Error(`${file} has no "#region ${region}".`)
  const length = lines.slice(start + 1).findIndex((line) => line.includes('#endregion'))
  if (length < 0) throw new Error(`In ${file} the region ${region} does not end.`)
  const code = lines.slice(start + 1, start + 1 + length)
  const indents = code.filter(Boolean).map((line) => line.search(/\S/))
  const indent = Math.min(...indents)
  return code.map((line) => line.slice(indent)).join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const page of pages()) writeFileSync(page, renderPage(page))
}
