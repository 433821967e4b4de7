import { test } from 'orgportal/testing/playwright'
import { EMULATOR_URL } from './addresses.ts'
// The samples of docs/testing-your-app.md, on the demo: what it asks of its own emulator goes to one of the worker's.
import '../../examples/testing/directory.spec.ts'

test.use({ apiOrigins: [EMULATOR_URL] })
