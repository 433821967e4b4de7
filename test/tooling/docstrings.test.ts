import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { namesOf, sendingMethods } from '../hooks/methodNames.ts'

/** Documented, for the hooks: what is exported, what can be handed in, and what a member must be allowed to do. */

const program = ts.createProgram(['src/hooks/index.ts'], {
  ...ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)).config,
    ts.sys,
    '.',
  ).options,
  types: [],
})
const checker = program.getTypeChecker()
const exported = new Map(exportsOf('src/hooks/index.ts').map((symbol) => [symbol.name, symbol]))

describe('what orgportal/hooks exports', () => {
  it('has a docstring, unless it is a type that says all by itself', () => {
    const values = [...exported.values()]
      .flatMap((symbol) => (isNamespace(symbol) ? valuesOf(symbol) : [symbol]))
      .filter(isValue)
    expect(values.length).toBeGreaterThan(100)
    expect(values.filter((symbol) => docOf(symbol) === '').map(nameOf)).toEqual([])
  })

  it('explains each prop of its components, but children', () => {
    const props = [...exported.values()].filter(({ name }) => name.endsWith('Props'))
    expect(props.map(nameOf)).not.toEqual([])
    const bare = props
      .flatMap((symbol) => checker.getDeclaredTypeOfSymbol(symbol).getProperties())
      .filter((prop) => prop.name !== 'children' && docOf(prop) === '')
    expect(bare.map(nameOf)).toEqual([])
  })
})

describe('the options and the hook of a method', () => {
  const restricted = sendingMethods.filter((method) => rbacOf(methodSymbol(method)) !== '')

  it.each(restricted)('of %s name the permission that it needs', (method) => {
    const { namespace, factory, hook } = namesOf(method)
    const resources = resourcesIn(rbacOf(methodSymbol(method)))
    const holder = exported.get(namespace)
    const options = holder && valuesOf(holder).find(({ name }) => name === factory)
    expect(resourcesIn(rbacOf(options))).toEqual(resources)
    expect(resourcesIn(rbacOf(exported.get(hook)))).toEqual(resources)
  })
})

function exportsOf(file: string): ts.Symbol[] {
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${file} is no module.`)
  return checker.getExportsOfModule(module)
}

/** What an export stands for, wherever it was declared. */
function resolved(symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

function isNamespace(symbol: ts.Symbol): boolean {
  return (resolved(symbol).flags & ts.SymbolFlags.ValueModule) !== 0
}

function isValue(symbol: ts.Symbol): boolean {
  return (resolved(symbol).flags & ts.SymbolFlags.Value) !== 0
}

/** The functions of a namespace; its types are exported beside it too. */
function valuesOf(symbol: ts.Symbol): ts.Symbol[] {
  return checker.getExportsOfModule(resolved(symbol)).filter(isValue)
}

function docOf(symbol: ts.Symbol | undefined): string {
  return symbol
    ? ts.displayPartsToString(resolved(symbol).getDocumentationComment(checker)).trim()
    : ''
}

function rbacOf(symbol: ts.Symbol | undefined): string {
  const tags = symbol ? resolved(symbol).getJsDocTags(checker) : []
  return tags
    .filter(({ name }) => name === 'rbac')
    .map(({ text }) => ts.displayPartsToString(text))
    .join('; ')
}

/** The resources that a permission is about, each once. */
function resourcesIn(text: string): string[] {
  return [...new Set(text.match(/stytch\.\w+(-\w+)*/g))].sort()
}

/** A method of the client, as its type declares and documents it. */
function methodSymbol(method: string): ts.Symbol | undefined {
  const client = exportsOf('src/client/B2BClient.ts').find(({ name }) => name === 'B2BClient')
  if (!client) throw new Error('There is no B2BClient.')
  let type = checker.getDeclaredTypeOfSymbol(client)
  let found: ts.Symbol | undefined
  for (const word of method.split('.')) {
    found = type.getProperty(word)
    if (!found) throw new Error(`The client has no ${method}.`)
    type = checker.getTypeOfSymbol(found)
  }
  return found
}

function nameOf(symbol: ts.Symbol): string {
  const declared = resolved(symbol).declarations?.[0]?.getSourceFile().fileName ?? ''
  return `${symbol.name} in ${declared.replace(/^.*src\//, 'src/')}`
}
