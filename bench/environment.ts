/** Addresses of a bench run. Apps read them too, so this file imports nothing. */
export const EMULATOR_PORT = 4200
export const PAGES_PORT = 4210
export const EMULATOR_URL = `http://localhost:${EMULATOR_PORT}`
export const PAGES_URL = `http://localhost:${PAGES_PORT}`
export const PUBLIC_TOKEN = 'public-token-test-00000000-0000-4000-8000-000000000001'
