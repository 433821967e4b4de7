export { createTestPortal, signIn } from './createTestPortal.tsx'
export type { TestPortal, TestPortalOptions } from './createTestPortal.tsx'
