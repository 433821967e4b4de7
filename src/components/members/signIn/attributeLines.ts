import type { Metadata } from '../../../client/types.ts'

/** What an identity provider told, to be read: names in order, each value as one line of text. */
export function attributeLines(attributes: Metadata): { name: string; value: string }[] {
  return Object.entries(attributes)
    .map(([name, value]) => ({ name, value: lineOf(value) }))
    .sort((one, other) => one.name.localeCompare(other.name))
}

function lineOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(lineOf).join(', ')
  return JSON.stringify(value)
}
