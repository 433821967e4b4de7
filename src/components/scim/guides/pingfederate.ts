import type { SetupGuide } from './SetupGuide.ts'

export const pingfederate: SetupGuide = {
  provider: 'pingfederate',
  asOf: '2026-11',
  steps: [
    { id: 'install' },
    { id: 'app' },
    {
      id: 'connection',
      values: [
        { id: 'baseUrl', is: 'base-url' },
        { id: 'version', is: 'text' },
        { id: 'method', is: 'text' },
        { id: 'token', is: 'token' },
        { id: 'identifier', is: 'text' },
      ],
    },
    { id: 'channel' },
    { id: 'activate' },
  ],
}
