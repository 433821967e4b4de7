/** The words of a guide. */
export interface GuideWords {
  /** How the console is called, to stand after "the": "Okta Admin Console". */
  console: string
  steps: Readonly<Record<string, GuideStepWords>>
  /** Labels of the values to copy, as the console has them. */
  values: Readonly<Record<string, string>>
  /** Fixed texts to copy, by the id of the value. */
  texts?: Readonly<Record<string, string>>
  /** How the console calls what is brought back here. */
  fields: Readonly<Partial<Record<GuideField, string>>>
  /** Labels in the drawings. "Label = content" is a field with what goes in, or an attribute with what it is filled from. */
  pictures?: Readonly<Record<string, string>>
}

export interface GuideStepWords {
  title: string
  /**
   * One thing to do each. `*word*` is a label of the console, `*A > B*` a way through its menus; what stands in
   * backticks is typed as it is.
   */
  instructions: readonly string[]
  /** Good to know. */
  note?: string
}

export type GuideField =
  | 'metadataUrl'
  | 'metadataFile'
  | 'ssoUrl'
  | 'entityId'
  | 'certificate'
  | 'clientId'
  | 'clientSecret'
  | 'issuer'
