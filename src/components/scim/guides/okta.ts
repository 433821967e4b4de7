import type { SetupGuide } from './SetupGuide.ts'

export const okta: SetupGuide = {
  provider: 'okta',
  asOf: '2026-11',
  steps: [
    { id: 'app' },
    { id: 'enable' },
    { id: 'username' },
    {
      id: 'connection',
      values: [
        { id: 'baseUrl', is: 'base-url' },
        { id: 'identifier', is: 'text' },
        { id: 'mode', is: 'text' },
        { id: 'token', is: 'token' },
      ],
    },
    { id: 'to-app' },
    { id: 'assign' },
    { id: 'groups' },
  ],
}
