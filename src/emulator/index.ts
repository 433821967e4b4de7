export { createEmulator } from './createEmulator.ts'
export type { Emulator, EmulatorClock, EmulatorOptions } from './createEmulator.ts'
export { EMULATOR_PUBLIC_TOKEN } from './seeds/seedStore.ts'
export { SEEDS } from './seeds/seeds.ts'
export type { PersonaId, Seed, SeedName } from './seeds/seeds.ts'
export type { SeedPersona } from './seeds/personas.ts'
export type {
  SeedConnectedApp,
  SeedDescription,
  SeedMember,
  SeedOrganization,
  SeedPolicy,
  SeedProject,
  SeedRole,
  SeedScimConnection,
  SeedSsoConnection,
} from './seeds/seedDescription.ts'
export type { Clock } from './context.ts'
export type { Fault } from './faults.ts'
export type { IssuedMagicLink } from './authentication/magicLinks.ts'
export type { RequestLogEntry } from './app.ts'
export type { InboxMessage } from './records/inbox.ts'
export type { Persona } from './records/project.ts'
export type { StoreData } from './store.ts'
export type { ScimRequestLogEntry } from './records/scim.ts'
export { createDirectory } from './directory/createDirectory.ts'
export type { Directory, DirectoryOptions } from './directory/createDirectory.ts'
export { DirectoryError } from './directory/scimConnector.ts'
export type { DirectoryRequest } from './directory/scimConnector.ts'
export type { DirectoryGroup, DirectoryUser } from './directory/dialect.ts'
export { SAML_FORGERIES } from './saml/forgeries.ts'
export type { SamlForgery } from './saml/forgeries.ts'
export { samlResponse } from './saml/samlResponse.ts'
export type { SamlResponseOptions } from './saml/samlResponse.ts'
