import { stripVTControlCharacters } from 'node:util'

/** What a stage says of its tests. */
export interface TestReport {
  passed: number
  failed: number
  /** Those that failed, and those that passed only when they were tried again. */
  troubles: Trouble[]
}

export interface Trouble {
  kind: 'failed' | 'flaky'
  /** File and full name. */
  test: string
  /** The first line of what was wrong. */
  message: string
}

/** Reads the JSON report of Vitest. A test that passed at the second attempt keeps the message of the first. */
export function readVitestReport(report: unknown): TestReport {
  const files = listAt(report, 'testResults')
  const troubles = files.flatMap((file): Trouble[] => {
    const name = shortPath(textAt(file, 'name'))
    const tests = listAt(file, 'assertionResults')
    if (tests.length === 0 && textAt(file, 'status') === 'failed') {
      return [{ kind: 'failed', test: name, message: firstLine(textAt(file, 'message')) }]
    }
    return tests.flatMap((test): Trouble[] => {
      const [message] = listAt(test, 'failureMessages')
      if (typeof message !== 'string') return []
      const kind = textAt(test, 'status') === 'failed' ? 'failed' : 'flaky'
      const fullName = `${name} › ${textAt(test, 'fullName')}`
      return [{ kind, test: fullName, message: firstLine(message) }]
    })
  })
  return {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
    troubles,
  }
}

/** Reads the JSON report of Playwright. */
export function readPlaywrightReport(report: unknown): TestReport {
  const troubles = listAt(report, 'suites').flatMap((suite) => ofSuite(suite, []))
  const flaky = numberAt(report, 'stats', 'flaky')
  return {
    passed: numberAt(report, 'stats', 'expected') + flaky,
    failed: numberAt(report, 'stats', 'unexpected'),
    troubles,
  }
}

function ofSuite(suite: unknown, path: readonly string[]): Trouble[] {
  const here = [...path, textAt(suite, 'title')]
  const specs = listAt(suite, 'specs').flatMap((spec) =>
    listAt(spec, 'tests').flatMap((test): Trouble[] => {
      const kind = KINDS.get(textAt(test, 'status'))
      if (!kind) return []
      const messages = listAt(test, 'results').map((result) =>
        textAt(at(result, 'error'), 'message'),
      )
      const message = firstLine(messages.find(Boolean) ?? '')
      return [{ kind, test: [...here, textAt(spec, 'title')].join(' › '), message }]
    }),
  )
  return [...specs, ...listAt(suite, 'suites').flatMap((inner) => ofSuite(inner, here))]
}

const KINDS: ReadonlyMap<string, Trouble['kind']> = new Map([
  ['unexpected', 'failed'],
  ['flaky', 'flaky'],
])

const shortPath = (path: string) => path.replace(/^.*\/(?=(test|stories)\/)/, '')

const firstLine = (text: string) => stripVTControlCharacters(text).trim().split('\n')[0] ?? ''

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(key)
    : undefined
}

function textAt(value: unknown, key: string): string {
  const found = at(value, key)
  return typeof found === 'string' ? found : ''
}

function listAt(value: unknown, key: string): unknown[] {
  const found = at(value, key)
  return Array.isArray(found) ? found : []
}

function numberAt(value: unknown, ...path: string[]): number {
  const found = path.reduce(at, value)
  if (typeof found === 'number') return found
  throw new Error(`The report has no number at ${path.join('.')}.`)
}
