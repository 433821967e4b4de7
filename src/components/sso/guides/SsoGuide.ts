import type { GuideId } from '../providers.ts'

/**
 * How one identity provider is set up, step by step, in the order of its own console. The words are in
 * `i18n/en/sso/guides/`, under the same ids. After the last step the wizard adds testing and switching on.
 */
export interface SsoGuide {
  id: GuideId
  /** When the steps were last held against the provider's console, as a year and month. */
  asOf: `${number}-${number}`
  steps: readonly SsoGuideStep[]
  /** How the provider usually calls what the connection wants to know of a person: our name to its name. */
  mapping: Readonly<Record<string, string>>
  /** What the provider calls the groups in the answer, once it is told to send them; null where it cannot. */
  groups: string | null
  /** How the provider hands over what it has to tell, the best first. SAML only. */
  source?: readonly ('url' | 'file' | 'manual')[]
  /**
   * For OIDC: the issuer from what the console shows, where that is something else (the tenant id of Entra).
   * `{}` stands for what is typed: 'https://login.microsoftonline.com/{}/v2.0'.
   */
  issuerTemplate?: string
}

export interface SsoGuideStep {
  /** Stands in the address and in the list of finished steps, so it never changes. `test` and `finish` are the wizard's own. */
  id: string
  /** What is copied into the console in this step, in the order of its fields. */
  copy?: readonly SsoCopyValue[]
  /** What is brought back here in this step. `mapping` shows the attribute mapping. */
  form?: 'source' | 'mapping'
  /** A drawing of the place in the console. */
  picture?: SsoPicture
}

export interface SsoCopyValue {
  /** Names its label in the words. */
  id: string
  is:
    | 'acs-url'
    | 'audience-uri'
    | 'redirect-url'
    | 'name-id-format'
    | 'sp-metadata'
    /** A fixed text that the words give under `texts`. */
    | 'text'
}

/** A console drawn by us: where to look, with the fields and what goes in. Labels come from the words. */
export interface SsoPicture {
  /** A sidebar with the way to the place, a form with its fields, a table of attributes, or a panel with values to copy. */
  type: 'menu' | 'form' | 'attributes' | 'values' | 'assign'
  /** Ids of labels in the words' `pictures`, top to bottom; of `assign`, the tab and then the button. */
  labels: readonly string[]
  /** Which of them is pointed at. */
  at?: string
}
