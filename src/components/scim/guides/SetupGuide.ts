import type { KnownIdentityProvider } from '../identityProviders.ts'

/** How one identity provider is set up, step by step. The words are in the `scimGuides` messages, under the same ids. */
export interface SetupGuide {
  provider: KnownIdentityProvider
  /** When the steps were last held against the provider's console, as a year and month. */
  asOf: `${number}-${number}`
  steps: readonly GuideStep[]
}

export interface GuideStep {
  /** Stands in the address and in the list of ticked steps, so it never changes. */
  id: string
  /** What is copied into the console in this step, in the order of its fields. */
  values?: readonly GuideValue[]
}

export interface GuideValue {
  id: string
  /** `text` is a fixed value that the messages give. */
  is: 'base-url' | 'token' | 'text'
}
