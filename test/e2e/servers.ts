import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { serveEmulator } from 'orgportal/emulator/node'
import { DEMO_PORT, EMULATOR_PORT, EMULATOR_URL } from './addresses.ts'

/** Starts what the end-to-end tests talk to: the emulator, and the demo as it is built for production. */
const configFile = fileURLToPath(new URL('../../demo/vite.config.ts', import.meta.url))

process.env['VITE_EMULATOR_URL'] = EMULATOR_URL
const emulator = await serveEmulator({ port: EMULATOR_PORT, host: '127.0.0.1' })
await build({ configFile, logLevel: 'warn' })
const demo = await preview({
  configFile,
  logLevel: 'warn',
  preview: { host: '127.0.0.1', port: DEMO_PORT, strictPort: true },
})

process.once('SIGTERM', () => {
  void Promise.all([demo.close(), emulator.close()]).then(() => process.exit(0))
})
