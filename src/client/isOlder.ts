interface Changing {
  updated_at?: string
}

/** Whether a record is from before another, as answers are that have been overtaken on their way. */
export const isOlder = (one: Changing, other: Changing | null): boolean =>
  Date.parse(one.updated_at ?? '') < Date.parse(other?.updated_at ?? '')
