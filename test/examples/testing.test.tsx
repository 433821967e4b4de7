// The samples of docs/testing-your-app.md are tests themselves.
import '../../examples/testing/ConnectionStatus.test.tsx'
import '../../examples/testing/emulatorHandlers.test.ts'
import '../../examples/testing/roleNames.test.ts'
