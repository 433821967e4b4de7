/**
 * A panel for development: session, requests, cached queries, permissions and the emulator. Nothing else
 * of this package imports it; load it behind your bundler's development flag.
 */
export { OrgportalDevtools } from './OrgportalDevtools.tsx'
export type { OrgportalDevtoolsProps } from './OrgportalDevtools.tsx'
export type { EmulatorAccess } from '../testing/connectEmulator.ts'
