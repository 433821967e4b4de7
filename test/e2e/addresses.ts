/** Ports of the end-to-end tests: not those of `npm start`, so that both can run at once. */
export const EMULATOR_PORT = 4110
export const DEMO_PORT = 4111

/** As the browser opens them: one host name, so that the session's cookies reach both. */
export const EMULATOR_URL = `http://localhost:${EMULATOR_PORT}`
export const DEMO_URL = `http://localhost:${DEMO_PORT}`

/** As Node reaches them: without a look-up of "localhost". */
export function direct(url: string): string {
  return url.replace('//localhost:', '//127.0.0.1:')
}
