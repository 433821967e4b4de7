/** The words of one step of a set-up guide. Labels in quotes are the console's own. */
export interface GuideStepMessages {
  title: string
  /** Where to click in the console, one label after the other. */
  path: readonly string[]
  actions: readonly string[]
  /** The console's label of each value that is copied. */
  labels?: Readonly<Record<string, string>>
  /** Fixed values, by the id of the value. */
  texts?: Readonly<Record<string, string>>
  /** What people trip over. */
  note?: string
}

export interface GuideMessages {
  /** The console as its maker calls it. */
  console: string
  /** Where a new bearer token goes when it is rotated. */
  tokenPlace: { path: readonly string[]; label: string }
  /** What the user name has to be; null where the console leaves no choice. */
  usernameFormat: string | null
  steps: Readonly<Record<string, GuideStepMessages>>
}
