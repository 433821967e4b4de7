import { serveEmulator } from 'orgportal/emulator/node'

/** Port 0 takes any that is free. */
export function start() {
  return serveEmulator({ port: 0, seed: 'scim' })
}
