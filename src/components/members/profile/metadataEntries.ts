/** One entry of a member's metadata, as it is shown. */
export interface MetadataEntry {
  key: string
  /** A text as it is, anything else as JSON. */
  text: string
  /** Of several lines: an object or a list. */
  nested: boolean
}

/** The entries of a member's metadata, in the order of their keys. */
export function metadataEntries(metadata: object | null | undefined): MetadataEntry[] {
  return Object.entries(metadata ?? {})
    .map(([key, value]: [string, unknown]) => ({
      key,
      text: typeof value === 'string' ? value : JSON.stringify(value, null, 2),
      nested: typeof value === 'object' && value !== null,
    }))
    .sort((one, other) => one.key.localeCompare(other.key))
}
