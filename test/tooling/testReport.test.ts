import { describe, expect, it } from 'vitest'
import { readPlaywrightReport, readVitestReport } from '../../scripts/testReport.ts'

describe('the report of Vitest', () => {
  const test = (fullName: string, status: string, failureMessages: string[] = []) => ({
    fullName,
    status,
    failureMessages,
  })
  const report = (testResults: unknown[]) => ({ numPassedTests: 2, numFailedTests: 1, testResults })

  it('names what failed, and what passed only at the second attempt', () => {
    const assertionResults = [
      test('a list is sorted', 'passed'),
      test('a list is read', 'failed', ['\u001b[31mError: one\u001b[39m\n  at x', 'Error: two']),
      test('a list is long', 'passed', ['Error: late']),
    ]
    const file = { name: '/somewhere/test/hooks/list.test.ts', status: 'failed', assertionResults }
    expect(readVitestReport(report([file]))).toEqual({
      passed: 2,
      failed: 1,
      troubles: [
        { kind: 'failed', test: 'test/hooks/list.test.ts › a list is read', message: 'Error: one' },
        { kind: 'flaky', test: 'test/hooks/list.test.ts › a list is long', message: 'Error: late' },
      ],
    })
  })

  it('names a file that could not be read at all', () => {
    const file = {
      name: 'stories/A.tsx',
      status: 'failed',
      message: 'Error: no\nA',
      assertionResults: [],
    }
    expect(readVitestReport(report([file])).troubles).toEqual([
      { kind: 'failed', test: 'stories/A.tsx', message: 'Error: no' },
    ])
  })

  it('is refused without its numbers', () => {
    expect(() => readVitestReport({})).toThrow('numPassedTests')
  })
})

describe('the report of Playwright', () => {
  const spec = (title: string, status: string, ...messages: (string | undefined)[]) => ({
    title,
    tests: [{ status, results: messages.map((message) => ({ error: message && { message } })) }],
  })

  it('counts what is flaky as passed, and names it', () => {
    const report = {
      stats: { expected: 1, unexpected: 1, flaky: 1 },
      suites: [
        {
          title: 'list.e2e.ts',
          specs: [spec('opens', 'expected', undefined)],
          suites: [
            {
              title: 'a list',
              specs: [
                spec('closes', 'unexpected', 'Error: no\n at y', 'Error: no'),
                spec('scrolls', 'flaky', 'Error: late', undefined),
              ],
            },
          ],
        },
      ],
    }
    expect(readPlaywrightReport(report)).toEqual({
      passed: 2,
      failed: 1,
      troubles: [
        { kind: 'failed', test: 'list.e2e.ts › a list › closes', message: 'Error: no' },
        { kind: 'flaky', test: 'list.e2e.ts › a list › scrolls', message: 'Error: late' },
      ],
    })
  })
})
