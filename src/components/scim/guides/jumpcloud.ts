import type { SetupGuide } from './SetupGuide.ts'

export const jumpcloud: SetupGuide = {
  provider: 'jumpcloud',
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
    { id: 'activate' },
    { id: 'groups' },
  ],
}
