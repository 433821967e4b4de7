import type { Project, RegisteredProject } from '../../client/project.ts'
import { answerFactories, type AnswerFactories } from './answers.ts'
import { connectedAppFactories, type ConnectedAppFactories } from './connectedApps.ts'
import { connectionFactories, type ConnectionFactories } from './connections.ts'
import { discoveryFactories, type DiscoveryFactories } from './discovery.ts'
import { createFactorySet } from './factorySet.ts'
import { memberFactories, type MemberFactories, type MemberMetadata } from './members.ts'
import {
  organizationFactories,
  type OrganizationFactories,
  type OrganizationMetadata,
} from './organizations.ts'
import { projectFactories, type ProjectFactories } from './project.ts'
import { sessionFactories, type SessionFactories } from './sessions.ts'

/** A factory for each record of the client. */
export interface Factories<P extends Project = RegisteredProject>
  extends
    MemberFactories<P>,
    OrganizationFactories<P>,
    SessionFactories<P>,
    DiscoveryFactories<P>,
    ConnectionFactories,
    ConnectedAppFactories,
    ProjectFactories,
    AnswerFactories {}

/** What the project's own fields are filled with: needed where `{}` is not of the declared type. */
export type ExampleMetadata<P extends Project> = NeededIfNotEmpty<
  MemberMetadata<P> & OrganizationMetadata<P>
>

export type FactoriesOptions<P extends Project = RegisteredProject> = {
  /** Tells two sets apart: their records have other ids. A whole number; 0 when left out. */
  seed?: number
  /** When the records were made, in milliseconds since the epoch; the beginning of 2026 when left out. */
  now?: number
} & ExampleMetadata<P>

/**
 * Factories for every record of the client: complete, valid, and the same in each run. Records of one set
 * belong together: to the first organization that it makes, and sessions to its first member.
 *
 * Give what matters to the test; nested records come from their own factory. Where your project declares
 * metadata with required fields, say once what they are.
 *
 * @example
 * const { createMember, createMemberRole } = createFactories()
 * const ada = createMember({ name: 'Ada', roles: [createMemberRole({ role_id: 'stytch_admin' })] })
 * @example
 * // The project declares `memberTrustedMetadata: { badge: number }`.
 * const { createMember } = createFactories({ memberTrustedMetadata: { badge: 7 } })
 */
export function createFactories<P extends Project = RegisteredProject>(
  ...options: NoFields extends FactoriesOptions<P>
    ? [options?: FactoriesOptions<P>]
    : [options: FactoriesOptions<P>]
): Factories<P>
export function createFactories(options: AnyOptions = {}): Factories<Project> {
  const { seed = 0, now = BEGINNING_OF_2026 } = options
  const set = createFactorySet({ seed, now })
  const metadata = {
    memberTrustedMetadata: { ...options.memberTrustedMetadata },
    memberUntrustedMetadata: { ...options.memberUntrustedMetadata },
    organizationTrustedMetadata: { ...options.organizationTrustedMetadata },
  }
  const people = { ...memberFactories(set, metadata), ...organizationFactories(set, metadata) }
  return {
    ...people,
    ...sessionFactories(set, people),
    ...discoveryFactories(set, people),
    ...connectionFactories(set),
    ...connectedAppFactories(set),
    ...projectFactories(set),
    ...answerFactories(set),
  }
}

const BEGINNING_OF_2026 = Date.UTC(2026, 0, 1)

interface AnyOptions {
  seed?: number
  now?: number
  memberTrustedMetadata?: object
  memberUntrustedMetadata?: object
  organizationTrustedMetadata?: object
}

type NoFields = Record<never, never>

type NeededIfNotEmpty<T> = {
  [Key in keyof T as NoFields extends T[Key] ? never : Key]: T[Key]
} & { [Key in keyof T as NoFields extends T[Key] ? Key : never]?: T[Key] }
