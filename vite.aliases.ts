import { fileURLToPath } from 'node:url'

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url))

/** The package's public entry points, read from source: for stories, demo and tests. */
export const aliases = [
  {
    find: /^orgportal\/(client|hooks|components|emulator|testing|devtools)$/,
    replacement: source('$1/index.ts'),
  },
  { find: 'orgportal/ui', replacement: source('components/ui/index.ts') },
  { find: 'orgportal/emulator/node', replacement: source('emulator/node.ts') },
  { find: /^orgportal\/testing\/(playwright|msw)$/, replacement: source('testing/$1.ts') },
  { find: 'orgportal/styles.css', replacement: source('components/styles.css') },
  { find: /^orgportal\/locales\/(.+)$/, replacement: source('components/i18n/$1.ts') },
]
