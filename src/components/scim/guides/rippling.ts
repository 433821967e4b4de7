import type { SetupGuide } from './SetupGuide.ts'

export const rippling: SetupGuide = {
  provider: 'rippling',
  asOf: '2026-11',
  steps: [
    { id: 'app' },
    {
      id: 'connection',
      values: [
        { id: 'version', is: 'text' },
        { id: 'baseUrl', is: 'base-url' },
        { id: 'method', is: 'text' },
      ],
    },
    {
      id: 'attributes',
      values: [
        { id: 'externalId', is: 'text' },
        { id: 'email', is: 'text' },
        { id: 'givenName', is: 'text' },
        { id: 'familyName', is: 'text' },
      ],
    },
    { id: 'install', values: [{ id: 'token', is: 'token' }] },
    { id: 'provision' },
  ],
}
