export { createTestPortal, signIn } from './createTestPortal.tsx'
export type { TestPortal, TestPortalOptions } from './createTestPortal.tsx'
export { renderWithOrgportal } from './renderWithOrgportal.tsx'
export type { RenderedPortal, RenderWithOrgportalOptions } from './renderWithOrgportal.tsx'
export { createSsoTestWindow } from './createSsoTestWindow.ts'
export type { SsoTestPerson, SsoTestWindow } from './createSsoTestWindow.ts'
export { personas } from './personas.ts'
export type { PersonaOf } from './personas.ts'
export { connectEmulator } from './connectEmulator.ts'
export type {
  EmulatorAccess,
  EmulatorControl,
  EmulatorState,
  InboxFilter,
  ScimTarget,
} from './connectEmulator.ts'
export { createFactories } from './factories/createFactories.ts'
export type { ExampleMetadata, Factories, FactoriesOptions } from './factories/createFactories.ts'
export type { AnswerFactories } from './factories/answers.ts'
export type { ConnectedAppFactories } from './factories/connectedApps.ts'
export type { ConnectionFactories } from './factories/connections.ts'
export type { DiscoveryFactories } from './factories/discovery.ts'
export type { Factory } from './factories/factorySet.ts'
export type { MemberFactories, MemberMetadata } from './factories/members.ts'
export type { OrganizationFactories, OrganizationMetadata } from './factories/organizations.ts'
export type { ProjectFactories } from './factories/project.ts'
export type { SessionFactories } from './factories/sessions.ts'
