/** Where the emulator listens. `npm start` and the end-to-end tests set it when it is not the usual port. */
export const EMULATOR_URL: string =
  (import.meta.env['VITE_EMULATOR_URL'] as string | undefined) ?? 'http://localhost:4000'

/** The emulator's project. A public token is no secret: it names the project, as in any front end. */
export const PUBLIC_TOKEN = 'public-token-test-00000000-0000-4000-8000-000000000001'
