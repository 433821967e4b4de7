import type { SetupGuide } from './SetupGuide.ts'

export const microsoftEntra: SetupGuide = {
  provider: 'microsoft-entra',
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
    { id: 'mapping' },
    { id: 'assign' },
    { id: 'start' },
  ],
}
