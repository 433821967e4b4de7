import type { SetupGuide } from './SetupGuide.ts'

export const onelogin: SetupGuide = {
  provider: 'onelogin',
  asOf: '2026-11',
  steps: [
    { id: 'app' },
    {
      id: 'connection',
      values: [
        { id: 'baseUrl', is: 'base-url' },
        { id: 'token', is: 'token' },
      ],
    },
    { id: 'username', values: [{ id: 'username', is: 'text' }] },
    { id: 'enable' },
    { id: 'groups' },
    { id: 'assign' },
  ],
}
