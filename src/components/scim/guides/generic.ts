import type { SetupGuide } from './SetupGuide.ts'

export const generic: SetupGuide = {
  provider: 'generic',
  asOf: '2026-11',
  steps: [
    {
      id: 'connection',
      values: [
        { id: 'version', is: 'text' },
        { id: 'baseUrl', is: 'base-url' },
        { id: 'method', is: 'text' },
        { id: 'token', is: 'token' },
      ],
    },
    { id: 'username', values: [{ id: 'username', is: 'text' }] },
    { id: 'attributes' },
    { id: 'push' },
  ],
}
