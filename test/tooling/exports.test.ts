import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

interface Entry {
  load: () => Promise<object>
  source: string
}

// A new or a lost public name is a change that somebody sees: "vitest -u" on this file writes the lists anew.
const entries: Record<string, Entry> = {
  'orgportal/client': {
    load: () => import('orgportal/client'),
    source: 'src/client/index.ts',
  },
  'orgportal/hooks': {
    load: () => import('orgportal/hooks'),
    source: 'src/hooks/index.ts',
  },
  'orgportal/components': {
    load: () => import('orgportal/components'),
    source: 'src/components/index.ts',
  },
  'orgportal/ui': {
    load: () => import('orgportal/ui'),
    source: 'src/components/ui/index.ts',
  },
  'orgportal/locales/en': {
    load: () => import('orgportal/locales/en'),
    source: 'src/components/i18n/en.ts',
  },
  'orgportal/devtools': {
    load: () => import('orgportal/devtools'),
    source: 'src/devtools/index.ts',
  },
  'orgportal/emulator': {
    load: () => import('orgportal/emulator'),
    source: 'src/emulator/index.ts',
  },
  'orgportal/emulator/node': {
    load: () => import('orgportal/emulator/node'),
    source: 'src/emulator/node.ts',
  },
  'orgportal/testing': {
    load: () => import('orgportal/testing'),
    source: 'src/testing/index.ts',
  },
  'orgportal/testing/playwright': {
    load: () => import('orgportal/testing/playwright'),
    source: 'src/testing/playwright.ts',
  },
  'orgportal/testing/msw': {
    load: () => import('orgportal/testing/msw'),
    source: 'src/testing/msw.ts',
  },
}

describe.each(Object.entries(entries))('%s', (name, { load, source }) => {
  it('exports the names that its list in test/tooling/exports has', async () => {
    const values = Object.entries(await load())
      .flatMap(namesIn)
      .sort()
    const names = [...values, ...exportedTypes(source).map((type) => `type ${type}`)]
    const list = `./exports/${name.replace('orgportal/', '').replaceAll('/', '-')}.txt`
    await expect(`${names.join('\n')}\n`).toMatchFileSnapshot(list)
  })
})

describe('package.json', () => {
  it('has no other entries with code', () => {
    const listed = Object.entries(manifest.exports)
      .filter(([path, target]) => target !== null && !/\.(css|json)$/.test(path))
      .map(([path]) => path)
      .map((path) => path.replace('.', 'orgportal').replace('*', 'en'))
    expect(listed.sort()).toEqual(Object.keys(entries).sort())
  })

  it('keeps what stands beside the languages to itself', () => {
    const besides = readdirSync('src/components/i18n')
      .filter((file) => /^[a-z]{3,}.*\.ts$/.test(file))
      .map((file) => `./locales/${file.replace('.ts', '')}`)
    expect(manifest.exports).toMatchObject(Object.fromEntries(besides.map((path) => [path, null])))
  })
})

/** A name, or all names of a namespace. */
function namesIn([name, value]: [string, unknown]): string[] {
  return Object.prototype.toString.call(value) === '[object Module]'
    ? Object.getOwnPropertyNames(value).map((member) => `${name}.${member}`)
    : [name]
}

function exportedTypes(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  return source.statements.flatMap(typesOf).sort()
}

function typesOf(statement: ts.Statement): string[] {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    return isExported ? [statement.name.text] : []
  }
  if (!ts.isExportDeclaration(statement)) return []
  if (statement.exportClause && ts.isNamespaceExport(statement.exportClause)) return []
  if (!statement.exportClause) {
    throw new Error(`An entry lists what it exports; found "export *".`)
  }
  return statement.exportClause.elements
    .filter((element) => statement.isTypeOnly || element.isTypeOnly)
    .map((element) => element.name.text)
}
